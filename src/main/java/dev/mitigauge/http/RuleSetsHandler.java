package dev.mitigauge.http;

import dev.mitigauge.assessment.RuleSetContent;
import dev.mitigauge.assessment.RuleSetPage;
import dev.mitigauge.assessment.ToldActivation;
import dev.mitigauge.assessment.kept.Activation;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.report.RuleSetJson;
import dev.mitigauge.rules.RuleFiles;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSetDiff;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/rulesets} and below: which rule sets there were, and what differs between them. */
final class RuleSetsHandler {

    private final Optional<KeptParts> kept;
    private final StoreReads reads;

    RuleSetsHandler(Optional<KeptParts> kept, StoreReads reads) {
        this.kept = kept;
        this.reads = reads;
    }

    void list(Vertx vertx, Exchange exchange) {
        reads.answer(vertx, exchange, List.of("limit", "cursor"), this::page);
    }

    void show(Vertx vertx, Exchange exchange) {
        String digest = exchange.parameter("digest");
        reads.answer(
                vertx,
                exchange,
                List.of(),
                query -> files(digest, files -> {
                    SortedMap<String, String> texts = new TreeMap<>();
                    files.bytes().forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
                    return StoreReads.json(RuleSetJson.render(new RuleSetContent(digest, texts)));
                }));
    }

    void diff(Vertx vertx, Exchange exchange) {
        String digest = exchange.parameter("digest");
        reads.answer(
                vertx,
                exchange,
                List.of("against"),
                query -> files(digest, to -> {
                    @Nullable String against = query.get("against");
                    return against == null
                            ? diff(kept.orElseThrow().rules().active().files(), to)
                            : files(against, from -> diff(from, to));
                }));
    }

    private StoreReads.Answer page(StoreReads.Parameters query) {
        KeptParts parts = kept.orElseThrow();
        @Nullable Long before = query.number("cursor", 1, Long.MAX_VALUE);
        int limit = query.limit();
        if (query.fault() != null) {
            return StoreReads.invalid(query);
        }
        Stored<Page<Activation>> page = parts.store().rules().activations(before, limit);
        return StoreReads.answer(page, found -> {
            List<ToldActivation> items =
                    found.items().stream().map(ToldActivation::of).toList();
            String next =
                    found.more() ? Long.toString(items.get(items.size() - 1).number()) : null;
            return StoreReads.json(
                    RuleSetJson.render(new RuleSetPage(parts.rules().active().digest(), items, next)));
        });
    }

    private static StoreReads.Answer diff(RuleFiles from, RuleFiles to) {
        return StoreReads.json(RuleSetJson.render(RuleSetDiff.between(from, to)));
    }

    /** The active set is known even before the history has it. */
    private StoreReads.Answer files(String digest, Function<RuleFiles, StoreReads.Answer> use) {
        RuleSet active = kept.orElseThrow().rules().active();
        if (active.digest().equals(digest)) {
            return use.apply(active.files());
        }
        Stored<Optional<RuleSetFiles>> found =
                kept.orElseThrow().store().rules().find(digest);
        return StoreReads.answer(found, set -> set.map(files -> use.apply(RuleFiles.ofBytes(files.files())))
                .orElseGet(() -> new StoreReads.Answer.No(Problems.noRuleSet(digest))));
    }
}
