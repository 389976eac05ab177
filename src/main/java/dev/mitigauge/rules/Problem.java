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
        @Nullable String excerpt) {}
