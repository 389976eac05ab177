package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    private static final RuleTests.Report REPORT =
            RuleTests.run(Path.of("rules"), new RuleSource(RulesSettings.DEFAULT));

    @Test
    void shouldLoad() {
        assertThat(REPORT.problems()).isEmpty();
    }

    @Test
    void shouldPassEveryCase() {
        assertThat(REPORT.results()).isNotEmpty().allSatisfy(result -> assertThat(result.failures())
                .as("%s:%d %s", result.file(), result.line(), result.name())
                .isEmpty());
    }

    @Test
    void shouldHaveAFiringAndAQuietCaseForEveryRuleThatFinds() {
        assertThat(REPORT.coverage().values())
                .allMatch(RuleTests.Coverage::sufficient)
                .hasSizeGreaterThan(90);
    }
}
