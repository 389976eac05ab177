package dev.mitigauge.bench;

import dev.mitigauge.facts.Assumption;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Deployment;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.Proof;
import dev.mitigauge.facts.Reference;
import dev.mitigauge.facts.ReferenceKind;
import dev.mitigauge.facts.RiskState;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.facts.Tense;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.Today;
import dev.mitigauge.facts.Waiver;
import dev.mitigauge.findings.Aspect;
import dev.mitigauge.findings.Finding;
import dev.mitigauge.findings.Level;
import dev.mitigauge.findings.Say;
import dev.mitigauge.findings.Scores;
import dev.mitigauge.findings.Standing;
import dev.mitigauge.findings.Worth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scores of the shipped rules, and their findings about open critical tasks, as a programmer would write them without a rule engine:
 * the practical limit. Knows no waivers.
 */
@SuppressWarnings("EnumOrdinal") // tables by ordinal are the fastest there is
final class PlainJudge {

    /** Rules whose findings it makes. */
    static final Set<String> FINDINGS = Set.of("RDY-001", "RDY-002", "RDY-003");

    private final Weights weights;

    private PlainJudge(Weights weights) {
        this.weights = weights;
    }

    static PlainJudge shipped() {
        return new PlainJudge(new Weights());
    }

    /** Scores as in {@link dev.mitigauge.findings.Conclusions}, residuals by risk id, findings worst first. */
    record Result(
            @Nullable Double completion,
            double readiness,
            double cap,
            double deferredRisk,
            @Nullable Double coverage,
            int proven,
            double confidence,
            Map<String, Double> residuals,
            List<Finding> findings) {}

    Result judge(List<Fact> facts) {
        return new Judgement().judge(facts);
    }

    private final class Judgement {
        private final List<Task> tasks = new ArrayList<>();
        private final List<DeferredRisk> risks = new ArrayList<>();
        private final List<DeferredRisk> counting = new ArrayList<>();
        private final List<Document> documents = new ArrayList<>();
        private final Set<String> templates = new HashSet<>();
        private final List<Mitigation> mitigations = new ArrayList<>();
        private final List<Reference> references = new ArrayList<>();
        private final List<Assumption> assumptions = new ArrayList<>();
        private final Map<String, Section> sections = new LinkedHashMap<>();
        private final Map<String, String> deployment = new HashMap<>();
        private @Nullable Today today;

        Result judge(List<Fact> facts) {
            facts.forEach(this::sort);
            Map<String, double[]> left = new HashMap<>();
            Set<String> proven = new HashSet<>();
            weighMitigations(left, proven);

            Map<String, Double> residuals = new HashMap<>();
            double raw = 0;
            double inherent = 0;
            double covered = 0;
            double largest = 0;
            int rated = 0;
            int dated = 0;
            for (DeferredRisk risk : counting) {
                Severity severity = severity(risk);
                double weight = weights.severity[severity.ordinal()];
                double[] remaining = left.get(risk.id());
                double factor = Math.max(weights.floor, remaining == null ? 1 : remaining[0]);
                double residual = weight * factor * interest(risk, severity);
                residuals.put(risk.id(), residual);
                raw += residual;
                inherent += weight;
                covered += weight * (1 - factor);
                largest = Math.max(largest, weight * factor);
                rated += severity == Severity.UNRATED ? 0 : 1;
                dated += risk.since() == null && risk.reviewDate() == null ? 0 : 1;
            }
            double deferred = Scores.saturate(raw, weights.riskScale);

            int scored = (int)
                    tasks.stream().filter(task -> task.tier() != Tier.ARCHIVE).count();
            Double completion = completion();
            Map<String, List<Task>> open = new LinkedHashMap<>();
            boolean anyOpen = openCritical(open);
            double cap = cap(largest, anyOpen);
            double points = weights.completionPoints * (completion == null ? 0 : completion)
                    + weights.riskPoints * (1 - deferred / 100);
            double atMost = (1 - weights.floor) * inherent;
            return new Result(
                    completion,
                    Scores.clamp(points, 0, cap),
                    cap,
                    deferred,
                    residuals.isEmpty() || atMost <= 0 ? null : (Double) Scores.clamp(covered / atMost, 0, 1),
                    proven.size(),
                    confidence(scored, rated, dated),
                    residuals,
                    findings(open));
        }

        private void sort(Fact fact) {
            if (fact instanceof Task task) {
                if (!task.duplicate()) {
                    tasks.add(task);
                }
            } else if (fact instanceof DeferredRisk risk) {
                if (!risk.duplicate()) {
                    risks.add(risk);
                }
                if (risk.counts()) {
                    counting.add(risk);
                }
            } else if (fact instanceof Mitigation mitigation) {
                mitigations.add(mitigation);
            } else if (fact instanceof Section section) {
                sections.put(section.id(), section);
            } else if (fact instanceof Reference reference) {
                references.add(reference);
            } else if (fact instanceof Assumption assumption) {
                assumptions.add(assumption);
            } else if (fact instanceof Document document) {
                documents.add(document);
                if (document.template()) {
                    templates.add(document.name());
                }
            } else if (fact instanceof Deployment value) {
                deployment.put(value.key(), value.value());
            } else if (fact instanceof Today day) {
                today = day;
            } else if (fact instanceof Waiver) {
                throw new IllegalArgumentException("plain Java knows no waivers");
            }
        }

        /** What mitigations leave of each risk, and which risks have a proven one. */
        private void weighMitigations(Map<String, double[]> left, Set<String> proven) {
            Map<String, Set<String>> targets = targets();
            Map<String, List<Task>> cited = new HashMap<>();
            Map<String, List<DeferredRisk>> citedRisks = new HashMap<>();
            Map<String, int[]> topics = new HashMap<>();
            index(targets, cited, citedRisks, topics);
            Set<String> broken = new HashSet<>();
            for (Assumption assumption : assumptions) {
                String value = deployment.get(assumption.key());
                if (value != null && !value.equals(assumption.expected())) {
                    broken.add(assumption.mitigationId());
                }
            }
            for (Mitigation mitigation : mitigations) {
                Standing standing = mitigation.tense() == Tense.PLANNED
                        ? Standing.PLANNED
                        : broken.contains(mitigation.id())
                                ? Standing.VOID
                                : standing(mitigation, targets, cited, citedRisks, topics);
                left.computeIfAbsent(mitigation.riskId(), id -> new double[] {1})[0] *=
                        1 - weights.mitigation[standing.ordinal()];
                if (standing == Standing.REFERENCED || standing == Standing.VERIFIED) {
                    proven.add(mitigation.riskId());
                }
            }
        }

        private Map<String, Set<String>> targets() {
            Map<String, Set<String>> targets = new HashMap<>();
            for (Mitigation mitigation : mitigations) {
                Set<String> of = new HashSet<>();
                mitigation.cites().forEach(cite -> of.add(cite.toUpperCase(Locale.ROOT)));
                targets.put(mitigation.id(), of);
            }
            for (Reference reference : references) {
                Set<String> of = targets.get(reference.from());
                if (of != null && reference.kind() != ReferenceKind.LINK) {
                    of.add(reference.target().toUpperCase(Locale.ROOT));
                }
            }
            return targets;
        }

        /** Items that some mitigation cites, by what it calls them; open and proven tasks of each topic that some mitigation touches. */
        private void index(
                Map<String, Set<String>> targets,
                Map<String, List<Task>> cited,
                Map<String, List<DeferredRisk>> citedRisks,
                Map<String, int[]> topics) {
            targets.values().forEach(of -> of.forEach(target -> cited.put(target, new ArrayList<>())));
            mitigations.forEach(mitigation -> mitigation.topics().forEach(topic -> topics.put(topic, new int[2])));
            for (Task task : tasks) {
                if (!cited.isEmpty()) {
                    cite(task.id(), task, cited);
                    task.files().forEach(file -> cite(file, task, cited));
                }
                for (String topic : task.topics()) {
                    int[] count = topics.get(topic);
                    if (count != null) {
                        count[0] += task.settled() ? 0 : 1;
                        count[1] += isProven(task) ? 1 : 0;
                    }
                }
            }
            for (DeferredRisk risk : risks) {
                citedRisks
                        .computeIfAbsent(risk.id().toUpperCase(Locale.ROOT), id -> new ArrayList<>(1))
                        .add(risk);
                risk.codes().forEach(code -> citedRisks
                        .computeIfAbsent(code.toUpperCase(Locale.ROOT), id -> new ArrayList<>(1))
                        .add(risk));
            }
        }

        private static void cite(String name, Task task, Map<String, List<Task>> cited) {
            List<Task> items = cited.get(name.toUpperCase(Locale.ROOT));
            if (items != null) {
                items.add(task);
            }
        }

        private static boolean isProven(Task task) {
            return task.state() == TaskState.DONE
                    && (task.proof() == Proof.REFERENCED || task.proof() == Proof.VERIFIED);
        }

        private static Standing standing(
                Mitigation mitigation,
                Map<String, Set<String>> targets,
                Map<String, List<Task>> cited,
                Map<String, List<DeferredRisk>> citedRisks,
                Map<String, int[]> topics) {
            boolean verified = false;
            boolean backed = false;
            for (String target : targets.getOrDefault(mitigation.id(), Set.of())) {
                for (Task task : cited.getOrDefault(target, List.of())) {
                    if (task.state() != TaskState.DONE) {
                        return Standing.BROKEN;
                    }
                    verified |= task.proof() == Proof.VERIFIED;
                    backed |= task.proof() == Proof.REFERENCED;
                }
                for (DeferredRisk risk : citedRisks.getOrDefault(target, List.of())) {
                    if (!risk.id().equals(mitigation.riskId())) {
                        if (risk.state() != RiskState.RESOLVED) {
                            return Standing.BROKEN;
                        }
                        backed = true;
                    }
                }
            }
            for (String topic : mitigation.topics()) {
                int[] count = topics.get(topic);
                backed |= count != null && count[0] == 0 && count[1] > 0;
            }
            return verified ? Standing.VERIFIED : backed ? Standing.REFERENCED : Standing.CLAIMED;
        }

        private Severity severity(DeferredRisk risk) {
            if (risk.severity() != Severity.UNRATED || risk.likelihood() == null || risk.impact() == null) {
                return risk.severity();
            }
            return weights.matrix[risk.likelihood().ordinal()][risk.impact().ordinal()];
        }

        private double interest(DeferredRisk risk, Severity severity) {
            LocalDate due = risk.reviewDate();
            if (due == null && risk.since() != null) {
                due = risk.since().plusDays((long) weights.allowedDays[severity.ordinal()]);
            }
            if (due == null || today == null) {
                return 1;
            }
            double grown = 1 + weights.interestRate * today.daysSince(due) / weights.interestPeriod;
            return Scores.clamp(grown, 1, weights.interestLimit);
        }

        private @Nullable Double completion() {
            boolean trusted = criticalsProven();
            double earned = 0;
            double possible = 0;
            for (Task task : tasks) {
                if (task.tier() != Tier.ARCHIVE) {
                    double weight = weights.tier[task.tier().ordinal()];
                    possible += weight;
                    earned += weight * weights.credit[worth(task, trusted).ordinal()];
                }
            }
            return possible > 0 ? (Double) Scores.share(earned, possible) : null;
        }

        private boolean criticalsProven() {
            boolean any = false;
            for (Task task : tasks) {
                if (task.tier() == Tier.CRITICAL) {
                    boolean done = task.state() == TaskState.DONE;
                    if (done ? !isProven(task) : !task.accepted()) {
                        return false;
                    }
                    any |= done;
                }
            }
            return any;
        }

        private static Worth worth(Task task, boolean trusted) {
            if (task.state() == TaskState.DONE) {
                return switch (task.proof()) {
                    case STATED -> trusted ? Worth.TRUSTED : Worth.DONE;
                    case DOCUMENTED_ONLY -> Worth.DOCUMENTED;
                    case REFERENCED, VERIFIED -> Worth.PROVEN;
                };
            }
            if (task.accepted()) {
                return Worth.ACCEPTED;
            }
            return task.state() == TaskState.IN_PROGRESS ? Worth.IN_PROGRESS : Worth.OPEN;
        }

        /** Open critical tasks by section, explicit musts by document under a key of their own. */
        private boolean openCritical(Map<String, List<Task>> open) {
            for (Task task : tasks) {
                if (!task.accepted()
                        && (task.tier() == Tier.CRITICAL || task.must())
                        && task.tier() != Tier.ARCHIVE
                        && task.state() != TaskState.DONE
                        && !templates.contains(task.document())) {
                    String key = task.must() ? "must " + task.document() : task.section();
                    open.computeIfAbsent(key, unused -> new ArrayList<>()).add(task);
                }
            }
            return !open.isEmpty();
        }

        private double cap(double largest, boolean openCritical) {
            double cap = openCritical ? Math.min(100, weights.criticalCap) : 100;
            for (double[] row : weights.caps) {
                cap = row[0] <= largest ? Math.min(cap, row[1]) : cap;
            }
            return cap;
        }

        private double confidence(int scored, int rated, int dated) {
            double state = scored * weights.confidence[Aspect.TASK_STATE.ordinal()];
            double severity = weights.confidence[Aspect.RISK_SEVERITY.ordinal()];
            double clock = weights.confidence[Aspect.RISK_CLOCK.ordinal()];
            double stated = state + rated * severity + dated * clock;
            double asked = state + counting.size() * (severity + clock);
            return Scores.understood(documents) * Scores.share(stated, asked);
        }

        private List<Finding> findings(Map<String, List<Task>> open) {
            List<Finding> findings = new ArrayList<>();
            open.forEach((key, of) -> findings.add(finding(key, of)));
            findings.sort(null);
            return findings;
        }

        private Finding finding(String key, List<Task> of) {
            String number = Say.count(of.size(), of.get(0).must() ? "task" : "critical task");
            String are = Say.are(of.size());
            if (of.get(0).must()) {
                return finding(
                        "RDY-003",
                        Level.BLOCKER,
                        "An explicit condition of release is open",
                        of.get(0).document() + " makes " + number + " a condition of release that " + are
                                + " not done: " + Say.tasks(of) + ".",
                        "Finish each of them, or take the condition back with a reason.",
                        of);
            }
            Section section = sections.get(key);
            return finding(
                    section == null ? "RDY-002" : "RDY-001",
                    weights.openCritical,
                    "Critical tasks are open",
                    number + " " + are + " open in " + (section == null ? key : Say.section(section)) + ": "
                            + Say.tasks(of) + ".",
                    "Finish each of them, or write beside it why it is left open on purpose.",
                    of);
        }

        private static Finding finding(
                String rule, Level level, String title, String message, String remedy, List<Task> of) {
            return new Finding(
                    rule,
                    level,
                    title,
                    message,
                    remedy,
                    of.stream().map(Task::source).toList());
        }
    }
}
