package dev.mitigauge.http;

import java.util.List;

/**
 * How the rules are.
 *
 * @param digest of the active rule set
 * @param stale whether what stands on disk was refused, so that an older set judges
 * @param problems why it was refused, one line each
 * @param objections what its cases, and stored assessments after a start, say against the active set, one line each; empty as long as they have not been tried
 */
public record RulesHealth(String digest, boolean stale, List<String> problems, List<String> objections) {
    public RulesHealth {
        problems = List.copyOf(problems);
        objections = List.copyOf(objections);
    }
}
