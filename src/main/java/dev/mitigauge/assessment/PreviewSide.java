package dev.mitigauge.assessment;

import dev.mitigauge.facts.Fact;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.RuleText;
import dev.mitigauge.ingest.DocumentReader;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Reading;
import dev.mitigauge.ingest.Refusal;
import dev.mitigauge.ingest.Vocabulary;
import dev.mitigauge.rules.RuleFailure;
import dev.mitigauge.rules.RuleSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** One of the two rule sets of a preview, with the words that it reads by. */
final class PreviewSide {

    /** What came of reading or judging. */
    sealed interface Result<T> {
        record Done<T>(T value) implements Result<T> {}

        record Failed<T>(String message) implements Result<T> {}
    }

    private final RuleSet rules;
    private final IngestSettings limits;
    private final Map<String, List<Map<String, String>>> words = new HashMap<>();
    private final DocumentReader reader;

    PreviewSide(RuleSet rules, IngestSettings limits) {
        this.rules = rules;
        this.limits = limits;
        this.reader = new DocumentReader(Vocabulary.of(this::table), limits);
    }

    private List<Map<String, String>> table(String name) {
        return words.computeIfAbsent(name, table -> rules.table(table).rows());
    }

    RuleSet rules() {
        return rules;
    }

    /** Whether both read every document alike: they know the same words. */
    boolean readsAs(PreviewSide other) {
        return words.equals(other.words);
    }

    /** The same with tables of a project in place; itself for none. */
    Result<PreviewSide> under(SortedMap<String, String> tables, StricterSets stricter) {
        if (tables.isEmpty()) {
            return new Result.Done<>(this);
        }
        StricterSets.Result result = stricter.of(rules, tables);
        return result instanceof StricterSets.Result.Made made
                ? new Result.Done<>(new PreviewSide(made.prepared().rules(), limits))
                : new Result.Failed<>(
                        ((StricterSets.Result.Unfit) result).problems().get(0).headline());
    }

    Result<List<Fact>> read(AssessmentRequest request) {
        Reading reading = reader.read(request.documents());
        if (reading instanceof Reading.Refused refused) {
            Refusal first = refused.refusals().get(0);
            String line = first.line() == 0 ? "" : ":" + first.line();
            return new Result.Failed<>(first.document() + line + ": " + first.message());
        }
        return new Result.Done<>(((Reading.Read) reading).facts());
    }

    /** Judges; a rule that fails, or a profile that the set does not know, is the project's failure and nobody else's. */
    Result<Conclusions> judge(List<Fact> facts, String profile) {
        if (!rules.profiles().contains(profile)) {
            return new Result.Failed<>(
                    "unknown profile `" + profile + "`: use one of " + String.join(", ", rules.profiles()));
        }
        try {
            return new Result.Done<>(rules.judge(facts, profile));
        } catch (RuleFailure e) {
            return new Result.Failed<>(String.valueOf(e.getMessage()));
        }
    }

    Map<String, String> titles() {
        return rules.catalogue().stream().collect(Collectors.toMap(RuleText::id, RuleText::title));
    }
}
