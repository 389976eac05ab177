package dev.mitigauge.report;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.facts.Provenance;
import dev.mitigauge.facts.SourceRef;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the answer rests on: lines that were not understood, documents, rule set. */
final class SourcesText {

    private static final int SHOWN_UNREAD = 5;

    private SourcesText() {}

    static void write(Assessment assessment, Page page) {
        unread(assessment.documents(), page);
        page.heading("Documents");
        assessment.documents().forEach(document -> document(document, page));
        page.heading("Rules");
        page.line(2, Span.plain(assessment.rules().digest()));
        Assessment.@Nullable OwnTables own = assessment.rules().own();
        if (own != null) {
            own(own, page);
        }
    }

    private static void own(Assessment.OwnTables own, Page page) {
        page.line(
                2, Span.plain("made of these rules and of the project's own " + String.join(", ", own.tables()) + ":"));
        page.line(4, Span.plain(own.base()));
        if (!own.outdone().isEmpty()) {
            page.line(2, Span.plain("where the organisation asks for more than the project, its value counts:"));
            own.outdone().forEach(line -> page.line(4, Span.plain(line)));
        }
    }

    private static void unread(List<Assessment.ReadDocument> documents, Page page) {
        List<SourceRef> unread = documents.stream()
                .flatMap(document -> document.unread().stream())
                .toList();
        if (unread.isEmpty()) {
            return;
        }
        long lines = unread.stream()
                .mapToLong(source -> source.endLine() - source.line() + 1L)
                .sum();
        page.heading("Not understood: " + Words.count(lines, "line", "lines"));
        unread.stream()
                .limit(SHOWN_UNREAD)
                .forEach(source -> page.line(2, Span.faint(source.at()), Span.plain(source.excerpt())));
        int more = unread.size() - SHOWN_UNREAD;
        if (more > 0) {
            page.line(2, Span.faint("and " + Words.count(more, "more place", "more places")));
        }
    }

    private static void document(Assessment.ReadDocument document, Page page) {
        page.line(
                2,
                Span.plain(document.name()),
                Span.faint("(" + Words.of(document.kind()) + ", " + Words.count(document.lines(), "line", "lines")
                        + ", " + Words.percent(document.understood()) + " understood)"));
        String origin = origin(document.provenance());
        if (!origin.isEmpty()) {
            page.line(4, Span.faint(origin));
        }
    }

    static String origin(@Nullable Provenance provenance) {
        if (provenance == null) {
            return "";
        }
        return Stream.concat(
                        Stream.of(
                                labelled("commit ", provenance.commit()),
                                labelled("by ", provenance.author()),
                                labelled("of ", provenance.date())),
                        provenance.trackers().stream().map(tracker -> "tracked as " + tracker))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String labelled(String label, @Nullable String value) {
        return value == null ? null : label + value;
    }
}
