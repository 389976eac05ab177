package dev.mitigauge.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final Path PAGE = Path.of("src/docs/calibration.md");
    private static final String BEGIN = "<!-- written by CalibrationTest -->\n";
    private static final String END = "<!-- until here -->\n";

    /** On demand, because the documents are other people's and not part of the project. */
    @Test
    @Tag("calibration")
    void shouldSayWhatTheRulesConcludeToday() throws Exception {
        String table = new CalibrationTable(Path.of(System.getProperty("calibration.documents", ""))).toString();
        String page = Files.readString(PAGE);
        String written = between(page);

        if (Boolean.getBoolean("calibration.write")) {
            Files.writeString(PAGE, page.replace(written, table));
        } else {
            assertThat(written)
                    .as(
                            PAGE
                                    + " is out of date: run `mvn -q test -Dtest=CalibrationTest -Dtests.excluded=prometheus -Dcalibration.documents=DIR -Dcalibration.write=true`")
                    .isEqualTo(table);
        }
    }

    @Test
    void shouldHaveAPlaceForTheTable() throws Exception {
        assertThat(between(Files.readString(PAGE)))
                .startsWith("| document |")
                .contains("| seed000 |")
                .endsWith(" otherwise.\n");
    }

    private static String between(String page) {
        return page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
    }
}
