package dev.mitigauge.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The day for which the assessment is made.
 *
 * @param date the day
 */
public record Today(LocalDate date) implements Fact {

    /** Whole days from the given day to this one; 0 if it lies ahead or is not known. */
    public long daysSince(@Nullable LocalDate day) {
        return day == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(day, date));
    }

    @Override
    public SourceRef source() {
        return SourceRef.CONTEXT;
    }
}
