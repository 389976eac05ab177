package dev.mitigauge.ingest;

import dev.mitigauge.facts.WrittenState;
import java.util.List;

/** The words of an item: whether they say something, and which of them name it. */
final class ItemText {

    private ItemText() {}

    /** Whether something is said: a letter or digit, and more than one character besides the lines of a form to fill in. */
    static boolean isText(String text) {
        boolean word = false;
        int shown = 0;
        for (int i = 0; i < text.length() && !(word && shown > 1); i++) {
            char c = text.charAt(i);
            word |= Letters.isLetterOrDigit(c);
            shown += c == '_' || Character.isWhitespace(c) ? 0 : 1;
        }
        return word && shown > 1;
    }

    /** {@code [debt]}, {@code <title>}: words in brackets that somebody was to replace. */
    static boolean isPlaceholder(String text) {
        int last = text.length() - 1;
        boolean square = last > 1 && text.charAt(0) == '[' && text.indexOf(']') == last;
        boolean pointed = last > 1 && text.charAt(0) == '<' && text.indexOf('>') == last;
        return square || pointed;
    }

    /** The words in front of the first dash or colon; all of them if there is none. */
    static String title(Lead lead) {
        String text = lead.plain().isStruck() && lead.plain().struck().length() > 3
                ? Plain.of(lead.plain().struck()).text()
                : lead.text();
        for (String mark : List.of(" — ", " – ", ": ", " - ")) {
            int at = text.indexOf(mark);
            if (at > 8 && at < 120 && text.lastIndexOf('(', at) <= text.lastIndexOf(')', at) && !isId(text, at)) {
                return text.substring(0, at);
            }
        }
        return text;
    }

    /** {@code FINDING-002: title}: an id names the item in front of its words. */
    private static boolean isId(String text, int end) {
        String front = text.substring(0, end);
        return front.indexOf(' ') < 0
                && Ids.hasDigit(front)
                && front.equals(Title.of(front).id());
    }

    /** What follows the title, from its first letter on: {@code **Title** – High. Text} rates itself there. */
    static String behindTitle(Lead lead) {
        String text = lead.text();
        int from = Math.min(text.length(), title(lead).length());
        while (from < text.length() && !Letters.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        return text.substring(from);
    }

    static String joined(Block.Paragraph paragraph) {
        if (paragraph.lines().size() == 1) {
            return paragraph.lines().get(0).raw();
        }
        StringBuilder text = new StringBuilder();
        paragraph.lines().forEach(line -> text.append(text.length() == 0 ? "" : " ")
                .append(line.raw()));
        return text.toString();
    }

    static WrittenState state(Lead lead) {
        return lead.state() == null ? WrittenState.OPEN : lead.state();
    }
}
