package dev.mitigauge.report;

import dev.mitigauge.assessment.RuleSetHistory;
import dev.mitigauge.assessment.ToldActivation;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The history of rule sets for people: two lines an entry, digests whole, for they are what other commands take. */
public final class RuleHistoryText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RuleHistoryText() {}

    /** The whole text, lines ended by {@code \n}. */
    public static String render(RuleSetHistory history, TextOptions options) {
        Page page = new Page(options);
        if (history.items().isEmpty()) {
            page.line(0, Span.plain("no rule set has become active"));
        }
        history.items().forEach(each -> entry(each, page));
        if (history.next() != null) {
            page.line(0, Span.faint("older ones: --before " + history.next()));
        }
        return page.toString();
    }

    private static void entry(ToldActivation each, Page page) {
        page.line(0, Span.strong(each.number() + " " + TIME.format(each.at())), Span.plain(how(each)));
        page.line(4, Span.faint(each.digest()));
        if (each.note() != null) {
            page.line(4, Span.plain(Printable.of(each.note())));
        }
    }

    private static String how(ToldActivation each) {
        return switch (each.how()) {
            case START -> "the service started with it";
            case WATCH -> "its files were changed";
            case HTTP -> "activated over HTTP by " + Printable.of(each.who());
            case ROLLBACK -> "rolled back to over HTTP by " + Printable.of(each.who());
        };
    }
}
