package dev.mitigauge.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A heading that somebody wrote as text: a line that is all bold and begins with a number, as in {@code **4. Title**}, or a paragraph that
 * begins with an id in bold, as in {@code **TD-01** — Title} or {@code **TD-01: Title.** What is wrong}.
 *
 * @param rest what follows the heading in its paragraph, null if nothing does
 */
record InText(Block.Heading heading, Block.@Nullable Paragraph rest) {

    /** Deeper than all but the deepest of headings. */
    static final int LEVEL = 6;

    private static final int LONGEST = 160;

    static @Nullable InText of(Block block) {
        if (!(block instanceof Block.Paragraph paragraph)) {
            return null;
        }
        String raw = paragraph.first().raw();
        int close = raw.startsWith("**") ? raw.indexOf("**", 2) : -1;
        if (close < 3) {
            return null;
        }
        if (Character.isDigit(raw.charAt(2))) {
            return paragraph.lines().size() == 1 && isNumbered(raw, close) ? of(paragraph, raw.length()) : null;
        }
        return withId(paragraph, raw, close + 2);
    }

    private static boolean isNumbered(String raw, int close) {
        int digit = 2;
        while (digit < raw.length() && raw.charAt(digit) >= '0' && raw.charAt(digit) <= '9') {
            digit++;
        }
        return close == raw.length() - 2 && ".)".indexOf(raw.charAt(digit)) >= 0;
    }

    private static @Nullable InText withId(Block.Paragraph paragraph, String raw, int end) {
        String words = paragraph.first().plain().text();
        Title title = Title.of(words);
        String id = title.id();
        if (id == null || !words.startsWith(id)) {
            return null;
        }
        Title bold = Title.of(raw.substring(2, end - 2));
        boolean named = bold.id() != null && !bold.text().equals(bold.id());
        return named ? of(paragraph, end) : raw.length() <= LONGEST ? of(paragraph, raw.length()) : null;
    }

    private static InText of(Block.Paragraph paragraph, int end) {
        Line first = paragraph.first();
        List<Line> rest = new ArrayList<>(paragraph.lines().size());
        if (!first.raw().substring(end).isBlank()) {
            rest.add(new Line(first.raw().substring(end).strip(), first.number()));
        }
        rest.addAll(paragraph.lines().subList(1, paragraph.lines().size()));
        Block.Heading heading = new Block.Heading(LEVEL, first.raw().substring(0, end), first.number(), first.number());
        return new InText(heading, rest.isEmpty() ? null : new Block.Paragraph(rest));
    }
}
