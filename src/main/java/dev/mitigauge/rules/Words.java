package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.List;

/** Splits an expression into names, leaving out texts, characters, numbers and comments. */
final class Words {

    /**
     * A name in an expression.
     *
     * @param text the name
     * @param at its offset
     * @param owner the name before a dot before it, empty if there is none; {@code )} if something else stands before the dot
     * @param binds whether a single colon follows: it names what comes after
     * @param called whether a parenthesis follows
     */
    record Word(String text, int at, String owner, boolean binds, boolean called) {

        boolean type() {
            return Character.isUpperCase(text.charAt(0));
        }

        boolean variable() {
            return text.charAt(0) == '$';
        }
    }

    private Words() {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at = afterQuote(text, at);
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at);
                at = end < 0 ? text.length() : end + 2;
            } else if (Character.isDigit(c)) {
                at = afterName(text, at);
            } else if (Character.isJavaIdentifierStart(c)) {
                int end = afterName(text, at);
                words.add(word(text, at, end));
                at = end;
            } else {
                at++;
            }
        }
        return words;
    }

    private static Word word(String text, int at, int end) {
        String name = text.substring(at, end);
        int next = skipBlank(text, end);
        boolean binds = next < text.length() && text.charAt(next) == ':' && !text.startsWith("::", next);
        boolean called = next < text.length() && text.charAt(next) == '(';
        return new Word(name, at, owner(text, at), binds, called);
    }

    private static String owner(String text, int at) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        if (before < 0 || text.charAt(before) != '.') {
            return "";
        }
        int end = before;
        while (before > 0 && Character.isJavaIdentifierPart(text.charAt(before - 1))) {
            before--;
        }
        return before == end ? ")" : text.substring(before, end);
    }

    private static int skipBlank(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int afterName(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int afterQuote(String text, int from) {
        char quote = text.charAt(from);
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
