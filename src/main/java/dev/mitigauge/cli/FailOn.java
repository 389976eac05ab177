package dev.mitigauge.cli;

import dev.mitigauge.findings.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The verdicts that fail a gate.
 *
 * @param verdicts those; the gate passes on all others, and always on {@code READY}
 */
record FailOn(Set<Verdict> verdicts) {

    static final String DEFAULT = "not-ready,insufficient-evidence";

    private static final String NONE = "none";
    private static final Map<String, Verdict> WORDS = new TreeMap<>(Map.of(
            "conditions", Verdict.READY_WITH_CONDITIONS,
            "not-ready", Verdict.NOT_READY,
            "insufficient-evidence", Verdict.INSUFFICIENT_EVIDENCE));

    FailOn {
        verdicts = Set.copyOf(verdicts);
    }

    /** Verdicts by their words, separated by commas; {@code none} alone for a gate that always passes. */
    static FailOn of(String list) {
        List<String> words = List.of(list.trim().toLowerCase(Locale.ROOT).split("\\s*,\\s*", -1));
        if (words.equals(List.of(NONE))) {
            return new FailOn(Set.of());
        }
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        words.forEach(word -> verdicts.add(verdict(word)));
        return new FailOn(verdicts);
    }

    int exitCode(Verdict verdict) {
        if (!verdicts.contains(verdict)) {
            return ExitCode.PASSES;
        }
        return switch (verdict) {
            case READY -> ExitCode.PASSES;
            case READY_WITH_CONDITIONS -> ExitCode.CONDITIONS;
            case NOT_READY -> ExitCode.NOT_READY;
            case INSUFFICIENT_EVIDENCE -> ExitCode.INSUFFICIENT_EVIDENCE;
        };
    }

    private static Verdict verdict(String word) {
        Verdict verdict = WORDS.get(word);
        if (verdict == null) {
            List<String> known = new ArrayList<>(WORDS.keySet());
            known.add(NONE);
            throw word.equals(NONE)
                    ? new Complaint(
                            ExitCode.USAGE, "`none` can't be combined with other words of --fail-on", "give it alone")
                    : new Complaint(
                            ExitCode.USAGE, "unknown word `" + word + "` for --fail-on", Nearest.remedy(word, known));
        }
        return verdict;
    }
}
