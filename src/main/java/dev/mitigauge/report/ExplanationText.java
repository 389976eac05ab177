package dev.mitigauge.report;

import dev.mitigauge.assessment.Explanation;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.Task;
import java.util.HashSet;
import java.util.Set;

/**
 * A document with what each line was understood as below it: number, mark, text. The mark is {@code ?} for a line that was not understood,
 * {@code ┌} where an entry of several lines begins and {@code │} inside it. Long lines are cut, facts are wrapped.
 */
public final class ExplanationText {

    private static final String ARROW = "→";

    private final Page page;
    private final int number;

    private ExplanationText(Explanation explanation, TextOptions options) {
        this.page = new Page(options);
        this.number = Integer.toString(explanation.lines().size()).length();
    }

    /** The document with its explanation, and a summary; lines ended by {@code \n}. */
    public static String render(Explanation explanation, TextOptions options) {
        ExplanationText text = new ExplanationText(explanation, options);
        explanation.lines().forEach(text::line);
        ExplanationSummary.write(explanation, text.page);
        return text.page.toString();
    }

    private void line(Explanation.Line line) {
        String digits = Integer.toString(line.number());
        boolean cut = page.cut(Span.faint(" ".repeat(number - digits.length()) + digits), mark(line), code(line));
        boolean crowded = isCrowded(line);
        for (Fact fact : line.facts()) {
            page.row(
                    new int[] {number + 1, number + 3},
                    new Span[] {Span.faint(line.entry() == null ? " " : "│"), Span.faint(ARROW)},
                    number + 5,
                    FactWords.of(fact, cut || crowded));
        }
    }

    private static Span mark(Explanation.Line line) {
        if (!line.understood()) {
            return new Span("?", Span.Style.BAD);
        }
        if (line.entry() == null) {
            return Span.plain(" ");
        }
        return Span.faint(line.facts().stream().anyMatch(ExplanationText::isEntry) ? "┌" : "│");
    }

    private static boolean isEntry(Fact fact) {
        SourceRef source = fact.source();
        return (fact instanceof Task || fact instanceof DeferredRisk) && source.endLine() > source.line();
    }

    private static Span code(Explanation.Line line) {
        return new Span(line.text(), line.understood() ? Span.Style.PLAIN : Span.Style.BAD);
    }

    /** Whether the line alone doesn't tell which of its facts is which. */
    private static boolean isCrowded(Explanation.Line line) {
        Set<Class<?>> kinds = new HashSet<>();
        return !line.facts().stream()
                .map(Fact::getClass)
                .filter(kind -> kind == Task.class || kind == DeferredRisk.class)
                .allMatch(kinds::add);
    }
}
