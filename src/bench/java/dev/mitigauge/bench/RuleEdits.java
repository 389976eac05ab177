package dev.mitigauge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Edits of a rule set, each giving a set that was never there before, saved in the ways of editors, one after the other. */
public final class RuleEdits {

    private final Path table;
    private final Path drl;
    private final String tableText;
    private final List<String> rules;

    /** Of the rules in that directory. */
    public RuleEdits(Path rules) throws IOException {
        this.table = rules.resolve("tables").resolve("severity-weights.csv");
        this.drl = rules.resolve("hygiene.drl");
        this.tableText = Files.readString(table);
        this.rules = List.of(Files.readString(drl).split("(?m)^(?=rule )"));
    }

    /** Which files an edit of this number changes. */
    public static String kind(int number) {
        return switch (number % 5) {
            case 3 -> "a DRL file";
            case 4 -> "a DRL file and a table";
            default -> "a table";
        };
    }

    /** Saves the edit of this number: a table in three ways, a sentence of a rule, or both files together. */
    public void save(int number) throws IOException {
        String newTable = tableText + "# edit " + number + "\n";
        String newDrl = edited(number);
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

    /** Saves what can't be a rule set, until the next edit of a DRL file. */
    public void spoil() throws IOException {
        renamed(drl, String.join("", rules) + "rule \"HYG-999 half saved\"\nwhen\n    $task : Ta");
    }

    /** Another rule each time gives another reason; what stands before the first rule is no rule. */
    private String edited(int number) {
        List<String> edited = new ArrayList<>(rules);
        int rule = 1 + number % (rules.size() - 1);
        edited.set(rule, edited.get(rule).replaceFirst("@why\\(\"", "@why(\"Edit " + number + ": "));
        return String.join("", edited);
    }

    private static void renamed(Path file, String text) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".new");
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
