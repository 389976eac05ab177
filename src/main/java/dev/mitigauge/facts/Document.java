package dev.mitigauge.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document that was read.
 *
 * @param name as the caller gave it; unique within an assessment
 * @param kind the family that was recognised
 * @param sha256 hexadecimal digest of the bytes
 * @param lines number of lines as received
 * @param understood share of the content's characters that became facts or known structure, 0 to 1
 * @param language ISO 639-1 code of the language whose words were recognised most; null if none
 * @param provenance what the document says of its own origin
 * @param protocol the completion protocol that the register names or the template that it shows, null if none: it promises
 *     the fields file, error, category, reason, approach and risk for every entry
 * @param template whether the document is a blank form: boxes to be ticked, none ticked, nothing claimed
 * @param unread what was not understood, line by line
 * @param source the whole document
 */
public record Document(
        String name,
        DocumentKind kind,
        String sha256,
        int lines,
        double understood,
        @Nullable String language,
        Provenance provenance,
        @Nullable String protocol,
        boolean template,
        List<SourceRef> unread,
        SourceRef source)
        implements Fact {

    public Document {
        if (!(understood >= 0 && understood <= 1)) {
            throw new IllegalArgumentException("understood must be between 0 and 1, but is " + understood);
        }
        unread = List.copyOf(unread);
    }

    /** The day on which it says that it was written, or the page around it that it was committed; null if nothing says. */
    public @Nullable LocalDate written() {
        return provenance.day();
    }
}
