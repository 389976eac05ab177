package dev.mitigauge.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.facts.SourceRef;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FindingTest {

    @Test
    void shouldStandBesideOneThatDiffersInALaterLineOnly() {
        TreeSet<Finding> findings = new TreeSet<>(List.of(at(3, 18), at(3, 20), at(3), at(20, 3)));

        assertThat(findings).containsExactly(at(3), at(3, 18), at(3, 20));
    }

    private static Finding at(int... lines) {
        return new Finding(
                "OWN-001",
                Level.NOTE,
                "Title",
                "the same words",
                "do it",
                Arrays.stream(lines)
                        .mapToObj(line -> new SourceRef("a.md", line, line, "text"))
                        .toList());
    }
}
