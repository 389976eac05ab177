package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleMemoryTest {

    private static final SortedMap<String, String> SHIPPED = new TreeMap<>(Rules.shippedAnd("README.md", ""));

    /** No compiler is as quick as that: whatever must be compiled is given up. */
    static final RulesSettings COMPILING_NOTHING =
            new RulesSettings(100, 10_000, 1, 30_000, 4096, 0, false, false, 1000);

    private final RuleSource source = new RuleSource(RulesSettings.DEFAULT);
    private final RuleBase before = loaded(source, SHIPPED);

    @Test
    void shouldUseTheSameBaseForASetThatDiffersInATable() {
        assertThat(loaded(source, edited("tables/severity-weights.csv", "# a remark")))
                .isSameAs(before);
    }

    @Test
    void shouldCompileNothingForASetThatDiffersInATable() {
        RuleSource quick = new RuleSource(COMPILING_NOTHING);
        loaded(quick, SHIPPED);

        Rules.accepted(quick.load(RuleFiles.of(edited("tables/severity-weights.csv", "# a remark"))));

        assertThat(Rules.refusals(quick.load(RuleFiles.of(edited("hygiene.drl", "// a remark")))))
                .singleElement()
                .asString()
                .contains("compiling the rules was given up: it took longer than 1 ms");
    }

    @Test
    void shouldCompileAndLoadTheChangedRuleAlone() {
        RuleBase after = loaded(source, changed("a risk has no owner"));

        assertThat(changed(before.code().units(), after.code().units())).isEqualTo(1);
        assertThat(changed(loaded(before), loaded(after))).isEqualTo(1);
        assertThat(unit(after, "hygiene.drl").lots())
                .extracting(lot -> lot.rules().size())
                .containsExactly(unit(before, "hygiene.drl").rules().size() - 1, 1);
    }

    @Test
    void shouldCompileAndLoadNothingForARemarkBetweenRules() {
        RuleBase after = loaded(source, edited("hygiene.drl", "// a remark"));

        assertThat(changed(before.code().units(), after.code().units())).isEqualTo(1);
        assertThat(changed(loaded(before), loaded(after))).isZero();
    }

    @Test
    void shouldCompileWhatShipsOnlyWhereItChanged() {
        RuleSource fresh = new RuleSource(RulesSettings.DEFAULT);

        RuleBase after = loaded(fresh, edited("hygiene.drl", "// a remark"));

        RuleCode shipped = ShippedCode.any().orElseThrow();
        for (String file : List.of("claims.drl", "readiness.drl", "mitigation.drl")) {
            String key = RuleUnit.key(file, String.valueOf(SHIPPED.get(file)));
            RuleUnit there = shipped.units().stream()
                    .filter(unit -> unit.key().equals(key))
                    .findFirst()
                    .orElseThrow();
            assertThat(unit(after, file).lots())
                    .extracting(RuleLot::key)
                    .containsExactlyElementsOf(
                            there.lots().stream().map(RuleLot::key).toList());
        }
    }

    @Test
    void shouldStillRefuseWhatOnlyShowsInFilesTogether() {
        String twin = Objects.requireNonNull(SHIPPED.get("hygiene.drl"));

        LoadedRules loaded = source.load(RuleFiles.of(Rules.shippedAnd("twin.drl", twin)));

        assertThat(Rules.refusals(loaded))
                .anyMatch(problem -> problem.startsWith("twin.drl") && problem.contains("stands at hygiene.drl"));
        assertThat(source.memory().code(before.code().keys())).contains(before.code());
    }

    @Test
    void shouldForgetWhatWasOnlyTried() {
        Rules.accepted(source.keepingNothing().load(RuleFiles.of(edited("hygiene.drl", "// a remark"))));

        assertThat(source.memory().code(before.code().keys())).contains(before.code());
    }

    private static RuleBase loaded(RuleSource source, Map<String, String> texts) {
        RuleFiles files = RuleFiles.of(texts);
        Rules.accepted(source.load(files));
        RuleCode code = source.memory().code(RuleCode.keys(files.texts(".drl"))).orElseThrow();
        return source.memory().base(code, RulesSettings.DEFAULT);
    }

    private static Map<String, String> edited(String file, String line) {
        Map<String, String> edited = new TreeMap<>(SHIPPED);
        edited.merge(file, line + "\n", String::concat);
        return edited;
    }

    /** The shipped rules but for one, which says something else. */
    private static Map<String, String> changed(String rule) {
        String text = Objects.requireNonNull(SHIPPED.get("hygiene.drl"));
        Map<String, String> changed = new TreeMap<>(SHIPPED);
        changed.put("hygiene.drl", text.replaceFirst("(?s)(rule \"" + rule + "\".*?@why\\(\")", "$1Above all: "));
        return changed;
    }

    private static List<LoadedLot> loaded(RuleBase base) {
        return base.units().stream().flatMap(unit -> unit.lots().stream()).toList();
    }

    private static RuleUnit unit(RuleBase base, String file) {
        return base.code().units().stream()
                .filter(unit -> unit.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    /** How many of the second are not the very same objects as in the first. */
    private static long changed(List<?> before, List<?> after) {
        return after.stream()
                .filter(each -> before.stream().noneMatch(other -> other == each))
                .count();
    }
}
