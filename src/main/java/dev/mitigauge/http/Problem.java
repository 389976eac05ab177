package dev.mitigauge.http;

import java.util.List;

/**
 * Why a request was not answered as it wished.
 *
 * @param trouble what kind of problem
 * @param detail what is wrong here, lower case, without full stop
 * @param remedy what to do about it
 * @param faults all that is wrong, if there is more to say than {@code detail}
 */
record Problem(Trouble trouble, String detail, String remedy, List<Fault> faults) {

    Problem {
        faults = List.copyOf(faults);
    }

    static Problem of(Trouble trouble, String detail, String remedy) {
        return new Problem(trouble, detail, remedy, List.of());
    }

    /** A problem that lists faults; the first speaks for all. */
    static Problem of(Trouble trouble, List<Fault> faults) {
        Fault first = faults.get(0);
        String detail = first.field() == null ? first.message() : first.field() + ": " + first.message();
        String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
        return new Problem(trouble, detail + more, first.remedy(), faults);
    }
}
