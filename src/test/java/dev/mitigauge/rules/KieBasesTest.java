package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.junit.jupiter.api.Test;

class KieBasesTest {

    private static final String RULE = """
            rule "%s" salience%s
            when
              Document($name : name)
            then
              insert(new Rated($name, Severity.LOW));
            end
            """;

    @Test
    void shouldTakeASalienceInParenthesesForTheNumberThatItIs() {
        String text = RULE.formatted("the salience(1) of a word", "( 20 )") + RULE.formatted("another", "(-5)");

        List<RuleImpl> rules = rules(text);

        assertThat(rules).extracting(rule -> rule.getSalience().getValue()).containsExactlyInAnyOrder(20, -5);
    }

    @Test
    void shouldNotEvaluateARuleBeforeItsTurn() {
        List<RuleImpl> rules = rules(RULE.formatted("first", "(20)") + RULE.formatted("second", " 10"));

        assertThat(rules).hasSize(2).noneMatch(RuleImpl::isEager);
    }

    private static List<RuleImpl> rules(String text) {
        return Rules.base(text).getKiePackages().stream()
                .flatMap(each -> each.getRules().stream())
                .map(RuleImpl.class::cast)
                .toList();
    }
}
