package dev.mitigauge.ingest;

import dev.mitigauge.facts.SourceRef;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of each line of the original document: nothing yet, known structure, or a fact. Measured in characters that are not white
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
        this.uses = new byte[sheet.original().size() + 2];
        sheet.chrome().forEach(line -> structure(line, line));
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

    /** Share of the characters on lines with a known use, 0 to 1; 1 for a document without characters. */
    double understood() {
        long all = 0;
        long known = 0;
        for (int i = 0; i < sheet.original().size(); i++) {
            int weight = weight(sheet.original().get(i));
            all += weight;
            known += uses[i + 1] == 0 ? 0 : weight;
        }
        return all == 0 ? 1 : (double) known / all;
    }

    /** Lines without a known use, neighbours together. */
    List<SourceRef> unread() {
        List<SourceRef> unread = new ArrayList<>();
        int start = 0;
        int end = 0;
        for (int i = 1; i <= sheet.original().size(); i++) {
            boolean blank = weight(sheet.original().get(i - 1)) == 0;
            if (uses[i] == 0 && !blank) {
                start = start == 0 ? i : start;
                end = i;
            } else if (start > 0 && !blank) {
                unread.add(sheet.source(start, end));
                start = 0;
            }
        }
        if (start > 0) {
            unread.add(sheet.source(start, end));
        }
        return unread;
    }

    private static int weight(String line) {
        int weight = 0;
        for (int i = 0; i < line.length(); i++) {
            weight += line.charAt(i) > ' ' ? 1 : 0;
        }
        return weight;
    }
}
