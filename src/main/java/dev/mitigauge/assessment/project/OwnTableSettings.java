package dev.mitigauge.assessment.project;

/**
 * Bounds of the tables in which projects ask for more than their organisation does.
 *
 * @param ruleSets most rule sets with tables of projects in place that are held ready at once, 1 to 100000
 * @param maxCharacters largest table, in characters, 1 to 1000000
 */
public record OwnTableSettings(int ruleSets, int maxCharacters) {

    public static final OwnTableSettings DEFAULT = new OwnTableSettings(200, 20_000);

    public OwnTableSettings {
        within("ruleSets", ruleSets, 100_000);
        within("maxCharacters", maxCharacters, 1_000_000);
    }

    private static void within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "ownTables." + key + " must be between 1 and " + most + ", but is " + value);
        }
    }
}
