package dev.mitigauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KNOWN = List.of("http.port", "http.host", "ingest.maxDocuments");

    @Test
    void shouldNameTheWordThatWasProbablyMeant() {
        assertThat(Nearest.to("http.prot", KNOWN)).contains("http.port");
        assertThat(Nearest.to("ingest.maxdocument", KNOWN)).contains("ingest.maxDocuments");
    }

    @Test
    void shouldNameNothingRatherThanSomethingElse() {
        assertThat(Nearest.to("colour", KNOWN)).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), KNOWN)).isEmpty();
        assertThat(Nearest.remedy("colour", KNOWN)).isEqualTo("use one of http.port, http.host, ingest.maxDocuments");
    }
}
