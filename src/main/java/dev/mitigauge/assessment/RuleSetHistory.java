package dev.mitigauge.assessment;

import dev.mitigauge.assessment.kept.Activation;
import dev.mitigauge.assessment.kept.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rule sets became active. Component names are the names of the JSON answer.
 *
 * @param items newest first
 * @param next the number before which the next part begins, null if this is the last
 */
public record RuleSetHistory(
        List<ToldActivation> items, @Nullable Long next) {

    public RuleSetHistory {
        items = List.copyOf(items);
    }

    /** A page of the history. */
    public static RuleSetHistory of(Page<Activation> page) {
        List<ToldActivation> items =
                page.items().stream().map(ToldActivation::of).toList();
        return new RuleSetHistory(
                items, page.more() ? items.get(items.size() - 1).number() : null);
    }
}
