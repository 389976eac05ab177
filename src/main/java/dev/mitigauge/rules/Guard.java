package dev.mitigauge.rules;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the code of one rule set within bounds, and names the rule that broke them. */
final class Guard {

    private final RulesSettings settings;
    private final RuleCode code;

    /** Made when a rule has to be named for the first time: most sets of rules never fail. */
    private volatile @Nullable List<RuleOwners> owners;

    Guard(RulesSettings settings, RuleCode code) {
        this.settings = settings;
        this.code = code;
    }

    /**
     * Makes something of the rules, such as their model: constants in them are computed meanwhile.
     *
     * @throws RuleFailure if that does not come to an end
     */
    <T> T building(Supplier<T> work) {
        return run(Duration.ofMillis(settings.buildMillis()), work);
    }

    /**
     * Judges, no longer than the caller waits.
     *
     * @throws RuleFailure if a rule takes too long, too much, or goes too deep
     * @throws OutOfTime if the caller's time is up first
     */
    <T> T judging(Supplier<T> work) {
        Duration longest = Duration.ofMillis(settings.judgeMillis());
        Duration time = Deadline.atMost(longest);
        try {
            return run(time, work);
        } catch (RuleFailure e) {
            throw time.compareTo(longest) < 0 && Deadline.passed() ? new OutOfTime(e) : e;
        }
    }

    private <T> T run(Duration time, Supplier<T> work) {
        Budget budget = new Budget(time, settings.maxAllocatedMegabytes());
        try {
            return Tick.within(budget, work);
        } catch (RuleFailure e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | ExceptionInInitializerError e) {
            throw failure(e);
        }
    }

    /** What went wrong, said of the rule in whose code it did. */
    RuleFailure failure(Throwable thrown) {
        Throwable root = RuleFailures.root(thrown);
        @Nullable String rule = rule(root);
        String who = rule == null ? "a rule failed: " : "rule `" + rule + "` failed: ";
        return new RuleFailure(who + reason(root), thrown);
    }

    private static String reason(Throwable root) {
        if (root instanceof StackOverflowError) {
            return "it calls itself without end";
        } else if (root instanceof OutOfMemoryError) {
            return "it took more memory than there is";
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private List<RuleOwners> owners() {
        @Nullable List<RuleOwners> known = owners;
        if (known == null) {
            known = code.lots().stream().map(RuleOwners::of).toList();
            owners = known;
        }
        return known;
    }

    private @Nullable String rule(Throwable root) {
        for (StackTraceElement frame : root.getStackTrace()) {
            if (frame.getClassName().startsWith(DrlFile.PACKAGE + ".")) {
                for (RuleOwners each : owners()) {
                    @Nullable String rule = each.rule(frame.getClassName(), frame.getMethodName());
                    if (rule != null) {
                        return rule;
                    }
                }
            }
        }
        return null;
    }
}
