package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * A version of a rule file beside what is compiled of it already: of twenty rules an author changes one.
 *
 * @param file the version
 * @param known compiled rules that stand in it as they did
 * @param rest the file without those
 */
record FileEdit(DrlFile file, List<RuleLot> known, DrlFile rest) {

    FileEdit {
        known = List.copyOf(known);
    }

    /** @param before what the file was when it was last compiled */
    static FileEdit of(DrlFile file, Optional<RuleUnit> before) {
        List<RuleLot> known = before.map(unit -> unit.lots(file)).orElse(List.of());
        List<RuleDescr> same = file.rules().stream()
                .filter(rule -> known.stream().anyMatch(lot -> lot.rules().containsKey(rule.getName())))
                .toList();
        return new FileEdit(file, known, same.isEmpty() ? file : file.without(same));
    }

    /** Whether there is a rule in it that is not known. */
    boolean isFresh() {
        return !rest.rules().isEmpty();
    }

    /** What the file comes to, once the rest is compiled. */
    RuleUnit unit(List<RuleLot> made, List<RuleInfo> rules) {
        String key = RuleUnit.key(rest.source().file(), rest.source().text());
        List<RuleLot> lots = new ArrayList<>(known);
        made.stream().filter(lot -> lot.key().equals(key)).forEach(lots::add);
        return RuleUnit.of(file, lots, rules);
    }
}
