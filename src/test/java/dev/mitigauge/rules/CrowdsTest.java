package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mitigauge.findings.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrowdsTest {

    @Test
    void shouldTellManyRisksOfOneRuleOnce() {
        List<Finding> findings = findings("MIT-001", risks(12, "MEDIUM"), "");

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).sources()).hasSize(12);
        assertThat(findings.get(0).message())
                .startsWith("Deferred risk, nothing in place, 12 times: R1, R2, R3, R4, R5, R6 and 6 more. The first:");
    }

    @Test
    void shouldLeaveAFewAlone() {
        assertThat(findings("MIT-001", risks(Crowds.MOST, "MEDIUM"), "")).hasSize(Crowds.MOST);
        assertThat(findings("DEF-001", risks(Crowds.MOST_BLOCKERS, "HIGH"), "")).hasSize(Crowds.MOST_BLOCKERS);
        assertThat(findings("DEF-001", risks(Crowds.MOST_BLOCKERS + 1, "HIGH"), ""))
                .hasSize(1);
    }

    @Test
    void shouldKeepWaivedOnesApart() {
        List<Finding> findings = findings("MIT-001", risks(6, "MEDIUM"), "waivers: [{ rule: MIT-001, item: R2 }]");

        assertThat(findings).hasSize(2);
        assertThat(findings.get(0).sources()).hasSize(5);
        assertThat(findings.get(1).message()).contains("R2").contains("waived by");
    }

    private static String risks(int number, String severity) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> "  - { id: R" + i + ", severity: " + severity + " }\n")
                .collect(Collectors.joining("", "risks:\n", ""));
    }

    private static List<Finding> findings(String rule, String risks, String rest) {
        try {
            return Rules.shipped()
                    .judge(CaseFacts.of(new YAMLMapper().readTree(risks + rest)), "production")
                    .findings()
                    .stream()
                    .filter(finding -> finding.rule().equals(rule))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
