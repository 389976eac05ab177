package dev.mitigauge.findings;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.Task;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Small pure helpers for the sentences that rules say. What is listed is listed in document order, however it was found. */
public final class Say {

    /** Most items that a sentence names one by one; the sources of the finding name them all. */
    public static final int NAMED = 6;

    private Say() {}

    /** {@code 1 item}, {@code 3 items}. */
    public static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** {@code is} for one, {@code are} for any other number. */
    public static String are(long number) {
        return number == 1 ? "is" : "are";
    }

    /** Texts of the tasks, in document order, at most {@value #NAMED}, then how many more. */
    public static String tasks(Collection<Task> tasks) {
        return list(tasks, Comparator.comparing(Task::source).thenComparing(Task::id), task -> quote(task.text()));
    }

    /** Ids of the risks, in document order, at most {@value #NAMED}, then how many more. */
    public static String risks(Collection<DeferredRisk> risks) {
        return list(
                risks, Comparator.comparing(DeferredRisk::source).thenComparing(DeferredRisk::id), DeferredRisk::id);
    }

    /** {@code MS-MED-006 "Missing security headers"}. */
    public static String risk(DeferredRisk risk) {
        return risk.title().isBlank() || risk.title().equals(risk.id())
                ? risk.id()
                : risk.id() + " " + quote(risk.title());
    }

    /** The section's title in quotes. */
    public static String section(Section section) {
        return quote(section.title());
    }

    /** Words in quotes, shortened to a length that a sentence bears. */
    public static String quote(String words) {
        String line = words.strip();
        int end = Math.min(line.length(), 80);
        if (end > 0 && end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return "“" + (end < line.length() ? line.substring(0, end).strip() + "…" : line) + "”";
    }

    /** An enum constant as words: {@code IN_PROGRESS} as {@code in progress}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Words in alphabetical order, with commas. */
    public static String words(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    /** A number without needless decimals, at most one. */
    public static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** The same, never above the value: what is below a bound is not shown as if it had reached it. */
    public static String roundedDown(double value) {
        return number(BigDecimal.valueOf(value).setScale(1, RoundingMode.FLOOR).doubleValue());
    }

    /** The text, or other words if there is none. */
    public static String or(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    private static <T> String list(Collection<T> items, Comparator<T> order, Function<T, String> name) {
        return listed(items.stream().sorted(order).map(name).distinct().toList());
    }

    /** Names in the given order, at most {@value #NAMED}, then how many more. */
    public static String listed(List<String> names) {
        String named = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? named : named + " and " + (names.size() - NAMED) + " more";
    }
}
