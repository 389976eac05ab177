package dev.mitigauge.rules;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a rule set, told to its author.
 *
 * @param file path below the rules directory, such as {@code deferral.drl}
 * @param line counted from 1; 0 if it concerns the whole file
 * @param column counted from 1; 0 if it concerns the whole line
 * @param message what is wrong, lower case, without full stop
 * @param remedy what to do about it, null if the message says it all
 * @param excerpt the source line, null if there is none
 */
public record Problem(
        String file,
        int line,
        int column,
        String message,
        @Nullable String remedy,
        @Nullable String excerpt) {

    /** {@code file:line:col: message}, as compilers print it; what is not known is left out. */
    public String headline() {
        String place = file.isEmpty() ? "rules" : file;
        return place + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "") + ": " + message;
    }

    /** The headline, the source line with a caret, and the remedy, each on a line of its own. */
    public String print() {
        StringBuilder text = new StringBuilder(headline());
        if (excerpt != null && line > 0) {
            text.append("\n    ").append(excerpt.replace('\t', ' '));
            if (column > 0) {
                text.append("\n    ").append(" ".repeat(column - 1)).append('^');
            }
        }
        if (remedy != null) {
            text.append("\n    remedy: ").append(remedy);
        }
        return text.toString();
    }
}
