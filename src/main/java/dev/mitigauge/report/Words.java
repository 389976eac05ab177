package dev.mitigauge.report;

import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.findings.Verdict;
import java.util.List;
import java.util.Locale;

/** Values in the words of a reader. */
final class Words {

    /** Sources that are named one by one before the rest is counted. */
    private static final int NAMED_SOURCES = 3;

    private Words() {}

    static String of(Verdict verdict) {
        return verdict.name().replace('_', ' ');
    }

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String points(double value) {
        return String.format(Locale.ROOT, "%.1f", Decimals.round(value, 1));
    }

    /** A weight: without decimals where it has none. */
    static String weight(double value) {
        double rounded = Decimals.round(value, 1);
        return rounded == Math.rint(rounded) ? Long.toString(Math.round(rounded)) : points(rounded);
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** The same, never above the share: what lacks a little is not shown as whole. */
    static String percentRoundedDown(double share) {
        return (long) Math.floor(share * 100 + 1e-9) + " %";
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** {@code todo.md:3, 12, 14 and 7 more lines}: a document is named once for the lines that follow each other. */
    static String at(List<SourceRef> sources) {
        StringBuilder out = new StringBuilder();
        String document = "";
        for (SourceRef source : sources.subList(0, Math.min(NAMED_SOURCES, sources.size()))) {
            boolean same = source.line() > 0 && source.document().equals(document);
            out.append(out.length() == 0 ? "" : ", ").append(same ? Integer.toString(source.line()) : source.at());
            document = source.document();
        }
        int more = sources.size() - NAMED_SOURCES;
        return more > 0 ? out + " and " + count(more, "more line", "more lines") : out.toString();
    }
}
