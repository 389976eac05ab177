package dev.mitigauge.bench;

/** How much there is to read and judge. */
public enum Size {
    /** A checklist of 6 KB, 77 tasks, and a register of 2 risks. */
    KB6(1),
    /** The same 13 times over in one checklist and one register. */
    KB80(13),
    /** The same 130 times over. */
    KB800(130);

    private final int times;

    Size(int times) {
        this.times = times;
    }

    /** How many times the smallest. */
    public int times() {
        return times;
    }

    String checklist() {
        return Documents.checklist(times);
    }

    String register() {
        return Documents.register(2 * times);
    }
}
