package dev.mitigauge.report;

import dev.mitigauge.facts.Assumption;
import dev.mitigauge.facts.ClaimScope;
import dev.mitigauge.facts.CodeOwner;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.FileRef;
import dev.mitigauge.facts.LookedUp;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.Proof;
import dev.mitigauge.facts.Reference;
import dev.mitigauge.facts.RiskState;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.SeveritySource;
import dev.mitigauge.facts.StatusClaim;
import dev.mitigauge.facts.Subtask;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.facts.Tense;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact in the words of a reader: what it is, how it stands, and then whatever else was read of it. */
final class FactWords {

    private final List<String> details = new ArrayList<>();

    private FactWords() {}

    /**
     * The fact on one line.
     *
     * @param quoted whether the words of the document are repeated, because the line above doesn't show them or shows several facts
     */
    static Span[] of(Fact fact, boolean quoted) {
        FactWords words = new FactWords();
        Span what = words.what(fact);
        String quote = fact instanceof Mitigation mitigation ? mitigation.text() : quoted ? text(fact) : null;
        return new Span[] {
            what,
            Span.plain(quote == null ? "" : "“" + quote + "”"),
            Span.faint(words.details.isEmpty() ? "" : "· " + String.join(" · ", words.details))
        };
    }

    private Span what(Fact fact) {
        if (fact instanceof Section section) {
            return section(section);
        }
        if (fact instanceof StatusClaim claim) {
            return claim(claim);
        }
        if (fact instanceof Task task) {
            return task(task);
        }
        if (fact instanceof DeferredRisk risk) {
            return risk(risk);
        }
        return attached(fact);
    }

    private Span section(Section section) {
        detail("phase ", section.phase());
        detail("environment ", section.environment());
        return Span.strong("section of depth " + section.depth() + ", tier " + Words.of(section.tier())
                + (section.must() ? ", condition of release" : ""));
    }

    private Span claim(StatusClaim claim) {
        detail("of ", claim.date());
        String whose = claim.scope() == ClaimScope.DOCUMENT ? "the document" : "the section";
        String amount =
                switch (claim.claim()) {
                    case NO_CRITICALS -> "nothing critical is open";
                    case REMAINING -> claim.amount() + " remaining";
                    case TOTAL -> claim.amount() + " of " + claim.total() + " done";
                    case PERCENT -> claim.amount() + " % done";
                    case READY, CONDITIONAL, COMPLETE, NOT_READY -> Words.of(claim.claim());
                };
        return Span.strong("claim about " + whose + ": " + amount);
    }

    private Span task(Task task) {
        detail("", task.must() ? "condition of release" : null);
        detail("", task.accepted() ? "on purpose" : null);
        detail("tick ", task.state() == TaskState.DONE ? proof(task.proof()) : null);
        detail("repeats ", task.duplicateOf());
        detail("environment ", task.environment());
        detail("owner ", task.owner());
        detail("effort ", task.effort());
        detail("files ", task.files());
        detail("topics ", task.topics());
        return new Span("task " + Words.of(task.state()) + ", tier " + Words.of(task.tier()), style(task.state()));
    }

    private Span risk(DeferredRisk risk) {
        detail("codes ", risk.codes());
        detail("", risk.must() ? "holds a release" : null);
        detail("repeats ", risk.duplicateOf());
        detail("likelihood ", risk.likelihood() == null ? null : Words.of(risk.likelihood()));
        detail("impact ", risk.impact() == null ? null : Words.of(risk.impact()));
        detail("category ", risk.category());
        detail("file ", risk.file() == null ? null : file(risk.file()));
        detail("error ", risk.error());
        detail("reason ", risk.reason());
        detail("", risk.steps().isEmpty() ? null : Words.count(risk.steps().size(), "step", "steps"));
        detail("effort ", risk.effort());
        detail("owner ", risk.owner());
        detail("review ", risk.reviewDate());
        detail("review when ", risk.reviewTrigger());
        detail("accepted by ", risk.acceptedBy());
        detail("since ", risk.since());
        detail("topics ", risk.topics());
        detail("lacks ", risk.missing());
        return new Span(
                "risk " + risk.id() + ", " + Words.of(risk.severity()) + origin(risk.severitySource()) + ", "
                        + Words.of(risk.state()),
                style(risk.state()));
    }

    private Span attached(Fact fact) {
        if (fact instanceof Mitigation mitigation) {
            detail("cites ", mitigation.cites());
            detail("topics ", mitigation.topics());
            return new Span(
                    "mitigation of " + mitigation.riskId() + ", " + Words.of(mitigation.tense()) + ", "
                            + Words.of(mitigation.kind()) + ":",
                    mitigation.tense() == Tense.IN_PLACE ? Span.Style.GOOD : Span.Style.CAUTION);
        }
        if (fact instanceof Assumption assumption) {
            return Span.strong(
                    "assumption of " + assumption.riskId() + ": " + assumption.key() + " = " + assumption.expected());
        }
        if (fact instanceof Reference reference) {
            detail("from ", reference.from());
            return Span.plain("reference to " + Words.of(reference.kind()) + " " + reference.target());
        }
        if (fact instanceof LookedUp looked) {
            detail("from ", looked.item());
            return new Span(
                    "looked up: " + looked.target() + " " + looked.says(),
                    looked.found() ? Span.Style.GOOD : Span.Style.CAUTION);
        }
        if (fact instanceof Subtask subtask) {
            return Span.plain("part of " + subtask.parent());
        }
        if (fact instanceof CodeOwner owner) {
            return Span.plain("owner of the file: " + owner.owners() + " by " + owner.from());
        }
        return Span.plain(fact.getClass().getSimpleName());
    }

    private static @Nullable String text(Fact fact) {
        if (fact instanceof Section section) {
            return section.title();
        }
        if (fact instanceof StatusClaim claim) {
            return claim.wording();
        }
        if (fact instanceof Task task) {
            return task.text();
        }
        return fact instanceof DeferredRisk risk ? risk.title() : null;
    }

    private static String file(FileRef file) {
        return file.line() == null ? file.path() : file.path() + ":" + file.line();
    }

    private static String origin(SeveritySource source) {
        return switch (source) {
            case STATED -> "";
            case FROM_ID -> " by its id";
            case MATRIX -> " by likelihood and impact";
            case UNRATED -> "";
        };
    }

    private static String proof(Proof proof) {
        return switch (proof) {
            case STATED -> "without proof";
            case DOCUMENTED_ONLY -> "for documentation only";
            case REFERENCED -> "with evidence";
            case VERIFIED -> "verified";
        };
    }

    private static Span.Style style(TaskState state) {
        return switch (state) {
            case DONE, NOT_APPLICABLE -> Span.Style.GOOD;
            case OPEN, IN_PROGRESS, BLOCKED, DEFERRED -> Span.Style.CAUTION;
        };
    }

    private static Span.Style style(RiskState state) {
        return switch (state) {
            case RESOLVED -> Span.Style.GOOD;
            case OPEN, IN_PROGRESS, ACCEPTED -> Span.Style.CAUTION;
        };
    }

    private void detail(String label, @Nullable Object value) {
        if (value instanceof Collection<?> all) {
            if (!all.isEmpty()) {
                details.add(label
                        + String.join(
                                ", ", all.stream().map(String::valueOf).sorted().toList()));
            }
        } else if (value != null) {
            details.add(label + Printable.shortened(value.toString(), 60));
        }
    }
}
