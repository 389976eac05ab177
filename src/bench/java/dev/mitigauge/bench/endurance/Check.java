package dev.mitigauge.bench.endurance;

import java.util.List;

/**
 * Something that must hold after a run.
 *
 * @param what in words
 * @param figures that show it
 */
record Check(String what, boolean holds, String figures) {

    /** That there are none of these. */
    static Check none(String what, List<String> faults, String figures) {
        return new Check(what, faults.isEmpty(), faults.isEmpty() ? figures : String.join("\n        ", faults));
    }

    @Override
    public String toString() {
        return (holds ? "holds   " : "FAILS   ") + what + ": " + figures;
    }
}
