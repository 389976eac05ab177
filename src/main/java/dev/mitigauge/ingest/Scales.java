package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables that count, score or explain: rows of them are no items, and it is known why. */
final class Scales {

    private final Vocabulary words;

    Scales(Vocabulary words) {
        this.words = words;
    }

    /** A column of bare numbers under a heading that is no field: the table counts things, it does not list them. */
    static boolean isCounted(Block.Table table, List<@Nullable Field> fields) {
        for (int column = 0; column < fields.size(); column++) {
            int numbers = 0;
            for (Block.Row row : table.rows()) {
                String text = Plain.of(TableReader.cell(row, column)).text();
                boolean digit = text.chars().anyMatch(Character::isDigit);
                boolean bare = text.chars().allMatch(c -> !Character.isLetter(c))
                        && text.indexOf('#') < 0
                        && Dates.find(text) == null;
                numbers += digit && bare ? 1 : 0;
            }
            if (fields.get(column) == null
                    && column > 0
                    && numbers * 10 >= table.rows().size() * 6) {
                return true;
            }
        }
        return false;
    }

    /** "Critical | 0 | at once": how many there are of each severity. */
    boolean isTally(Block.Table table, List<@Nullable Field> fields) {
        int severity = fields.indexOf(Field.SEVERITY);
        Set<String> seen = new HashSet<>();
        for (Block.Row row : table.rows()) {
            if (severity < 0
                    || !seen.add(Plain.of(TableReader.cell(row, severity)).text())) {
                return false;
            }
        }
        for (int column = 0; column < fields.size(); column++) {
            int numbers = 0;
            for (Block.Row row : table.rows()) {
                numbers += isNumber(Plain.of(TableReader.cell(row, column)).text()) ? 1 : 0;
            }
            if (fields.get(column) != Field.ID
                    && column != severity
                    && numbers > 1
                    && numbers == table.rows().size()) {
                return true;
            }
        }
        return false;
    }

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 4 && text.chars().allMatch(Character::isDigit);
    }

    /** A column of percentages or marks out of a hundred: a scorecard of areas, which sums up what stands elsewhere. */
    static boolean isScored(Block.Table table, int title) {
        for (int column = 0; column < table.header().cells().size(); column++) {
            int scores = 0;
            for (Block.Row row : table.rows()) {
                scores += column != title
                                && isScore(
                                        Plain.of(TableReader.cell(row, column)).text())
                        ? 1
                        : 0;
            }
            if (scores >= 2 && scores * 10 >= table.rows().size() * 8) {
                return true;
            }
        }
        return false;
    }

    private static boolean isScore(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        String rest = text.substring(end).strip();
        return end > 0 && (rest.equals("%") || rest.equals("/100") || rest.equals("/10"));
    }

    /** "Level | Description": two columns, the first of which is a rating, explain the ratings. */
    static boolean isLevels(List<@Nullable Field> fields) {
        Field first = fields.isEmpty() ? null : fields.get(0);
        return fields.size() == 2 && (first == Field.SEVERITY || first == Field.LIKELIHOOD || first == Field.IMPACT);
    }

    /** "High | 10-14 | weekly": each rating once, with the numbers that it stands for. */
    boolean isBands(Block.Table table, List<@Nullable Field> fields) {
        if (fields.contains(Field.ID) || table.rows().size() < 3) {
            return false;
        }
        boolean rated = false;
        boolean numbered = false;
        for (int column = 0; column < fields.size(); column++) {
            Set<String> ratings = new HashSet<>();
            int numbers = 0;
            for (Block.Row row : table.rows()) {
                String text = Plain.of(TableReader.cell(row, column)).text();
                if (words.severities.whole(text) != null) {
                    ratings.add(text);
                }
                numbers += isBand(text) ? 1 : 0;
            }
            rated |= ratings.size() == table.rows().size();
            numbered |= numbers == table.rows().size();
        }
        return rated && numbered;
    }

    /** A number or two of them, with nothing but signs around: {@code 10-14}, {@code < 10%}, {@code 3}. */
    private static boolean isBand(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digit |= c >= '0' && c <= '9';
            if (Character.isLetter(c)) {
                return false;
            }
        }
        return digit;
    }

    /** Rows that name severities, states or numbers only are a scale, a legend or a count. */
    boolean isScale(Block.Table table, int title) {
        int plain = 0;
        int filled = 0;
        for (Block.Row row : table.rows()) {
            String text = Plain.of(TableReader.cell(row, title)).text();
            if (!text.isBlank()) {
                filled++;
                boolean number = text.chars().noneMatch(Character::isLetter);
                boolean word = words.severities.whole(text) != null || words.states.whole(text) != null;
                plain += number || word ? 1 : 0;
            }
        }
        return filled > 0 && plain * 2 > filled;
    }
}
