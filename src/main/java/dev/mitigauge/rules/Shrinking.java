package dev.mitigauge.rules;

import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Today;
import dev.mitigauge.rules.CaseKeys.ItemKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a counter-example smaller as long as it stays one: fewer facts, then plainer ones. What is left is what the mistake needs, as far
 * as a bounded search can tell.
 */
final class Shrinking {

    /** Most tries: a counter-example that is not quite the smallest is better than one that comes late. */
    private static final int MOST = 1_500;

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Judging judging;
    private final BooleanSupplier inTime;
    private final long until = System.nanoTime() + LONGEST.toNanos();
    private int tries;

    /** @param inTime whether there is time left */
    Shrinking(Judging judging, BooleanSupplier inTime) {
        this.inTime = inTime;
        this.judging = judging;
    }

    Trial smallest(Trial broken) {
        Trial smaller = broken;
        @Nullable Trial before = null;
        while (!smaller.equals(before) && left()) {
            before = smaller;
            smaller = plainerProfile(smaller);
            smaller = fewer(smaller);
            smaller = plainer(smaller);
            smaller = plainerChange(smaller);
        }
        return smaller;
    }

    private boolean breaks(Trial candidate) {
        tries++;
        return left() && candidate.broken(judging).isPresent();
    }

    private boolean left() {
        return tries < MOST && System.nanoTime() - until < 0 && inTime.getAsBoolean();
    }

    private Trial better(Trial now, Trial candidate) {
        return !candidate.equals(now) && breaks(candidate) ? candidate : now;
    }

    private Trial plainerProfile(Trial trial) {
        return judging.rules().profiles().contains("production") ? better(trial, trial.under("production")) : trial;
    }

    /** Halves go first, then quarters, at last one by one. */
    private Trial fewer(Trial trial) {
        Trial now = trial;
        for (int size = Math.max(1, now.facts().size() / 2); size > 0; size /= 2) {
            for (int from = 0; from < now.facts().size(); ) {
                Trial candidate = now.with(without(now.facts(), from, from + size));
                if (!candidate.equals(now) && breaks(candidate)) {
                    now = candidate;
                } else {
                    from += size;
                }
            }
        }
        return now;
    }

    /** A document stays as long as something stands in it: nothing else is ever judged. */
    private static List<Fact> without(List<Fact> facts, int from, int to) {
        List<Fact> fewer = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            if (i < from || i >= to || (fact instanceof Document document && holds(facts, document, from, to))) {
                fewer.add(fact);
            }
        }
        return fewer;
    }

    private static boolean holds(List<Fact> facts, Document document, int from, int to) {
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            boolean stays = i < from || i >= to;
            if (stays && !fact.equals(document) && fact.source().document().equals(document.name())) {
                return true;
            }
        }
        return false;
    }

    private Trial plainer(Trial trial) {
        Trial now = trial;
        for (int i = 0; i < now.facts().size(); i++) {
            int at = i;
            Function<Trial, Fact> fact = each -> each.facts().get(at);
            for (ItemKey key : CaseKeys.keys(fact.apply(now))) {
                @Nullable Fact simple = plain(fact.apply(now), key);
                if (simple != null) {
                    now = better(now, now.with(replaced(now.facts(), at, simple)));
                }
            }
        }
        return now;
    }

    private Trial plainerChange(Trial trial) {
        Trial now = trial;
        if (now.change() instanceof Change.Add) {
            for (ItemKey key : CaseKeys.keys(((Change.Add) trial.change()).fact())) {
                @Nullable Fact simple = plain(((Change.Add) now.change()).fact(), key);
                if (simple != null) {
                    now = better(now, now.with(new Change.Add(simple)));
                }
            }
        } else if (now.change() instanceof Change.Reorder) {
            now = better(now, now.with(new Change.Reorder(0)));
        }
        return now;
    }

    private static List<Fact> replaced(List<Fact> facts, int at, Fact fact) {
        List<Fact> other = new ArrayList<>(facts);
        other.set(at, fact);
        return other;
    }

    /** The fact with one component as a case has it that does not name it; null if it is that already, or must be named. */
    private static @Nullable Fact plain(Fact fact, ItemKey key) {
        if (key.names() || fact instanceof Today) {
            return null;
        }
        @Nullable Object plain = CaseKeys.plain(fact, key);
        return Objects.equals(plain, Fields.value(fact, key.component()))
                ? null
                : Fields.with(fact, key.component(), plain);
    }
}
