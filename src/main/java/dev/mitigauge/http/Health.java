package dev.mitigauge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the probes ask: is the process alive, may requests be sent to it. */
final class Health {

    private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();
    private static final String JSON = "application/json";

    private final Supplier<RulesHealth> rules;
    private final String version;
    private volatile ServiceState state = ServiceState.WARMING_UP;

    Health(Supplier<RulesHealth> rules, String version) {
        this.rules = rules;
        this.version = version;
    }

    /** The warm-up has ended; a service that is stopping stays so. */
    synchronized void warm() {
        if (state == ServiceState.WARMING_UP) {
            state = ServiceState.READY;
        }
    }

    synchronized void stopping() {
        state = ServiceState.STOPPING;
    }

    /** Whether requests may be sent here. */
    boolean isReady() {
        return state == ServiceState.READY;
    }

    /** An event loop that answers is alive. */
    Reply live() {
        return new Reply(200, JSON, json(Map.of("status", "LIVE")));
    }

    Reply ready() {
        ServiceState now = state;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", now.name());
        details.put("warm", now != ServiceState.WARMING_UP);
        details.put("rules", rules.get());
        details.put("version", version);
        return new Reply(now == ServiceState.READY ? 200 : 503, JSON, json(details));
    }

    private static byte[] json(Map<String, ?> details) {
        try {
            return WRITER.writeValueAsBytes(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and booleans can always be written", e);
        }
    }
}
