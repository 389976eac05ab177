package dev.mitigauge.rules;

import dev.mitigauge.facts.Assumption;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.findings.Finding;
import dev.mitigauge.findings.Level;
import dev.mitigauge.findings.Say;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what one rule finds about many risks of one document once and not many times. Rules speak of one risk each, so that a waiver
 * can cover one; readers fix a register in one go.
 */
final class Crowds {

    /** Most findings of one rule about single risks of one document that stand alone. */
    static final int MOST = 3;

    /** The same for those that hold a release: each of them deserves a line, up to what a reader bears. */
    static final int MOST_BLOCKERS = 5;

    private final Map<SourceRef, String> risks = new HashMap<>();

    /** What findings have in common that are told as one. */
    private record Kind(String rule, Level level, String document, boolean waived) {}

    /** Learns the name of what findings may be about. */
    void know(Object fact) {
        if (fact instanceof DeferredRisk risk) {
            risks.put(risk.source(), risk.id());
        } else if (fact instanceof Mitigation mitigation) {
            risks.putIfAbsent(mitigation.source(), mitigation.riskId());
        } else if (fact instanceof Assumption assumption) {
            risks.putIfAbsent(assumption.source(), assumption.riskId());
        }
    }

    /** The same findings, each crowd as one. */
    List<Finding> gathered(List<Finding> findings, Map<Finding, String> waived) {
        List<Finding> all = new ArrayList<>();
        Map<Kind, List<Finding>> crowds = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (risk(finding) == null) {
                all.add(finding);
            } else {
                Kind kind = new Kind(
                        finding.rule(),
                        finding.level(),
                        finding.sources().get(0).document(),
                        waived.containsKey(finding));
                crowds.computeIfAbsent(kind, unused -> new ArrayList<>()).add(finding);
            }
        }
        crowds.forEach((kind, crowd) -> {
            if (crowd.size() > (kind.level() == Level.BLOCKER ? MOST_BLOCKERS : MOST)) {
                all.add(one(crowd));
            } else {
                all.addAll(crowd);
            }
        });
        return all.stream().sorted().toList();
    }

    private Finding one(List<Finding> crowd) {
        Finding first = crowd.get(0);
        List<String> names = crowd.stream().map(this::name).distinct().toList();
        String remedy = crowd.stream().allMatch(each -> each.remedy().equals(first.remedy()))
                ? first.remedy()
                : first.remedy() + " The others likewise.";
        return new Finding(
                first.rule(),
                first.level(),
                first.title(),
                first.title() + ", " + crowd.size() + " times: " + Say.listed(names) + ". The first: "
                        + first.message(),
                remedy,
                crowd.stream().flatMap(each -> each.sources().stream()).toList());
    }

    private String name(Finding finding) {
        return String.valueOf(risk(finding));
    }

    /** The risk that a finding is about; null if it is about something else. */
    private @Nullable String risk(Finding finding) {
        return finding.sources().isEmpty() ? null : risks.get(finding.sources().get(0));
    }
}
