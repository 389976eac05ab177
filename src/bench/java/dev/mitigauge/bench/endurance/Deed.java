package dev.mitigauge.bench.endurance;

/** What is done to the service, besides asking it. */
enum Deed {
    RULES("rules edited"),
    BROKEN_RULES("broken rules"),
    STORE("store killed"),
    CLOCK("clock stepped"),
    CALLERS("callers hang up, others dawdle");

    private final String words;

    Deed(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
