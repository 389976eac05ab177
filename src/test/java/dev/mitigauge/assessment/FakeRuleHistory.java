package dev.mitigauge.assessment;

import dev.mitigauge.assessment.kept.Activation;
import dev.mitigauge.assessment.kept.NewActivation;
import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.RuleHistory;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.assessment.kept.Stored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A history in memory that can be away. */
public final class FakeRuleHistory implements RuleHistory {

    private final List<Activation> activations = new ArrayList<>();
    private final Map<String, RuleSetFiles> sets = new HashMap<>();
    private boolean away;

    /** From now on it can't be asked, or can again. */
    public synchronized void away(boolean now) {
        away = now;
    }

    /** How and digest of all entries, oldest first. */
    public synchronized List<String> entries() {
        return activations.stream()
                .map(each -> each.what().how() + " " + each.digest())
                .collect(Collectors.toList());
    }

    @Override
    public synchronized Stored<RuleSetFiles> keep(RuleSetFiles set) {
        return answer(() -> {
            sets.put(set.digest(), set);
            return set;
        });
    }

    @Override
    public synchronized Stored<Activation> activated(RuleSetFiles set, NewActivation what) {
        return keep(set).map(kept -> {
            Activation made = new Activation(activations.size() + 1, kept.digest(), what);
            activations.add(made);
            return made;
        });
    }

    @Override
    public synchronized Stored<Optional<RuleSetFiles>> find(String digest) {
        return answer(() -> Optional.ofNullable(sets.get(digest)));
    }

    @Override
    public synchronized Stored<Page<Activation>> activations(@Nullable Long before, int limit) {
        long end = before == null ? Long.MAX_VALUE : before;
        return answer(() -> {
            List<Activation> newestFirst = new ArrayList<>(activations);
            Collections.reverse(newestFirst);
            newestFirst.removeIf(each -> each.number() >= end);
            return Page.of(newestFirst, limit);
        });
    }

    private <T> Stored<T> answer(Supplier<T> value) {
        return away
                ? new Stored.Unavailable<>(new Outage(Outage.Cause.UNREACHABLE, "away"))
                : new Stored.Done<>(value.get());
    }
}
