package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.Rating;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.SeveritySource;
import org.jspecify.annotations.Nullable;

/** How bad an entry says that it is: by a severity, by likelihood and impact, by its id, by the heading above it. */
final class RiskRating {

    private final RiskDraft draft;
    private final Vocabulary words;

    RiskRating(RiskDraft draft, Vocabulary words) {
        this.draft = draft;
        this.words = words;
    }

    /** @param restOfRisk what follows the severity under the label "Risk", or all of it if it states none */
    record Rated(
            Severity severity,
            SeveritySource from,
            @Nullable String restOfRisk) {}

    Rated rated() {
        String risk = draft.text(Field.RISK);
        Severity inRisk = null;
        String rest = risk;
        if (risk != null) {
            Phrases.Found<Severity> found = atStart(risk);
            if (found != null) {
                inRisk = found.value();
                rest = risk.substring(found.end());
                int from = 0;
                while (from < rest.length()
                        && !Character.isLetterOrDigit(rest.charAt(from))
                        && rest.charAt(from) != '(') {
                    from++;
                }
                rest = rest.substring(from);
                rest = rest.isEmpty() ? null : rest;
            }
        }
        String stated = draft.text(Field.SEVERITY);
        Severity scored = stated == null ? null : Cvss.severity(stated);
        if (scored != null) {
            return new Rated(scored, SeveritySource.STATED, rest);
        }
        Phrases.Found<Severity> found = stated == null ? null : atStart(stated);
        if (found == null && stated != null && !stated.contains("/AV:")) {
            found = words.severities.find(stated, 0);
        }
        if (found != null && found.value() != Severity.UNRATED) {
            return new Rated(found.value(), SeveritySource.STATED, rest);
        }
        if (inRisk != null && inRisk != Severity.UNRATED) {
            return new Rated(inRisk, SeveritySource.STATED, rest);
        }
        if (draft.has(Field.LIKELIHOOD)
                && draft.has(Field.IMPACT)
                && rating(Field.IMPACT) != null
                && rating(Field.LIKELIHOOD) != null) {
            return new Rated(Severity.UNRATED, SeveritySource.MATRIX, rest);
        }
        Severity noted = Bracketed.severity(draft.title.text(), words);
        if (noted != null) {
            return new Rated(noted, SeveritySource.STATED, rest);
        }
        Severity fromId = severityOfId();
        if (fromId != null) {
            return new Rated(fromId, SeveritySource.FROM_ID, rest);
        }
        Severity ofSection = draft.scope.severity();
        if (ofSection != null && ofSection != Severity.UNRATED) {
            return new Rated(ofSection, SeveritySource.STATED, rest);
        }
        return new Rated(Severity.UNRATED, SeveritySource.UNRATED, rest);
    }

    private Phrases.@Nullable Found<Severity> atStart(String text) {
        int from = 0;
        while (from < text.length() && (text.charAt(from) <= ' ' || "*_(`~".indexOf(text.charAt(from)) >= 0)) {
            from++;
        }
        Phrases.Found<Severity> found = from < text.length() ? words.severities.at(text, from) : null;
        if (found != null && !Character.isLetterOrDigit(text.charAt(from))) {
            // A coloured dot in front of a word: the word is what was meant.
            int word = found.end();
            while (word < text.length()
                    && (text.charAt(word) <= ' ' || text.charAt(word) == 0xFE0F || text.charAt(word) == '*')) {
                word++;
            }
            Phrases.Found<Severity> said = word < text.length() ? words.severities.at(text, word) : null;
            return said == null ? found : said;
        }
        return found;
    }

    /** {@code MS-MED-006} is of medium severity, {@code P0-export} critical. */
    private @Nullable Severity severityOfId() {
        if (draft.title.id() == null) {
            return null;
        }
        for (String part : draft.title.id().split("-", -1)) {
            Severity severity =
                    switch (part) {
                        case "CRIT", "CRITICAL", "P0" -> Severity.CRITICAL;
                        case "HIGH", "HI", "P1" -> Severity.HIGH;
                        case "MED", "MEDIUM", "P2" -> Severity.MEDIUM;
                        case "LOW", "LO", "P3" -> Severity.LOW;
                        default -> null;
                    };
            if (severity != null) {
                return severity;
            }
        }
        return null;
    }

    @Nullable
    Rating rating(Field field) {
        String text = draft.text(field);
        Phrases.Found<Severity> found = text == null ? null : atStart(text);
        if (found == null) {
            return text == null ? null : numbered(text);
        }
        return switch (found.value()) {
            case NONE, LOW -> Rating.LOW;
            case MEDIUM -> Rating.MEDIUM;
            case HIGH, CRITICAL -> Rating.HIGH;
            case UNRATED -> null;
        };
    }

    /** A number from 1 to 5, with or without its scale: {@code 4}, {@code 4/5}. */
    private static @Nullable Rating numbered(String text) {
        String bare = text.endsWith("/5") ? text.substring(0, text.length() - 2).strip() : text.strip();
        return switch (bare) {
            case "1", "2" -> Rating.LOW;
            case "3" -> Rating.MEDIUM;
            case "4", "5" -> Rating.HIGH;
            default -> null;
        };
    }
}
