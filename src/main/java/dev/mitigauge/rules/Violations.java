package dev.mitigauge.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Makes the trials in which a property did not hold as small as it can, and tells them. */
final class Violations {

    private final Judging judging;
    private final BooleanSupplier inTime;

    /** @param inTime whether there is time left */
    Violations(RuleSet rules, BooleanSupplier inTime) {
        this.judging = new Judging(rules);
        this.inTime = inTime;
    }

    Violation of(Trial found) {
        Trial smallest = new Shrinking(judging, inTime).smallest(found);
        Difference difference = smallest.broken(judging)
                .orElseGet(() -> new Difference(
                        found.property().sentence() + " did not hold, but does when it is tried again",
                        "Decision",
                        null,
                        null));
        List<Blamed> blamed = inTime.getAsBoolean() ? new Blame(judging, smallest, difference).rules() : List.of();
        Optional<RuleInfo> rule = judging.info(info -> blamed.isEmpty()
                ? difference.says().contains("rule `" + info.name() + "`")
                : info.text().id().equals(blamed.get(0).rule()));
        return new Violation(
                found.property().sentence(),
                difference.says(),
                difference.before(),
                difference.after(),
                CaseText.of(smallest.facts(), smallest.profile()),
                ChangeText.of(smallest.change()),
                blamed,
                rule.map(RuleInfo::file).orElse(""),
                rule.map(RuleInfo::line).orElse(0));
    }
}
