package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.facts.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShippedCodeTest {

    private final SortedMap<String, String> texts;

    ShippedCodeTest() throws IOException {
        texts = RuleFiles.read(Path.of("rules")).texts(".drl");
    }

    @Test
    void shouldBeOfTheRulesInTheRepository() throws IOException {
        assertThat(ShippedCode.find(CodeKey.of(texts))).isPresent();
        assertThat(CodeKey.of(RuleSource.builtIn().texts(".drl"))).isEqualTo(CodeKey.of(texts));
    }

    @Test
    void shouldNotBeOfOtherRules() throws IOException {
        SortedMap<String, String> others = new TreeMap<>(texts);
        others.merge("claims.drl", "\n", String::concat);

        assertThat(ShippedCode.find(CodeKey.of(others))).isEmpty();
    }

    @Test
    void shouldEqualWhatCompilingGives() throws IOException {
        RuleSet shipped = Rules.accepted(new RuleSource(RulesSettings.DEFAULT).load(Path.of("rules")));
        RuleSet compiled = Rules.accepted(new RuleSource(RulesSettings.DEFAULT, CodeStore.NONE).load(Path.of("rules")));
        List<Fact> facts = JudgingTest.FACTS;

        assertThat(shipped.catalogue()).isEqualTo(compiled.catalogue());
        assertThat(shipped.judge(facts, "production")).isEqualTo(compiled.judge(facts, "production"));
        assertThat(shipped.judge(List.of(), "pilot")).isEqualTo(compiled.judge(List.of(), "pilot"));
    }
}
