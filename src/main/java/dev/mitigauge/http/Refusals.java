package dev.mitigauge.http;

import dev.mitigauge.ingest.Refusal;
import java.util.List;

/** Documents that could not be read, as a problem. */
final class Refusals {

    private static final int MOST_FAULTS = 20;

    private Refusals() {}

    static Problem problem(List<Refusal> refusals) {
        boolean tooLarge = refusals.stream().anyMatch(refusal -> refusal.cause() == Refusal.Cause.TOO_LARGE);
        List<Fault> faults = refusals.stream().limit(MOST_FAULTS).map(Fault::of).toList();
        Fault first = faults.get(0);
        String line = first.line() == null ? "" : ":" + first.line();
        String more = refusals.size() == 1 ? "" : " (and " + (refusals.size() - 1) + " more)";
        return new Problem(
                tooLarge ? Trouble.TOO_LARGE : Trouble.UNREADABLE_DOCUMENT,
                first.document() + line + ": " + first.message() + more,
                first.remedy(),
                faults);
    }
}
