package dev.mitigauge.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Checks what a parser says badly: that each rule has its {@code when}, {@code then} and {@code end}, that quotes and brackets are closed,
 * and that they are closed within the part in which they were opened. Looks at characters alone, so it works on any text.
 */
final class DrlForm {

    private enum Part {
        OUTSIDE,
        HEAD,
        WHEN,
        THEN,
        DECLARATION
    }

    private record Opened(char bracket, int at) {}

    private final SourceText source;
    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Opened> open = new ArrayDeque<>();
    private Part part = Part.OUTSIDE;
    private int started;
    private String name = "";
    private int at;
    private boolean lineBegins = true;

    private DrlForm(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    static List<Problem> problems(SourceText source) {
        DrlForm form = new DrlForm(source);
        form.scan();
        return form.problems;
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                lineBegins = true;
                at++;
            } else if (text.startsWith("//", at)) {
                skipTo("\n", 0);
            } else if (text.startsWith("/*", at)) {
                comment();
            } else if (c == '"' || c == '\'') {
                string(c);
                lineBegins = false;
            } else if (Character.isJavaIdentifierStart(c)) {
                word();
                lineBegins = false;
            } else {
                bracket(c);
                lineBegins &= Character.isWhitespace(c);
                at++;
            }
        }
        if (part != Part.OUTSIDE) {
            unfinished(text.length());
        }
        closeBrackets();
    }

    private void skipTo(String stop, int beyond) {
        int end = text.indexOf(stop, at);
        at = end < 0 ? text.length() : end + beyond;
    }

    private void comment() {
        int start = at;
        skipTo("*/", 2);
        if (at == text.length() && !text.endsWith("*/")) {
            problems.add(source.problemAt(start, "comment is never closed", "end it with `*/`"));
        }
    }

    private void string(char quote) {
        int start = at++;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length() || text.charAt(at) == '\n') {
            problems.add(source.problemAt(
                    start, "quote is never closed", "end the text with `" + quote + "` on the same line"));
            at = Math.min(at, text.length());
        } else {
            at++;
        }
    }

    private void word() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        boolean first = lineBegins || open.isEmpty();
        switch (part) {
            case OUTSIDE -> outside(word, start);
            case HEAD -> {
                if (word.equals("when") && first) {
                    enter(Part.WHEN);
                } else if (word.equals("then") && first) {
                    enter(Part.THEN);
                } else if (lineBegins && startsRule(word)) {
                    problems.add(source.problemAt(
                            start, "rule " + name + " has no `when`", "write `when` before its conditions"));
                    begin(start);
                } else if (lineBegins && word.equals("end")) {
                    unfinished(start);
                    enter(Part.OUTSIDE);
                }
            }
            case WHEN -> {
                if (word.equals("then") && first) {
                    enter(Part.THEN);
                } else if (lineBegins && (word.equals("end") || startsRule(word))) {
                    unfinished(start);
                    enter(Part.OUTSIDE);
                    outside(word, start);
                }
            }
            case THEN -> {
                if (word.equals("end") && (lineBegins || open.isEmpty())) {
                    enter(Part.OUTSIDE);
                } else if (lineBegins && startsRule(word)) {
                    unfinished(start);
                    enter(Part.OUTSIDE);
                    outside(word, start);
                }
            }
            case DECLARATION -> {
                if (word.equals("end") && first) {
                    enter(Part.OUTSIDE);
                }
            }
        }
    }

    private void outside(String word, int start) {
        if (lineBegins && word.equals("package")) {
            problems.add(source.problemAt(
                    start, "a rule file has no `package`", "remove the line: all rules stand in one package"));
        } else if (startsRule(word)) {
            begin(start);
        } else if (word.equals("declare") || word.equals("query")) {
            started = start;
            name = "";
            enter(Part.DECLARATION);
        }
    }

    private boolean startsRule(String word) {
        return word.equals("rule") && text.substring(at).stripLeading().startsWith("\"");
    }

    private void begin(int start) {
        enter(Part.HEAD);
        started = start;
        int quote = text.indexOf('"', at);
        int end = text.indexOf('"', quote + 1);
        name = "`" + text.substring(quote + 1, end < 0 ? text.length() : end) + "`";
    }

    private void enter(Part next) {
        closeBrackets();
        part = next;
    }

    private void unfinished(int where) {
        String lacks =
                switch (part) {
                    case HEAD -> "when";
                    case WHEN -> "then";
                    default -> "end";
                };
        int line = 1
                + (int) text.substring(0, where)
                        .stripTrailing()
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        problems.add(source.problemAt(
                started,
                (name.isEmpty() ? "declaration" : "rule " + name) + " has no `" + lacks + "`",
                "write `" + lacks + "` " + (lacks.equals("end") ? "after line " + line : "before line " + line)));
    }

    private void bracket(char c) {
        if ("([{".indexOf(c) >= 0) {
            open.push(new Opened(c, at));
        } else if (")]}".indexOf(c) >= 0) {
            char opening = "([{".charAt(")]}".indexOf(c));
            if (open.isEmpty()) {
                problems.add(source.problemAt(at, "`" + c + "` closes nothing", "remove it, or open it before"));
            } else {
                Opened last = open.pop();
                if (last.bracket() != opening) {
                    problems.add(source.problemAt(
                            last.at(),
                            "`" + last.bracket() + "` is closed by `" + c + "`",
                            "close each bracket by its own kind"));
                }
            }
        }
    }

    private void closeBrackets() {
        while (!open.isEmpty()) {
            Opened left = open.removeLast();
            problems.add(source.problemAt(
                    left.at(),
                    "`" + left.bracket() + "` is never closed",
                    "close it before the next part of the rule"));
        }
    }
}
