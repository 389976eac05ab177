package dev.mitigauge.bench.endurance;

import dev.mitigauge.bench.RuleEdits;
import dev.mitigauge.bench.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Somebody who edits the rules of the running service and looks what comes of it. */
final class RulesDesk {

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);
    private static final String STALE = "mitigauge_rules_stale";

    private final Service service;
    private final RuleEdits edits;
    private final Timeline timeline;
    private final List<String> faults = new ArrayList<>();
    private final Times seconds = new Times();
    private int number;

    RulesDesk(Service service, Path rules, Timeline timeline) throws IOException {
        this.service = service;
        this.edits = new RuleEdits(rules);
        this.timeline = timeline;
    }

    /** Saves the next edit of that kind, as {@link RuleEdits#kind} tells, and waits until verdicts are given under it. */
    void edit(String kind) throws Exception {
        do {
            number++;
        } while (!RuleEdits.kind(number).equals(kind));
        String before = digest();
        long saved = System.nanoTime();
        timeline.mark(Deed.RULES, "save " + kind);
        edits.save(number);
        if (comes("edit " + number + " of " + kind, () -> !service.digest().equals(before))) {
            seconds.add((System.nanoTime() - saved) / 1e9);
            timeline.tell(String.format(Locale.ROOT, "in force after %.1f s", (System.nanoTime() - saved) / 1e9));
        }
    }

    /** Saves what is no rule set: the one before must go on to judge, and the service say so. Then mends it. */
    void breakAndMend(long millis) throws Exception {
        String before = digest();
        timeline.mark(Deed.BROKEN_RULES, "save broken rules");
        edits.spoil();
        comes("the refusal of broken rules", () -> service.metric(STALE + " ", "") == 1);
        TimeUnit.MILLISECONDS.sleep(millis);
        if (!digest().equals(before)) {
            faults.add("broken rules changed what judges");
        }
        edit("a DRL file and a table");
        comes("the end of the refusal", () -> service.metric(STALE + " ", "") == 0);
    }

    /** How many edits came into force, and how fast. */
    Times seconds() {
        return seconds;
    }

    /** What did not come to be as it should. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** That of the rules that judge. */
    private String digest() throws Exception {
        String[] digest = {"unknown"};
        comes("a verdict", () -> {
            digest[0] = service.digest();
            return true;
        });
        return digest[0];
    }

    private boolean comes(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LONGEST;
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                faults.add(what + " did not come within a minute");
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return true;
    }

    /** A request that is turned away says nothing of the rules; whether it may be is judged elsewhere. */
    private static boolean holds(Callable<Boolean> condition) throws Exception {
        try {
            return condition.call();
        } catch (IOException | IllegalStateException turnedAway) {
            return false;
        }
    }
}
