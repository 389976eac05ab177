package dev.mitigauge.ingest;

import dev.mitigauge.facts.SourceRef;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of each line to parse: nothing yet, known structure, or a fact. Measured in characters that are not white
 * space, so that a long unread paragraph weighs more than a short one.
 */
final class LineUse {

    private static final byte STRUCTURE = 1;
    private static final byte PROSE = 2;
    private static final byte FACT = 3;

    private final Sheet sheet;
    private final byte[] uses;

    LineUse(Sheet sheet) {
        this.sheet = sheet;
        this.uses = new byte[sheet.lines().size() + 2];
    }

    /** These lines became part of a fact. */
    void fact(int line, int endLine) {
        mark(line, endLine, FACT);
    }

    /** These lines are structure whose meaning is known and that states nothing: rules, code, legends. */
    void structure(int line, int endLine) {
        mark(line, endLine, STRUCTURE);
    }

    /** These lines are prose that explains the facts around it. */
    void prose(int line, int endLine) {
        mark(line, endLine, PROSE);
    }

    private void mark(int line, int endLine, byte use) {
        for (int i = Math.max(0, line); i <= endLine && i < uses.length; i++) {
            if (uses[i] < use) {
                uses[i] = use;
            }
        }
    }

    /**
     * How far the document was understood.
     *
     * @param share of the characters on lines with a known use, 0 to 1; 1 for a document without characters
     * @param unread lines without a known use, neighbours together
     */
    record Understanding(double share, List<SourceRef> unread) {}

    Understanding understanding() {
        return hasUnread() ? measured() : new Understanding(1, List.of());
    }

    private boolean hasUnread() {
        for (int i = 1; i <= sheet.lines().size(); i++) {
            if (uses[i] == 0 && weight(sheet.lines().get(i - 1)) > 0) {
                return true;
            }
        }
        return false;
    }

    private Understanding measured() {
        List<SourceRef> unread = new ArrayList<>();
        // What stands around a document on its page is known for what it is.
        long all = 0;
        for (int line : sheet.chrome()) {
            all += weight(sheet.original().get(line - 1));
        }
        long known = all;
        int start = 0;
        int end = 0;
        for (int i = 1; i <= sheet.lines().size(); i++) {
            int weight = weight(sheet.lines().get(i - 1));
            all += weight;
            known += uses[i] == 0 ? 0 : weight;
            if (uses[i] == 0 && weight > 0) {
                start = start == 0 ? i : start;
                end = i;
            } else if (start > 0 && weight > 0) {
                unread.add(sheet.source(start, end));
                start = 0;
            }
        }
        if (start > 0) {
            unread.add(sheet.source(start, end));
        }
        return new Understanding(all == 0 ? 1 : (double) known / all, unread);
    }

    private static int weight(String line) {
        int weight = 0;
        for (int i = 0; i < line.length(); i++) {
            weight += line.charAt(i) > ' ' ? 1 : 0;
        }
        return weight;
    }
}
