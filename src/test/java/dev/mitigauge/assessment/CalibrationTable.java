package dev.mitigauge.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.Finding;
import dev.mitigauge.findings.Verdict;
import dev.mitigauge.ingest.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a careful reader concludes of documents, and what the shipped rules conclude of them, as a table in Markdown. */
final class CalibrationTable {

    private static final String HEAD = """
            | document | what it is | the reader | ours | readiness | deferred risk | top findings | agreement |
            |---|---|---|---|---|---|---|---|
            """;

    private static final String UNKNOWN = "NO_EVIDENCE";
    private static final int TOP = 3;

    private final Path documents;
    private final JsonNode truth;
    private final Properties kinds = new Properties();
    private final List<String> agreements = new ArrayList<>();

    /** @param documents directory that holds {@code corpus/truth.json}, {@code corpus/documents} and {@code seeds} */
    CalibrationTable(Path documents) throws IOException {
        this.documents = documents;
        this.truth = new ObjectMapper()
                .readTree(documents.resolve("corpus/truth.json").toFile());
        try (InputStream in = CalibrationTable.class.getResourceAsStream("/calibration/documents.properties")) {
            kinds.load(Objects.requireNonNull(in));
        }
    }

    /** Ids of the documents that somebody read. */
    List<String> ids() {
        return truth.propertyStream()
                .map(Map.Entry::getKey)
                .filter(id -> !id.startsWith("_"))
                .toList();
    }

    @Override
    public String toString() {
        agreements.clear();
        String rows = ids().stream().map(this::row).collect(Collectors.joining());
        return HEAD + rows + "\n" + tally() + "\n";
    }

    private String row(String id) {
        Conclusions ours = Judged.of(List.of(input(id))).now();
        JsonNode read = truth.path(id);
        String agreement = agreement(read, ours.decision().verdict());
        agreements.add(agreement);
        return "| "
                + String.join(
                        " | ",
                        id,
                        Objects.requireNonNull(
                                kinds.getProperty(id), "documents.properties does not say what " + id + " is"),
                        reader(read),
                        words(ours.decision().verdict().name()),
                        number(ours.readiness().score()),
                        number(ours.deferredRisk().score()),
                        top(ours.findings()),
                        agreement)
                + " |\n";
    }

    private static String reader(JsonNode read) {
        String verdict = words(verdict(read));
        return read.path("deferred_verdict").isTextual()
                ? verdict + "; deferrals alone: "
                        + words(read.path("deferred_verdict").asText())
                : verdict;
    }

    private static String verdict(JsonNode read) {
        String verdict = read.path("verdict").asText();
        return verdict.equals(UNKNOWN) ? Verdict.INSUFFICIENT_EVIDENCE.name() : verdict;
    }

    private static String agreement(JsonNode read, Verdict ours) {
        boolean accepted = StreamSupport.stream(
                        read.path("score").path("accept").spliterator(), false)
                .anyMatch(verdict -> verdict.asText().equals(ours.name()));
        if (ours.name().equals(verdict(read))) {
            return "yes";
        }
        return accepted ? "within what two readers let pass" : "no";
    }

    private String tally() {
        long yes = agreements.stream().filter("yes"::equals).count();
        long no = agreements.stream().filter("no"::equals).count();
        return yes + " of " + agreements.size() + " as the reader says, " + (agreements.size() - yes - no)
                + " within what two readers would let pass, " + no + " otherwise.";
    }

    /** The first of each rule, worst first. */
    private static String top(List<Finding> findings) {
        return findings.stream()
                .map(finding -> "`" + finding.rule() + "` " + finding.title())
                .distinct()
                .limit(TOP)
                .collect(Collectors.joining("<br>"));
    }

    private static String number(double score) {
        return String.format(Locale.ROOT, "%.1f", score);
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Input input(String id) {
        boolean seed = id.startsWith("seed");
        Path directory = documents.resolve(seed ? "seeds" : "corpus/documents");
        String beginning = seed ? id.substring("seed".length()) + "_" : id + ".";
        try (Stream<Path> files = Files.list(directory)) {
            Path file = files.filter(path -> String.valueOf(path.getFileName()).startsWith(beginning))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(directory + " does not hold " + id));
            return new Input(id + ".md", Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
