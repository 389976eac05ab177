package dev.mitigauge.rules;

import dev.mitigauge.facts.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order in which facts meet the rules: the same for the same facts, however they came. */
final class FactOrder {

    private static final Comparator<Fact> ORDER = Comparator.<Fact, String>comparing(
                    fact -> fact.getClass().getName())
            .thenComparing(Fact::source)
            .thenComparing(FactOrder::name);

    private FactOrder() {}

    static List<Fact> sorted(Collection<? extends Fact> facts) {
        List<Fact> sorted = new ArrayList<>(facts);
        sorted.sort(ORDER);
        return sorted;
    }

    private static String name(Fact fact) {
        String id = Items.id(fact);
        return id.isEmpty() ? fact.toString() : id;
    }
}
