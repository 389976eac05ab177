package dev.mitigauge.bench.endurance;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether all that the service confirmed is there, once, and told of. */
final class Kept {

    private final Program program;
    private final Server server;

    Kept(Program program, Server server) {
        this.program = program;
        this.server = server;
    }

    /** Asks for each of them. */
    Check readable(List<String> ids) throws IOException, InterruptedException {
        List<String> lost = new ArrayList<>();
        for (String id : ids) {
            int status = program.status("/api/v1/assessments/" + id);
            if (status != 200) {
                lost.add(id + " answers " + status);
            }
        }
        return Check.none("what was confirmed can be read", lost, ids.size() + " assessments");
    }

    Check once(List<String> twice, int confirmed) throws SQLException {
        long kept = server.count("select count(*) from assessment");
        List<String> faults = new ArrayList<>(twice);
        if (kept != confirmed) {
            faults.add(kept + " are kept, but " + confirmed + " were confirmed");
        }
        return Check.none("each is kept once, however often it was sent", faults, kept + " kept");
    }

    Check told(Set<String> streamed, Set<String> hooked) throws SQLException {
        long events = server.count("select count(*) from event");
        Set<String> either = new HashSet<>(streamed);
        either.addAll(hooked);
        boolean all = either.size() == events && streamed.size() == events && hooked.size() == events;
        return new Check(
                "every event reached the stream and the webhook",
                all,
                events + " events, " + streamed.size() + " by the stream, " + hooked.size() + " by the webhook");
    }
}
