package dev.mitigauge.ingest;

import dev.mitigauge.facts.WrittenState;
import java.util.List;

/** A place for items that says that it holds none. */
final class Nothing {

    private static final int LONGEST = 80;

    private final Vocabulary words;

    Nothing(Vocabulary words) {
        this.words = words;
    }

    /** "(none)", "None yet": a place for entries that holds none. */
    boolean in(List<Block> body) {
        return body.size() == 1 && body.get(0) instanceof Block.Paragraph paragraph && in(paragraph);
    }

    boolean in(Block.Paragraph paragraph) {
        String text = paragraph.first().plain().text();
        int from = 0;
        while (from < text.length() && !Letters.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        Phrases.Found<WrittenState> found =
                paragraph.lines().size() > 1 || from == text.length() ? null : words.states.at(text, from);
        return found != null
                && found.value() == WrittenState.NOT_APPLICABLE
                && text.length() < LONGEST
                && !describes(text, from, found.end());
    }

    /** "Duplicate orders are paid twice": one word for what is void, with another behind it, tells what something is like. */
    private static boolean describes(String text, int from, int end) {
        int next = end;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length()
                && Letters.isLetterOrDigit(text.charAt(next))
                && text.substring(from, end).chars().allMatch(Character::isLetter);
    }
}
