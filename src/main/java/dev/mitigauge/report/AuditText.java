package dev.mitigauge.report;

import dev.mitigauge.assessment.kept.AuditEntry;
import dev.mitigauge.assessment.kept.AuditEvent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The audit trail for people: a line an entry, and what more there is to say below it. */
public final class AuditText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private AuditText() {}

    /** The whole text, lines ended by {@code \n}. */
    public static String render(dev.mitigauge.assessment.kept.Page<AuditEntry> entries, TextOptions options) {
        Page page = new Page(options);
        if (entries.items().isEmpty()) {
            page.line(0, Span.plain("the audit trail is empty"));
        }
        entries.items().forEach(each -> entry(each, page));
        if (entries.more()) {
            List<AuditEntry> items = entries.items();
            page.line(
                    0,
                    Span.faint("older ones: --before "
                            + items.get(items.size() - 1).number()));
        }
        return page.toString();
    }

    private static void entry(AuditEntry entry, Page page) {
        AuditEvent event = entry.event();
        page.line(
                0,
                Span.strong(entry.number() + " " + TIME.format(event.at())),
                Span.plain(event.who() + ": " + event.action() + " " + event.target() + ", " + event.outcome()));
        if (event.detail() != null) {
            page.line(4, Span.plain(event.detail()));
        }
    }
}
