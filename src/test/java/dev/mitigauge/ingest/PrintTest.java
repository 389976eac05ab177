package dev.mitigauge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintTest {

    @Test
    void shouldTellFingerprintsApartWhoseHashIsTheSame() {
        String front = "rotate the signing keys of every region before the launch day".substring(0, 58);
        Map<Print, String> found = new HashMap<>();
        for (char c = 'a'; c <= 'z'; c++) {
            found.put(new Print(front + c + "t"), front + c + "t");
        }

        assertThat(found.keySet().stream().map(Print::hashCode).distinct()).hasSize(1);
        assertThat(found).hasSize(26).allSatisfy((print, text) -> assertThat(print.text())
                .isEqualTo(text));
        assertThat(new Print(front + "at")).isLessThan(new Print(front + "bt"));
    }

    @Test
    void shouldTakeEqualFingerprintsForOne() {
        Map<Print, Integer> found = new HashMap<>();

        found.put(new Print("back up the ledger"), 1);
        found.put(new Print("back up the " + "ledger".strip()), 2);
        found.put(new Print(""), 3);

        assertThat(found).containsEntry(new Print("back up the ledger"), 2).hasSize(2);
    }
}
