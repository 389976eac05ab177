package dev.mitigauge.cli;

/** Numbers with their noun. */
final class Plural {

    private Plural() {}

    static String of(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
