package dev.mitigauge.cli;

import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.Stored;
import java.util.List;

/** What to say of a store that can't be asked. */
public final class StoreFaults {

    private StoreFaults() {}

    /** That it can't be asked now. */
    public static Fault of(Outage outage) {
        return new Fault("store", 0, 0, outage.toString(), "see what src/docs/store.md says of it", null);
    }

    /** What it says, or the end of the command with {@link ExitCode#INVALID}. */
    static <T> T orComplain(Stored<T> stored) {
        if (stored instanceof Stored.Unavailable<T> unavailable) {
            throw new Complaint(ExitCode.INVALID, List.of(of(unavailable.outage())));
        }
        return stored.orElseThrow();
    }
}
