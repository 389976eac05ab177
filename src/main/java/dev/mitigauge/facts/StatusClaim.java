package dev.mitigauge.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a document says about its own state, to be held against its body.
 *
 * @param id unique within an assessment
 * @param scope whether it speaks of the document or of a section
 * @param section id of the section it speaks of; for the scope {@code DOCUMENT}, the name of the document
 * @param claim what is claimed
 * @param amount the number remaining, done, or per cent; null if the claim has none
 * @param total the stated total for {@link ClaimKind#TOTAL}, else null
 * @param date the date that the claim carries, null if none
 * @param wording the words, without marks
 * @param source its lines
 */
public record StatusClaim(
        String id,
        ClaimScope scope,
        String section,
        ClaimKind claim,
        @Nullable Integer amount,
        @Nullable Integer total,
        @Nullable LocalDate date,
        String wording,
        SourceRef source)
        implements Fact {}
