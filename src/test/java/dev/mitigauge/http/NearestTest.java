package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("documents", "deployment", "asOf", "profile");

    @ParameterizedTest
    @CsvSource({
        "document, documents",
        "DOCUMENTS, documents",
        "dcouments, documents",
        "deploment, deployment",
        "asof, asOf",
        "as_of, asOf",
        "profil, profile"
    })
    void shouldFindWhatWasMeant(String word, String meant) {
        assertThat(Nearest.to(word, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"colour", "x", "documentation-of-everything-that-there-is-to-document"})
    void shouldNotGuessWildly(String word) {
        assertThat(Nearest.to(word, KNOWN)).isEmpty();
        assertThat(Nearest.remedy(word, KNOWN)).isEqualTo("use one of documents, deployment, asOf, profile");
    }

    @Test
    void shouldCountASwapAsOneStep() {
        assertThat(Nearest.distance("nmae", "name")).isEqualTo(1);
        assertThat(Nearest.distance("", "name")).isEqualTo(4);
        assertThat(Nearest.distance("name", "name")).isZero();
        assertThat(Nearest.distance("nam", "name")).isEqualTo(1);
        assertThat(Nearest.distance("mane", "name")).isEqualTo(2);
    }
}
