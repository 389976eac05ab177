package dev.mitigauge.rules.tables;

/**
 * A row of {@code release-needs.csv}.
 *
 * @param need what every release needs
 * @param topic a topic that speaks of it, from {@code topics.csv}
 */
public record ReleaseNeed(String need, String topic) {

    /** Whether the row stands for the need itself. */
    public boolean first() {
        return need.equals(topic);
    }
}
