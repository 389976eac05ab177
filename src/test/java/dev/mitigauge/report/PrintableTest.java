package dev.mitigauge.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @Test
    void shouldSpellOutWhatATerminalWouldObey() {
        assertThat(Printable.of("\u001b]0;owned\u0007 \u009b31m red"))
                .isEqualTo("\\u{1b}]0;owned\\u{7} \\u{9b}31m red");
    }

    @Test
    void shouldSpellOutWhatHidesOrReordersText() {
        assertThat(Printable.of("safe\u202Etxt.exe\u2066\u200B\uFEFF"))
                .isEqualTo("safe\\u{202e}txt.exe\\u{2066}\\u{200b}\\u{feff}");
    }

    @Test
    void shouldKeepTextOnOneLine() {
        assertThat(Printable.of("a\r\nb\tc\u2028d")).isEqualTo("a  b c\\u{2028}d");
    }

    @Test
    void shouldLeaveLettersAndEmojiOfAllLanguagesAlone() {
        assertThat(Printable.of("Größe ✅ 準備完了 👩‍💻 ⚠️")).isEqualTo("Größe ✅ 準備完了 👩‍💻 ⚠️");
    }

    @Test
    void shouldSpellOutAHalfCharacter() {
        assertThat(Printable.of("x\ud83dy")).isEqualTo("x\\u{d83d}y");
    }

    @Test
    void shouldShortenBetweenCharacters() {
        assertThat(Printable.shortened("💥💥💥💥", 3)).isEqualTo("💥💥…");
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "準備, 4", "é, 1", "💥, 2", "e\u0301, 1"})
    void shouldCountColumns(String text, int columns) {
        assertThat(Printable.columns(text)).isEqualTo(columns);
    }
}
