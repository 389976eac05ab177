package dev.mitigauge.cli;

import dev.mitigauge.report.Printable;

/** A fault as compilers print it: {@code file:line:col: message}, the line, a caret below the column, the remedy. */
final class FaultText {

    /** Longest line that is shown whole; of a longer one, a part around the column is. */
    private static final int SHOWN = 120;

    private static final int BEFORE_CARET = 60;

    private FaultText() {}

    static String of(Fault fault) {
        StringBuilder out = new StringBuilder(at(fault)).append(": ").append(Printable.of(fault.message()));
        if (fault.excerpt() != null) {
            excerpt(fault.excerpt(), fault.column(), out);
        }
        if (fault.remedy() != null) {
            out.append("\n  remedy: ").append(Printable.of(fault.remedy()));
        }
        return out.append('\n').toString();
    }

    private static String at(Fault fault) {
        String place = Printable.of(fault.place());
        if (fault.line() == 0) {
            return place;
        }
        return place + ":" + fault.line() + (fault.column() == 0 ? "" : ":" + fault.column());
    }

    private static void excerpt(String line, int column, StringBuilder out) {
        int from = column > SHOWN ? column - BEFORE_CARET : 0;
        String shown = line.substring(Math.min(from, line.length()), Math.min(from + SHOWN, line.length()));
        out.append("\n    ").append(Printable.of(shown));
        if (column > 0 && column <= from + shown.length() + 1) {
            // What stands before the caret takes as many columns as it takes once it is printable.
            String before = Printable.of(shown.substring(0, column - 1 - from));
            out.append("\n    ").append(" ".repeat(before.length())).append('^');
        }
    }
}
