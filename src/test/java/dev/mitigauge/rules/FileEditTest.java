package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEditTest {

    private static final String FILE = "hygiene.drl";
    private static final String TEXT =
            Objects.requireNonNull(Rules.shippedAnd("README.md", "").get(FILE));
    private static final String OWNER = rule("a risk has no owner");
    private static final String DATE = rule("a risk has no review date");
    private static final String LOUDER = OWNER.replace(" no owner: \"", " nobody who owns them: \"");

    private final RuleSource source = new RuleSource(RulesSettings.DEFAULT);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path cache;

    @Test
    void shouldJudgeAsIfAllWereCompiledAnewWhateverWasEditedBefore() {
        for (String text : List.of(
                TEXT,
                TEXT.replace(OWNER, LOUDER),
                TEXT.replace(OWNER, LOUDER).replace(DATE, ""),
                TEXT.replace(OWNER, "").replace(DATE, DATE + "\n" + LOUDER),
                TEXT.replace(OWNER, OWNER.replace("HYG-002", "HYG-902").replace("no owner\"", "no owner at all\"")),
                TEXT)) {
            RuleSet edited = load(source, text);

            assertThat(judged(edited))
                    .isEqualTo(judged(load(new RuleSource(RulesSettings.DEFAULT, CodeStore.NONE), text)));
        }
    }

    @Test
    void shouldFindAgainWhatWasPutTogetherFromSeveralEdits() {
        String edited = TEXT.replace(OWNER, LOUDER).replace(DATE, DATE.replace("A deferral", "Each deferral"));
        RuleSource first = new RuleSource(RulesSettings.DEFAULT, cache);
        load(first, TEXT.replace(OWNER, LOUDER));
        RuleSet kept = load(first, edited);

        RuleSet found = load(new RuleSource(RuleMemoryTest.COMPILING_NOTHING, cache), edited);

        assertThat(judged(found)).isEqualTo(judged(kept)).contains("nobody who owns them");
    }

    @Test
    void shouldCompileARuleAnewThatIsAsItWasBeforeItsLastChange() {
        DrlFile before = DrlFile.parse(FILE, TEXT);
        RuleUnit unit = RuleUnit.of(before, List.of(lot(before)), List.of());
        FileEdit change = FileEdit.of(DrlFile.parse(FILE, TEXT.replace(OWNER, LOUDER)), Optional.of(unit));
        RuleUnit changed = change.unit(List.of(lot(change.rest())), List.of());

        FileEdit back = FileEdit.of(before, Optional.of(changed));

        assertThat(change.rest().rules()).extracting(rule -> rule.getName()).containsExactly("a risk has no owner");
        assertThat(back.rest().rules()).extracting(rule -> rule.getName()).containsExactly("a risk has no owner");
        assertThat(back.known()).hasSize(1);
    }

    /** Only rules are looked at to tell whether a file changed, so there must be nothing else in one. */
    @Test
    void shouldFindNothingBetweenShippedRulesButRemarks() throws IOException {
        RuleFiles.read(Path.of("rules")).texts(".drl").forEach((name, text) -> {
            DrlFile file = DrlFile.parse(name, text);

            String rest = file.without(file.rules()).source().text();

            assertThat(rest.replaceAll("(?m)//.*$|(?s)/\\*.*?\\*/", ""))
                    .as(name)
                    .isBlank();
        });
    }

    @Test
    void shouldTakeARuleFromItsFirstWordToItsLast() {
        DrlFile file = DrlFile.parse(FILE, OWNER.strip() + "// of the first\n" + DATE.strip());

        assertThat(file.rules())
                .extracting(rule -> file.source().text().substring(DrlFile.start(rule), file.end(rule)))
                .containsExactly(OWNER.strip(), DATE.strip());
        assertThat(file.without(file.rules()).source().text()).isEqualToIgnoringWhitespace("// of the first");
    }

    private static RuleLot lot(DrlFile file) {
        return RuleLot.of(file, new CompiledRules(new TreeMap<>(), List.of()));
    }

    private static String judged(RuleSet rules) {
        return rules.judge(JudgingTest.FACTS, "production").toString() + rules.catalogue();
    }

    private static RuleSet load(RuleSource source, String text) {
        Map<String, String> files = Rules.shippedAnd(FILE, text);
        return Rules.accepted(source.load(RuleFiles.of(files)));
    }

    private static String rule(String name) {
        int start = TEXT.indexOf("rule \"" + name + "\"");
        return TEXT.substring(start, TEXT.indexOf("\nend\n", start) + "\nend\n".length());
    }
}
