package dev.mitigauge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitigauge.report.TextOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFinderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private final DocumentFinder finder = new DocumentFinder(new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream(),
            TextOptions.PLAIN));

    @Test
    void shouldFindTheDocumentsBelowADirectoryInTheOrderOfTheirPaths() throws IOException {
        files("b.md", "a/z.TXT", "a/y.markdown", "B.md", "a.md", "a/picture.png", "README");

        assertThat(below()).containsExactly("B.md", "a.md", "a/y.markdown", "a/z.TXT", "b.md");
    }

    @Test
    void shouldLeaveOutWhatIsHiddenOrNotOfTheProject() throws IOException {
        files("todo.md", ".git/x.md", ".hidden.md", "node_modules/p/README.md", "web/target/x.md", "docs/vendor/x.md");

        assertThat(below()).containsExactly("todo.md");
    }

    @Test
    void shouldTakeADirectoryThatIsNamedWhateverItIsCalled() throws IOException {
        files("target/notes.md");

        assertThat(finder.find(List.of(directory.resolve("target").toString()))).hasSize(1);
    }

    @Test
    void shouldNotGoRoundInCirclesOrLeaveTheDirectory() throws IOException {
        files("in/a.md", "elsewhere/b.md");
        Files.createSymbolicLink(directory.resolve("in/loop"), directory.resolve("in"));
        Files.createSymbolicLink(directory.resolve("in/out-there"), directory.resolve("elsewhere"));
        Files.createSymbolicLink(directory.resolve("in/self.md"), directory.resolve("in/self.md"));

        assertThat(finder.find(List.of(directory.resolve("in").toString()))).hasSize(1);
    }

    @Test
    void shouldFollowALinkToAFileAndALinkThatIsNamed() throws IOException {
        files("real/a.md");
        Files.createSymbolicLink(directory.resolve("real/b.md"), directory.resolve("real/a.md"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("real"));

        assertThat(finder.find(List.of(link.toString())))
                .extracting(FoundDocument::name)
                .containsExactly(link + "/a.md", link + "/b.md");
    }

    @Test
    void shouldTakeEachDocumentOnce() throws IOException {
        files("a.md");
        String file = directory.resolve("a.md").toString();

        assertThat(finder.find(List.of(directory.toString(), file, directory + "/./a.md", "-", "-")))
                .extracting(FoundDocument::name)
                .containsExactly(file, "stdin");
    }

    @Test
    void shouldNameDocumentsAsTheyWereGiven() {
        assertThat(finder.find(List.of("./README.md", "src/../pom.xml")))
                .extracting(FoundDocument::name)
                .containsExactly("README.md", "pom.xml");
    }

    @Test
    void shouldSayThatADirectoryHoldsNoDocument() {
        assertThatThrownBy(() -> finder.find(List.of(directory.toString())))
                .isInstanceOfSatisfying(Complaint.class, complaint -> assertThat(complaint.exitCode())
                        .isEqualTo(66))
                .hasMessage("no documents below `" + directory + "`");
    }

    private List<String> below() {
        return finder.find(List.of(directory.toString())).stream()
                .map(document -> document.name().substring(directory.toString().length() + 1))
                .toList();
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = directory.resolve(name);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, "x");
        }
    }
}
