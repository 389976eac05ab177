package dev.mitigauge.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An error, debt or risk that a team knows and has not removed.
 *
 * @param id unique within an assessment: the id that the document gives, or one made of its title
 * @param document name of the document
 * @param section id of the section it stands in, the document's name if it stands in none
 * @param codes further ids that it carries
 * @param title what it is about, without ids and marks
 * @param severity how bad it is
 * @param severitySource where the severity came from
 * @param likelihood stated likelihood, null if none
 * @param impact stated impact, null if none
 * @param category as written, null if none
 * @param error what is wrong, null if not stated
 * @param reason why it is deferred or accepted, null if not stated
 * @param file the file it is in, null if not stated
 * @param steps the suggested approach, one entry a step
 * @param effort as written, null if none
 * @param owner person or team, placeholders left out, null if none
 * @param ownerKind who that is, or what stands in their place
 * @param reviewDate the date of the next review or the due date, null if none
 * @param reviewTrigger the event or rhythm of the next review, null if none
 * @param reviewBasis which of these there is, and how firm it is
 * @param acceptedBy who accepted it, null if not stated
 * @param since date on which it was first seen, null if not stated
 * @param state what is written of its state
 * @param must whether the document says that it holds a release
 * @param topics topics that it touches, names from the topics table
 * @param missing fields that its register promises and that it lacks: file, error, category, reason, approach, risk
 * @param fingerprint equal for restatements of the same risk
 * @param duplicateOf id of the risk that this one repeats, null if it repeats none
 * @param source its lines
 */
public record DeferredRisk(
        String id,
        String document,
        String section,
        List<String> codes,
        String title,
        Severity severity,
        SeveritySource severitySource,
        @Nullable Rating likelihood,
        @Nullable Rating impact,
        @Nullable String category,
        @Nullable String error,
        @Nullable String reason,
        @Nullable FileRef file,
        List<String> steps,
        @Nullable String effort,
        @Nullable String owner,
        OwnerKind ownerKind,
        @Nullable LocalDate reviewDate,
        @Nullable String reviewTrigger,
        ReviewBasis reviewBasis,
        @Nullable String acceptedBy,
        @Nullable LocalDate since,
        RiskState state,
        boolean must,
        Set<String> topics,
        Set<String> missing,
        String fingerprint,
        @Nullable String duplicateOf,
        SourceRef source)
        implements Fact {

    public DeferredRisk {
        codes = List.copyOf(codes);
        steps = List.copyOf(steps);
        topics = Set.copyOf(topics);
        missing = Set.copyOf(missing);
    }

    /** Whether it repeats another risk; such a risk is shown and not scored. */
    public boolean duplicate() {
        return duplicateOf != null;
    }

    /** Whether it still counts: neither resolved nor a repetition. */
    public boolean counts() {
        return state != RiskState.RESOLVED && duplicateOf == null;
    }

    /** The same, as a repetition of the item with the given id. */
    public DeferredRisk repeating(String first) {
        return new DeferredRisk(
                id,
                document,
                section,
                codes,
                title,
                severity,
                severitySource,
                likelihood,
                impact,
                category,
                error,
                reason,
                file,
                steps,
                effort,
                owner,
                ownerKind,
                reviewDate,
                reviewTrigger,
                reviewBasis,
                acceptedBy,
                since,
                state,
                must,
                topics,
                missing,
                fingerprint,
                first,
                source);
    }
}
