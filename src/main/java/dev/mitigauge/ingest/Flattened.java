package dev.mitigauge.ingest;

import dev.mitigauge.facts.SectionRole;
import java.util.ArrayList;
import java.util.List;

/**
 * Form 2: a document whose line ends were lost, so that headings, rules, labels and boxes stand inside a line. Gives the lines back, each
 * with the number of the line that it was part of. Lines that are not flattened stay as they are.
 */
final class Flattened {

    /** A shorter line with a mark inside is how people write, not a lost line end. */
    private static final int SHORTEST = 120;

    private final Vocabulary words;

    Flattened(Vocabulary words) {
        this.words = words;
    }

    Sheet restore(Sheet sheet) {
        boolean any = false;
        for (String line : sheet.lines()) {
            any |= isFlattened(line);
        }
        if (!any) {
            return sheet;
        }
        List<String> lines = new ArrayList<>();
        List<Integer> origin = new ArrayList<>();
        for (int i = 0; i < sheet.lines().size(); i++) {
            String line = sheet.lines().get(i);
            List<String> parts = isFlattened(line) ? split(line) : List.of(line);
            for (String part : parts) {
                lines.add(part);
                origin.add(sheet.origin(i));
            }
        }
        return sheet.with(lines, origin, sheet.provenance(), sheet.chrome());
    }

    private static boolean isFlattened(String line) {
        if (line.length() < SHORTEST || line.startsWith("|")) {
            return false;
        }
        int marks = 0;
        for (int i = 1; i < line.length() && marks < 2; i++) {
            if (line.charAt(i - 1) == ' ' && isBreak(line, i)) {
                marks++;
            }
        }
        return marks >= 2;
    }

    /** Whether a new line began here before it was lost: a heading, a rule, a box, a labelled bullet. */
    private static boolean isBreak(String line, int i) {
        return headingLevel(line, i) > 0
                || isRule(line, i)
                || isBullet(line, i)
                || isTable(line, i)
                || isLabel(line, i);
    }

    private static int headingLevel(String line, int i) {
        int end = i;
        while (end < line.length() && line.charAt(end) == '#') {
            end++;
        }
        boolean heading = end > i
                && end - i <= 6
                && end + 1 < line.length()
                && line.charAt(end) == ' '
                && line.charAt(end + 1) != '#';
        return heading ? end - i : 0;
    }

    private static boolean isRule(String line, int i) {
        return line.startsWith("---", i) && (i + 3 == line.length() || line.charAt(i + 3) == ' ');
    }

    private static boolean isBullet(String line, int i) {
        char c = line.charAt(i);
        if (c == '•') {
            return true;
        }
        if ((c != '-' && c != '*') || i + 3 >= line.length() || line.charAt(i + 1) != ' ') {
            return false;
        }
        return line.startsWith("**", i + 2) || isBox(line, i + 2);
    }

    /** {@code **Status:**} that is no bullet's: a labelled line began here. */
    private static boolean isLabel(String line, int i) {
        if (!line.startsWith("**", i) || i < 3) {
            return false;
        }
        int close = line.indexOf("**", i + 2);
        boolean labelled =
                close > i + 2 && close - i < 50 && (line.charAt(close - 1) == ':' || line.startsWith("**:", close));
        char before = line.charAt(i - 2);
        return labelled && "-*•.".indexOf(before) < 0;
    }

    private static boolean isBox(String line, int i) {
        return line.charAt(i) == '[' && i + 2 < line.length() && line.charAt(i + 2) == ']';
    }

    private static boolean isTable(String line, int i) {
        return line.startsWith("| ", i) && delimiter(line, i) >= 0;
    }

    /** Where the delimiter row {@code |---|---|} of a table that starts here begins; -1 if there is none near. */
    private static int delimiter(String line, int from) {
        int limit = Math.min(line.length() - 3, from + 2_000);
        for (int i = from; i < limit; i++) {
            if (line.charAt(i) == '|'
                    && (line.startsWith("|--", i) || line.startsWith("| --", i) || line.startsWith("|:-", i))) {
                return i;
            }
        }
        return -1;
    }

    private List<String> split(String line) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < line.length(); i++) {
            if (line.charAt(i - 1) == ' ' && isBreak(line, i)) {
                emit(line.substring(start, i).strip(), lines);
                start = i;
                if (isTable(line, i)) {
                    start = table(line, i, lines);
                    i = start;
                } else if (isRule(line, i)) {
                    lines.add("");
                    lines.add("---");
                    lines.add("");
                    start = Math.min(line.length(), i + 3);
                    i = start;
                }
            }
        }
        emit(line.substring(Math.min(start, line.length())).strip(), lines);
        return lines;
    }

    private void emit(String part, List<String> to) {
        if (part.isEmpty()) {
            return;
        }
        if (headingLevel(part, 0) > 0) {
            heading(part, to);
        } else {
            steps(part, to);
        }
    }

    /** A heading swallowed the sentence after it: what it is called is a known phrase, what follows begins anew and ends in a full stop. */
    private void heading(String part, List<String> to) {
        int title = headingLevel(part, 0) + 1;
        to.add("");
        if (part.endsWith(".")) {
            Phrases.Found<SectionRole> role = words.roles.at(part, title);
            if (role != null && role.end() + 1 < part.length() && Character.isUpperCase(part.charAt(role.end() + 1))) {
                to.add(part.substring(0, role.end()));
                to.add("");
                to.add(part.substring(role.end() + 1));
                return;
            }
        }
        to.add(part);
        to.add("");
    }

    /** {@code label: 1. first 2. second} gives a line for each step, below its bullet. */
    private static void steps(String part, List<String> to) {
        String indent = part.startsWith("- ") || part.startsWith("* ") ? "  " : "";
        int start = 0;
        int number = 1;
        int next = stepAt(part, 0, number);
        while (next >= 0 && stepAt(part, next, number + 1) < 0 && number == 1) {
            next = -1;
        }
        while (next >= 0) {
            to.add(
                    start == 0
                            ? part.substring(0, next).strip()
                            : indent + part.substring(start, next).strip());
            start = next;
            number++;
            next = stepAt(part, start, number);
        }
        to.add(start == 0 ? part : indent + part.substring(start).strip());
    }

    private static int stepAt(String part, int from, int number) {
        int space = part.indexOf(" " + number + ". ", from);
        return space < 0 ? -1 : space + 1;
    }

    /** Writes the rows of a table that starts here; gives the position after it. */
    private static int table(String line, int from, List<String> to) {
        int delimiter = delimiter(line, from);
        String header = line.substring(from, delimiter).strip();
        int columns = Math.max(1, (int) header.chars().filter(c -> c == '|').count() - 1);
        to.add("");
        to.add(header);
        int at = delimiter;
        while (at < line.length() && line.charAt(at) == '|') {
            int end = at;
            for (int cell = 0; cell < columns && end >= 0; cell++) {
                end = line.indexOf('|', end + 1);
            }
            if (end < 0) {
                break;
            }
            to.add(line.substring(at, end + 1));
            at = end + 1;
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
        }
        to.add("");
        return at;
    }
}
