package dev.mitigauge.ingest;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The words that the reader knows, from the tables of a rule set. Immutable. */
public final class Vocabulary {

    private Vocabulary() {}

    /**
     * Makes a vocabulary of the reading tables.
     *
     * @param tables gives the rows of a table by name, each a map from column to cell
     */
    public static Vocabulary of(Function<String, List<Map<String, String>>> tables) {
        return new Vocabulary();
    }
}
