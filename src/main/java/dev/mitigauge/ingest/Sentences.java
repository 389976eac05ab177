package dev.mitigauge.ingest;

import java.util.ArrayList;
import java.util.List;

/** Cuts prose into sentences and enumerations into their parts. */
final class Sentences {

    private Sentences() {}

    /** Sentences of a text; a full stop inside a name or number ends none. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            }
            boolean wide = c == '。' || c == '；';
            boolean stop = (c == '.' || c == '!' || c == '?' || c == ';')
                    && (i + 1 == text.length() || text.charAt(i + 1) == ' ')
                    && depth == 0;
            if (wide || stop) {
                add(text.substring(start, i + 1), sentences);
                start = i + 1;
            }
        }
        add(text.substring(start), sentences);
        return sentences;
    }

    /** Parts of {@code (1) first (2) second}; the whole text if it is no such enumeration. */
    static List<String> enumerated(String text) {
        if (!text.contains("(1)") || !text.contains("(2)")) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        int number = 1;
        int at = text.indexOf("(1)");
        while (at >= 0) {
            number++;
            int next = text.indexOf("(" + number + ")", at);
            String part =
                    text.substring(at + 3, next < 0 ? text.length() : next).strip();
            add(part.endsWith(",") || part.endsWith(";") ? part.substring(0, part.length() - 1) : part, parts);
            at = next;
        }
        return parts;
    }

    /** Parts of {@code first, second and third}. */
    static List<String> listed(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (depth == 0 && (c == ',' || c == ';' || c == '、')) {
                add(text.substring(start, i), parts);
                start = i + 1;
            }
        }
        String last = text.substring(start).strip();
        for (String and : List.of("and ", "und ", "y ", "et ", "e ", "og ", "och ")) {
            if (parts.size() > 0 && last.startsWith(and)) {
                last = last.substring(and.length());
            }
        }
        int and = parts.isEmpty() ? last.indexOf(" and ") : -1;
        if (and > 0 && last.indexOf(" and ", and + 1) < 0) {
            add(last.substring(0, and), parts);
            last = last.substring(and + 5);
        }
        add(last, parts);
        return parts;
    }

    private static void add(String part, List<String> to) {
        String text = part.strip();
        if (!text.isEmpty()) {
            to.add(text);
        }
    }
}
