package dev.mitigauge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitigauge.ingest.IngestSettings;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentLoaderTest {

    private final DocumentLoader loader =
            new DocumentLoader(new IngestSettings(100, 2, 5, 10), new ByteArrayInputStream(new byte[0]));

    @Test
    void shouldRefuseMoreDocumentsThanTheSettingsAllowBeforeItReadsAny() {
        List<FoundDocument> three = List.of(found("a"), found("b"), found("c"));

        assertThatThrownBy(() -> loader.load(three))
                .hasMessage("3 documents are more than ingest.maxDocuments, 2")
                .isInstanceOfSatisfying(Complaint.class, complaint -> assertThat(complaint.exitCode())
                        .isEqualTo(65));
    }

    @Test
    void shouldNameEveryDocumentThatCannotBeRead() {
        assertThatThrownBy(() -> loader.load(List.of(found("gone-1"), found("gone-2"))))
                .isInstanceOfSatisfying(Complaint.class, complaint -> assertThat(complaint.faults())
                        .extracting(Fault::place)
                        .containsExactly("gone-1", "gone-2"));
    }

    private static FoundDocument found(String name) {
        return new FoundDocument(name, Path.of(name));
    }
}
