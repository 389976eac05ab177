package dev.mitigauge.http;

import java.util.List;

/**
 * How the rules are.
 *
 * @param digest of the active rule set
 * @param stale whether what stands on disk was refused, so that an older set judges
 * @param problems why it was refused, one line each
 */
public record RulesHealth(String digest, boolean stale, List<String> problems) {
    public RulesHealth {
        problems = List.copyOf(problems);
    }
}
