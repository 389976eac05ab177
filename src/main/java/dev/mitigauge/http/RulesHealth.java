package dev.mitigauge.http;

import java.util.List;

/**
 * How the rules are.
 *
 * @param digest of the active rule set
 * @param stale whether what stands on disk was refused, so that an older set judges
 * @param problems why it was refused, one line each
 * @param objections what the cases of the active set say against it, one line each; empty as long as they have not been run
 */
public record RulesHealth(String digest, boolean stale, List<String> problems, List<String> objections) {
    public RulesHealth {
        problems = List.copyOf(problems);
        objections = List.copyOf(objections);
    }
}
