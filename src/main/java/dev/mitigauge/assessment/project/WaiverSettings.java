package dev.mitigauge.assessment.project;

/**
 * Bounds of the waivers of projects.
 *
 * @param maxDays how many days ahead the last day of a waiver may be, 1 to 3650
 * @param maxPerProject most waivers of a project, expired ones included, from 1 to 10000
 */
public record WaiverSettings(int maxDays, int maxPerProject) {

    public static final WaiverSettings DEFAULT = new WaiverSettings(180, 500);

    public WaiverSettings {
        within("maxDays", maxDays, 3650);
        within("maxPerProject", maxPerProject, 10_000);
    }

    private static void within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "waivers." + key + " must be between 1 and " + most + ", but is " + value);
        }
    }
}
