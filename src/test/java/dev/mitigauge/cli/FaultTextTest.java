package dev.mitigauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTextTest {

    @Test
    void shouldPutTheCaretBelowTheColumn() {
        Fault fault = new Fault(
                "rules/a.drl", 13, 9, "unknown field `severty`", "did you mean `severity`?", "\tRisk(severty == HIGH)");

        assertThat(FaultText.of(fault)).isEqualTo("""
                        rules/a.drl:13:9: unknown field `severty`
                             Risk(severty == HIGH)
                                    ^
                          remedy: did you mean `severity`?
                        """);
    }

    @Test
    void shouldPutTheCaretBehindTheLineForWhatIsMissingThere() {
        assertThat(FaultText.of(new Fault("a", 1, 4, "`;` is missing", null, "abc")))
                .isEqualTo("a:1:4: `;` is missing\n    abc\n       ^\n");
    }

    @Test
    void shouldShowThePartOfALongLineThatMatters() {
        String line = "x".repeat(5_000) + "HERE" + "y".repeat(5_000);

        String text = FaultText.of(new Fault("a", 1, 5_001, "wrong", null, line));

        assertThat(text).contains("HERE").hasSizeLessThan(400);
        String[] lines = text.split("\n", -1);
        assertThat(lines[1].indexOf("HERE")).isEqualTo(lines[2].indexOf('^'));
    }

    @Test
    void shouldNotPrintWhatATerminalWouldObey() {
        String text = FaultText.of(new Fault("a\u001b[2J", 1, 3, "m\u0007", "r\u202e", "a\u001bb"));

        assertThat(text.chars()).allMatch(c -> c == '\n' || !Character.isISOControl(c));
        assertThat(text).contains("    a\\u{1b}b\n           ^");
    }

    @Test
    void shouldLeaveOutWhatIsNotKnown() {
        assertThat(FaultText.of(new Fault("--port", 0, 0, "wrong", null, null))).isEqualTo("--port: wrong\n");
        assertThat(FaultText.of(new Fault("a", 2, 0, "wrong", null, null))).isEqualTo("a:2: wrong\n");
        assertThat(FaultText.of(new Fault("a", 2, 99, "wrong", null, "short"))).isEqualTo("a:2:99: wrong\n    short\n");
    }
}
