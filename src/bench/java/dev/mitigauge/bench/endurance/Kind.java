package dev.mitigauge.bench.endurance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is asked of the service, and how many of a hundred requests ask it. */
enum Kind {
    /** Judge a checklist of 6 KB that was never seen before. */
    CHECKLIST(40, false),
    /** Judge a checklist and a register together, never seen before. */
    BOTH(12, false),
    /** Judge what was judged a moment ago. */
    KNOWN(6, false),
    /** Judge a checklist and keep that for a project. */
    KEEP(6, true),
    /** Send the same once more, under the same key. */
    AGAIN(1, true),
    /** Where a project stands. */
    PROJECT(10, true),
    /** The picture of its verdict, if it is another one. */
    BADGE(8, true),
    /** Its latest assessments. */
    HISTORY(6, true),
    /** How its scores went. */
    TREND(4, true),
    /** An assessment that was kept. */
    FIND(3, true),
    /** What differs between it and the one before. */
    DIFF(1, true),
    /** Whether the service is ready. */
    READY(3, false);

    private final int weight;
    private final boolean stored;

    Kind(int weight, boolean stored) {
        this.weight = weight;
        this.stored = stored;
    }

    /** Whether nobody can answer that while the store is away. */
    boolean stored() {
        return stored;
    }

    /** As many of each as its weight says, mixed, the same way each time. */
    static List<Kind> deck() {
        List<Kind> deck = new ArrayList<>();
        for (Kind kind : values()) {
            deck.addAll(Collections.nCopies(kind.weight, kind));
        }
        Collections.shuffle(deck, new Random(7));
        return List.copyOf(deck);
    }
}
