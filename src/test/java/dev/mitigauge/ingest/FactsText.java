package dev.mitigauge.ingest;

import dev.mitigauge.facts.Assumption;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.Reference;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.StatusClaim;
import dev.mitigauge.facts.Subtask;
import dev.mitigauge.facts.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Facts as lines that a person can compare. */
final class FactsText {

    private FactsText() {}

    static String of(List<Fact> facts) {
        return facts.stream()
                .map(FactsText::line)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Fact fact) {
        if (fact instanceof Document document) {
            return "document " + document.kind() + String.format(Locale.ROOT, " understood %.2f", document.understood())
                    + opt(" written ", document.written()) + opt(" protocol ", document.protocol())
                    + (document.template() ? " template" : "")
                    + document.unread().stream()
                            .map(u -> " unread " + u.line() + "-" + u.endLine())
                            .collect(Collectors.joining());
        }
        if (fact instanceof Section section) {
            return at(fact) + "section " + section.tier() + (section.must() ? " must" : "")
                    + opt(" phase ", section.phase()) + opt(" in ", section.environment()) + " | " + section.title();
        }
        if (fact instanceof StatusClaim claim) {
            return at(fact) + "claim " + claim.scope() + " " + claim.claim() + opt(" ", claim.amount())
                    + opt("/", claim.total()) + opt(" on ", claim.date()) + " | " + claim.wording();
        }
        if (fact instanceof Task task) {
            return at(fact) + "task " + task.state() + " " + task.tier() + (task.must() ? " must" : "")
                    + (task.accepted() ? " accepted" : "") + " " + task.proof() + opt(" repeats ", task.duplicateOf())
                    + " | " + task.text();
        }
        return item(fact);
    }

    private static String item(Fact fact) {
        if (fact instanceof DeferredRisk risk) {
            List<String> more = new ArrayList<>();
            more.add(opt("category ", risk.category()));
            more.add(opt(
                    "file ",
                    risk.file() == null
                            ? null
                            : risk.file().path() + opt(":", risk.file().line())));
            more.add(opt("owner ", risk.owner()));
            more.add(opt("review ", risk.reviewDate()));
            more.add(opt("trigger ", risk.reviewTrigger()));
            more.add(risk.steps().isEmpty() ? "" : risk.steps().size() + " steps");
            more.add(
                    risk.missing().isEmpty()
                            ? ""
                            : "missing " + risk.missing().stream().sorted().toList());
            return at(fact) + "risk " + risk.state() + (risk.must() ? " must" : "") + " " + risk.severity() + "/"
                    + risk.severitySource() + " ["
                    + risk.id() + "]"
                    + (risk.codes().isEmpty() ? "" : risk.codes().toString()) + opt(" repeats ", risk.duplicateOf())
                    + " | " + risk.title()
                    + more.stream()
                            .filter(text -> !text.isEmpty())
                            .map(text -> " | " + text)
                            .collect(Collectors.joining());
        }
        if (fact instanceof Mitigation mitigation) {
            return at(fact) + "mitigation of " + mitigation.riskId() + " " + mitigation.tense() + " "
                    + mitigation.kind() + (mitigation.cites().isEmpty() ? "" : " cites " + mitigation.cites()) + " | "
                    + mitigation.text();
        }
        if (fact instanceof Assumption assumption) {
            return at(fact) + "assumption of " + assumption.riskId() + " " + assumption.key() + " = "
                    + assumption.expected();
        }
        if (fact instanceof Reference reference) {
            return at(fact) + "reference " + reference.kind() + " " + reference.target();
        }
        if (fact instanceof Subtask subtask) {
            return at(fact) + "part of " + subtask.parent();
        }
        return "";
    }

    private static String at(Fact fact) {
        int line = fact.source().line();
        int end = fact.source().endLine();
        return String.format(Locale.ROOT, "%7s ", end > line ? line + "-" + end : Integer.toString(line));
    }

    private static String opt(String prefix, @Nullable Object value) {
        return value == null ? "" : prefix + value;
    }
}
