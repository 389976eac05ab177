package dev.mitigauge.assessment.event;

import java.net.URI;

/**
 * What is told of what has happened.
 *
 * @param source by which receivers tell one service from another, a URI such as {@code urn:mitigauge}
 * @param waiverDays how many days before the last day of a waiver others are told, 0 to 3650
 * @param keepDays days after which an event is forgotten, 1 to 3650
 * @param maxStreams most readers of {@code GET /api/v1/events} at once, 0 to 10000
 * @param heartbeatSeconds how often such a reader hears something at least, 1 to 30
 */
public record EventSettings(String source, int waiverDays, int keepDays, int maxStreams, int heartbeatSeconds) {

    public static final EventSettings DEFAULT = new EventSettings("urn:mitigauge", 14, 30, 100, 15);

    public EventSettings {
        if (!isUri(source)) {
            throw new IllegalArgumentException(
                    "events.source must be a URI such as urn:mitigauge:shop, but is `" + source + "`");
        }
        within("waiverDays", waiverDays, 0, 3650);
        within("keepDays", keepDays, 1, 3650);
        within("maxStreams", maxStreams, 0, 10_000);
        within("heartbeatSeconds", heartbeatSeconds, 1, 30);
    }

    private static boolean isUri(String text) {
        try {
            return !text.isBlank() && URI.create(text).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "events." + key + " must be between " + least + " and " + most + ", but is " + value);
        }
    }
}
