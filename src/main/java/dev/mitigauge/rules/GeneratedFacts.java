package dev.mitigauge.rules;

import dev.mitigauge.facts.Assumption;
import dev.mitigauge.facts.Checkout;
import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.ClaimScope;
import dev.mitigauge.facts.CodeOwner;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Deployment;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.DocumentKind;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.LookedUp;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.Provenance;
import dev.mitigauge.facts.Reference;
import dev.mitigauge.facts.ReferenceKind;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.StatusClaim;
import dev.mitigauge.facts.Subtask;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.Today;
import dev.mitigauge.facts.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One input for the certificate: a document or two with all that documents may say, drawn so that what interacts in rules meets often:
 * mitigations cite tasks that are there, share their topics, rest on assumptions that the deployment may deny.
 */
final class GeneratedFacts {

    static final List<String> TOPICS = List.of("auth", "backup");
    private static final String INSTANCES = "deployment.instances";
    private static final String REPLICAS = "deployment.replicas";
    private static final int CROWD = 40;

    private final Draw draw;
    private final DrawnItems items;
    private final List<String> rules;
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> tasks = new ArrayList<>();
    private final List<String> risks = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    private GeneratedFacts(Draw draw, List<String> rules) {
        this.draw = draw;
        this.items = new DrawnItems(draw);
        this.rules = rules;
    }

    /**
     * Draws an input.
     *
     * @param rules ids of rules that waivers may name
     */
    static List<Fact> of(Draw draw, List<String> rules) {
        GeneratedFacts generated = new GeneratedFacts(draw, rules);
        generated.generate();
        return generated.facts;
    }

    private void generate() {
        document(CaseFacts.DOCUMENT);
        if (draw.once(4)) {
            document("other");
        }
        context();
    }

    private void document(String name) {
        boolean protocol = draw.once(4);
        facts.add(new Document(
                name,
                draw.of(DocumentKind.values()),
                "0",
                100,
                draw.once(4) ? draw.share() : 1,
                "en",
                written(draw.maybeDay(4)),
                protocol ? "Two-Phase Completion Protocol" : null,
                draw.once(12),
                List.of(),
                new SourceRef(name, 1, 100, name)));
        places.clear();
        places.add(name);
        for (int i = draw.below(3); i > 0; i--) {
            section(name, name + "#" + i);
        }
        // Half of all documents leave nothing unexplained: only there anything is ready, or trusted, and only there
        // that can be lost.
        boolean orderly = draw.once(2);
        tasks(name, orderly);
        for (int i = orderly && draw.once(2) ? 0 : draw.below(4); i > 0; i--) {
            risk(name);
        }
        for (int i = draw.below(3); i > 0; i--) {
            facts.add(claim(name));
        }
    }

    private Provenance written(@Nullable LocalDate day) {
        return day == null
                ? Provenance.UNKNOWN
                : new Provenance(null, null, agoOrNear(day).toString(), List.of());
    }

    /** Half of them a year before, so that something is old. */
    private LocalDate agoOrNear(LocalDate day) {
        return draw.once(2) ? day.minusYears(1) : day;
    }

    private void section(String document, String id) {
        facts.add(new Section(
                id,
                draw.once(3) && places.size() > 1 ? draw.of(places.subList(1, places.size())) : null,
                id,
                List.of(id),
                2,
                null,
                draw.of(Tier.values()),
                draw.once(8),
                null,
                items.next(document, id)));
        places.add(id);
    }

    private void tasks(String document, boolean orderly) {
        // Half of all documents have one tier beside the critical one: what happens in it alone is seen there.
        List<Tier> tiers = draw.once(2) ? List.of(Tier.values()) : List.of(Tier.CRITICAL, draw.of(Tier.values()));
        for (int i = draw.below(6); i > 0; i--) {
            Tier tier = draw.of(tiers);
            boolean settled = orderly && (tier == Tier.CRITICAL || draw.once(2));
            task(
                    settled
                            ? items.settledTask(document, draw.of(places), tier)
                            : items.task(document, draw.of(places), tier, draw.maybe(12, tasks)));
        }
        if (draw.once(12)) {
            Task one = items.task(document, draw.of(places), draw.of(tiers), null);
            for (int i = 0; i < CROWD; i++) {
                task(items.like(one));
            }
        }
    }

    private void task(Task task) {
        facts.add(task);
        tasks.add(task.id());
    }

    private void risk(String document) {
        DeferredRisk risk = items.risk(document, draw.of(places), draw.maybe(12, risks));
        facts.add(risk);
        risks.add(risk.id());
        for (int i = draw.below(3); i > 0; i--) {
            Mitigation mitigation = items.mitigation(document, risk.id(), tasks);
            facts.add(mitigation);
            if (draw.once(4)) {
                facts.add(new Assumption(
                        risk.id(), mitigation.id(), INSTANCES, draw.of("1", "2"), items.next(document, INSTANCES)));
            }
            @Nullable String cited = draw.maybe(6, tasks);
            if (cited != null) {
                facts.add(new Reference(mitigation.id(), ReferenceKind.ID, cited, items.next(document, cited)));
            }
        }
    }

    private StatusClaim claim(String document) {
        String place = draw.of(places);
        ClaimKind kind = draw.once(4) ? ClaimKind.READY : draw.of(ClaimKind.values());
        boolean counted = kind == ClaimKind.REMAINING || kind == ClaimKind.TOTAL || kind == ClaimKind.PERCENT;
        SourceRef source = items.next(document, kind.name());
        return new StatusClaim(
                document + "-claim-" + source.line(),
                place.equals(document) ? ClaimScope.DOCUMENT : ClaimScope.SECTION,
                place,
                kind,
                counted ? draw.below(8) : null,
                kind == ClaimKind.TOTAL ? draw.below(12) : null,
                dated(draw.maybeDay(4)),
                kind.name(),
                source);
    }

    private @Nullable LocalDate dated(@Nullable LocalDate day) {
        return day == null ? null : agoOrNear(day);
    }

    private void context() {
        if (!draw.once(5)) {
            facts.add(new Today(draw.day()));
        }
        if (draw.once(3)) {
            facts.add(new Deployment(draw.once(3) ? REPLICAS : INSTANCES, draw.of("1", "2", "one")));
        }
        List<String> all = new ArrayList<>(tasks);
        all.addAll(risks);
        facts.stream()
                .filter(Mitigation.class::isInstance)
                .map(fact -> ((Mitigation) fact).id())
                .forEach(all::add);
        for (int i = draw.once(4) ? 1 + draw.below(2) : 0; i > 0; i--) {
            @Nullable String item = draw.maybe(2, all);
            facts.add(new Waiver(
                    "W" + i,
                    item != null && draw.once(2) ? null : draw.of(rules),
                    item,
                    "release team",
                    "accepted for now",
                    draw.day()));
        }
        if (draw.once(4)) {
            checkout();
        }
        if (draw.once(3)) {
            subtasks();
        }
    }

    /** Each task may stand below the one before it. */
    private void subtasks() {
        for (int i = 1; i < tasks.size(); i++) {
            if (draw.once(3)) {
                facts.add(new Subtask(tasks.get(i), tasks.get(i - 1), items.next(CaseFacts.DOCUMENT, tasks.get(i))));
            }
        }
    }

    /** What a checkout says of what mitigations and risks cite. */
    private void checkout() {
        List<Fact> looked = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Mitigation mitigation && draw.once(3)) {
                looked.add(lookedUp(mitigation.id(), mitigation.source()));
            } else if (fact instanceof Task task && task.state() == TaskState.DONE && draw.once(6)) {
                looked.add(lookedUp(task.id(), task.source()));
            } else if (fact instanceof Task task && task.owner() == null && draw.once(6)) {
                looked.add(owned(task.id(), task.source()));
            } else if (fact instanceof DeferredRisk risk && draw.once(3)) {
                looked.add(draw.once(2) ? lookedUp(risk.id(), risk.source()) : owned(risk.id(), risk.source()));
            }
        }
        facts.addAll(looked);
        facts.add(new Checkout("0123456789abcdef0123456789abcdef01234567", looked.size(), 0, 0));
    }

    private static CodeOwner owned(String item, SourceRef source) {
        return new CodeOwner(item, "@team", "CODEOWNERS:1", source);
    }

    private LookedUp lookedUp(String item, SourceRef source) {
        boolean found = draw.once(2);
        return new LookedUp(
                item,
                ReferenceKind.PATH,
                "src/app.ts",
                found,
                found ? "is in the checkout" : "is not in the checkout",
                source);
    }
}
