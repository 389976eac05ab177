package dev.mitigauge.findings;

import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.SourceRef;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says about given lines.
 *
 * @param rule id of the rule, such as {@code DEF-001}
 * @param level how much it weighs
 * @param title the rule's title
 * @param message what was found here, in a sentence
 * @param remedy what to do about it
 * @param sources the lines that it is about, in document order
 */
public record Finding(String rule, Level level, String title, String message, String remedy, List<SourceRef> sources)
        implements Comparable<Finding> {

    /** Worst first, then by rule, then in document order. */
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::level)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::firstSource)
            .thenComparing(Finding::message)
            .thenComparing(Finding::sources, Finding::bySource)
            .thenComparing(Finding::title)
            .thenComparing(Finding::remedy);

    /** Behind it a day and a bracket. */
    private static final String GRACE = " (the rule is new: a warning now, a blocker from ";

    private static final int DAY = "2026-12-01)".length();

    public Finding {
        sources = sources.stream().sorted().distinct().toList();
    }

    /**
     * A finding of the rule that is firing now, about the given facts. Its message is the rule's title until {@link #saying} gives
     * a better one.
     *
     * @throws IllegalStateException outside of a rule's consequence
     */
    public static Finding of(Fact... about) {
        return of(Stream.of(about));
    }

    /** The same about several facts at once: one finding for what a reader would not want to read many times. */
    public static Finding of(Collection<? extends Fact> about) {
        return of(about.stream());
    }

    private static Finding of(Stream<? extends Fact> about) {
        RuleText rule = RuleText.firing();
        return new Finding(
                        rule.id(),
                        Level.NOTE,
                        rule.title(),
                        rule.title(),
                        rule.remedy(),
                        about.<SourceRef>map(Fact::source).toList())
                .at(rule.level());
    }

    /** The lines that it is about, if it is about one item alone; null if it is about several, or about none. */
    public @Nullable SourceRef onlySource() {
        return sources.size() == 1 ? sources.get(0) : null;
    }

    /** The same with another message. */
    public Finding saying(String newMessage) {
        return new Finding(rule, level, title, newMessage + graceNote(), remedy, sources);
    }

    /** The same with another remedy. */
    public Finding advising(String newRemedy) {
        return new Finding(rule, level, title, message, newRemedy, sources);
    }

    /** The same at another level, for a rule whose weight depends on a table. While its rule is new, a blocker is a warning that says so. */
    public Finding at(Level newLevel) {
        @Nullable LocalDate grace = RuleText.grace();
        String plain = message.substring(0, message.length() - graceNote().length());
        return newLevel == Level.BLOCKER && grace != null
                ? new Finding(rule, Level.WARNING, title, plain + GRACE + grace + ")", remedy, sources)
                : new Finding(rule, newLevel, title, plain, remedy, sources);
    }

    /** What its message ends with if it is a warning only because its rule is new; else empty. */
    private String graceNote() {
        int at = message.lastIndexOf(GRACE);
        return at >= 0 && message.length() == at + GRACE.length() + DAY ? message.substring(at) : "";
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** Two that differ in a later line only are two. */
    private static int bySource(List<SourceRef> some, List<SourceRef> others) {
        for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
            int order = some.get(i).compareTo(others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(some.size(), others.size());
    }

    private SourceRef firstSource() {
        return sources.isEmpty() ? SourceRef.CONTEXT : sources.get(0);
    }
}
