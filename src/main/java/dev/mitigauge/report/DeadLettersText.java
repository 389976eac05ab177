package dev.mitigauge.report;

import dev.mitigauge.assessment.kept.DeadLetter;
import dev.mitigauge.assessment.kept.OutboxState;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Events that could not be delivered, for people: a line for each, and why below it. */
public final class DeadLettersText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private DeadLettersText() {}

    /** The whole text, lines ended by {@code \n}. */
    public static String render(
            dev.mitigauge.assessment.kept.Page<DeadLetter> dead, OutboxState state, TextOptions options) {
        Page page = new Page(options);
        if (dead.items().isEmpty()) {
            page.line(0, Span.plain("no event was given up"));
        }
        dead.items().forEach(each -> letter(each, page));
        if (dead.more()) {
            page.line(0, Span.faint("there are more, " + state.dead() + " in all: --limit"));
        }
        String oldest = state.oldest() == null ? "" : ", the oldest since " + TIME.format(state.oldest());
        page.line(0, Span.faint("on their way: " + state.waiting() + oldest));
        return page.toString();
    }

    private static void letter(DeadLetter letter, Page page) {
        page.line(
                0,
                Span.strong(letter.event().number() + " "
                        + TIME.format(letter.event().at())),
                Span.plain(letter.event().type().word() + " " + letter.event().subject() + " for " + letter.target()));
        page.line(4, Span.plain("attempts: " + letter.attempts() + ", " + letter.reason()));
    }
}
