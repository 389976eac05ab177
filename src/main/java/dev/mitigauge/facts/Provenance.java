package dev.mitigauge.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the document says of its own origin.
 *
 * @param commit abbreviated or full commit hash
 * @param author name of the commit's author
 * @param date date or time as written, ISO 8601 where it could be read
 * @param trackers issue numbers that the document says it is tracked under, such as {@code #347}
 */
public record Provenance(
        @Nullable String commit,
        @Nullable String author,
        @Nullable String date,
        List<String> trackers) {

    private static final int DAY = "2026-02-06".length();

    public static final Provenance UNKNOWN = new Provenance(null, null, null, List.of());

    public Provenance {
        trackers = List.copyOf(trackers);
    }

    /** The day of the date, null if there is none or it could not be read. */
    public @Nullable LocalDate day() {
        if (date == null || date.length() < DAY) {
            return null;
        }
        try {
            return LocalDate.parse(date.substring(0, DAY));
        } catch (DateTimeException asWritten) {
            return null;
        }
    }
}
