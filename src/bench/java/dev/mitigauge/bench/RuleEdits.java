package dev.mitigauge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Edits of a rule set, each giving a set that was never there before, saved in the ways of editors, one after the other. */
final class RuleEdits {

    private final Path table;
    private final Path drl;
    private final String tableText;
    private final String drlText;

    RuleEdits(Path rules) throws IOException {
        this.table = rules.resolve("tables").resolve("severity-weights.csv");
        this.drl = rules.resolve("hygiene.drl");
        this.tableText = Files.readString(table);
        this.drlText = Files.readString(drl);
    }

    /** Which files an edit of this number changes. */
    static String kind(int number) {
        return switch (number % 5) {
            case 3 -> "a DRL file";
            case 4 -> "a DRL file and a table";
            default -> "a table";
        };
    }

    /** Saves the edit of this number: a table in three ways, sentences of a DRL file, or both files together. */
    void save(int number) throws IOException {
        String newTable = tableText + "# edit " + number + "\n";
        String newDrl = drlText + "// edit " + number + "\n";
        switch (number % 5) {
            case 0 -> Files.writeString(table, newTable);
            case 1 -> renamed(table, newTable);
            case 2 -> {
                Files.delete(table);
                Files.writeString(table, newTable);
            }
            case 3 -> renamed(drl, newDrl);
            default -> {
                Files.writeString(drl, newDrl);
                Files.writeString(table, newTable);
            }
        }
    }

    private static void renamed(Path file, String text) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".new");
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
