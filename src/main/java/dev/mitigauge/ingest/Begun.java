package dev.mitigauge.ingest;

import java.util.Arrays;

/** The places of a text at which some table may know a phrase, left to right, with the tables that may: the others need not look there. */
final class Begun {

    private final String text;
    private int[] places = new int[8];
    private int[] tables = new int[8];
    private int size;

    Begun(String text) {
        this.text = text;
    }

    /** @param some the bits of the tables that may know a phrase there */
    void add(int place, int some) {
        if (some == 0) {
            return;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            tables = Arrays.copyOf(tables, size * 2);
        }
        places[size] = place;
        tables[size++] = some;
    }

    String text() {
        return text;
    }

    int size() {
        return size;
    }

    int place(int number) {
        return places[number];
    }

    boolean has(int number, int table) {
        return (tables[number] & table) != 0;
    }
}
