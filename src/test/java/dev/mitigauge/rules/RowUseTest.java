package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Deployment;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.rules.tables.DeploymentWord;
import dev.mitigauge.rules.tables.SeverityWeight;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowUseTest {

    private static final SeverityWeight WEIGHT = new SeverityWeight(Severity.HIGH, 10);
    private static final DeploymentWord WORD = new DeploymentWord("deployment.pods", "deployment.instances");
    private static final String JOINED = """
            rule "word"
            when
              %s
              DeploymentWord(word == $key, $meaning : meaning)
            then
              insert(new VoidAssumption($meaning));
            end
            """;

    @Test
    void shouldLeaveOutRowsThatAreJoinedWithFactsThatAreNotThere() {
        RowUse use = use(JOINED.formatted("Deployment($key : key)"));

        assertThat(use.beside(Set.of(DeferredRisk.class))).isEmpty();
        assertThat(use.beside(Set.of(DeferredRisk.class, Deployment.class))).containsExactly(WORD);
    }

    @Test
    void shouldKeepRowsThatOneRuleJoinsWithWhatIsThere() {
        RowUse use = use(JOINED.formatted("Deployment($key : key)")
                + JOINED.formatted("DeferredRisk($key : id)").replace("\"word\"", "\"risk\""));

        assertThat(use.beside(Set.of(DeferredRisk.class))).containsExactly(WORD);
    }

    @Test
    void shouldKeepRowsOfARuleThatMatchesWithoutFacts() {
        String alone = """
                rule "weight"
                when
                  not DeferredRisk()
                  accumulate(Deployment($key : key); $keys : count($key))
                  SeverityWeight(weight > $keys)
                then
                  insert(new VoidAssumption("none"));
                end
                """;

        assertThat(use(alone).beside(Set.of())).containsExactly(WEIGHT);
    }

    @Test
    void shouldKeepRowsThatAreJoinedWithFactsThatARuleMakes() {
        String making = """
                rule "making"
                when
                  Today()
                then
                  insert(new Deployment("deployment.pods", "3"));
                end
                """;

        RowUse use = use(making + JOINED.formatted("Deployment($key : key)"));

        assertThat(use.beside(Set.of())).containsExactly(WORD);
    }

    @Test
    void shouldKeepRowsThatARuleAsksForInside() {
        RowUse use = use("""
                rule "inside"
                when
                  Deployment($key : key)
                  not DeploymentWord(word == $key)
                  exists (DeferredRisk($id : id) and not SeverityWeight(weight > 100))
                then
                  insert(new VoidAssumption($key));
                end
                """);

        assertThat(use.beside(Set.of(Deployment.class))).isEmpty();
        assertThat(use.beside(Set.of(DeferredRisk.class, Deployment.class))).containsExactly(WEIGHT, WORD);
    }

    private static RowUse use(String text) {
        return RowUse.of(List.of(WEIGHT, WORD), Rules.base(text), List.of(text));
    }
}
