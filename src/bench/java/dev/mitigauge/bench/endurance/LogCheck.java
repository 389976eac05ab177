package dev.mitigauge.bench.endurance;

import java.util.List;
import java.util.regex.Pattern;

/** What the service may complain about in its log, for it was done to it. Whatever else is a warning, an error or a stack trace it may not. */
final class LogCheck {

    private static final int EXAMPLES = 20;

    private static final Pattern COMPLAINT =
            Pattern.compile(" (WARN|ERROR) |^\\s+at |^Caused by|^OpenJDK .*warning|Exception");

    private static final Pattern EXPECTED = Pattern.compile(String.join(
            "|",
            "the store can't be used",
            "rules refused",
            "was not delivered to",
            "can't be written down, so it is sent again"));

    private LogCheck() {}

    static Check of(List<String> lines) {
        List<String> complaints =
                lines.stream().filter(line -> COMPLAINT.matcher(line).find()).toList();
        List<String> unexpected = complaints.stream()
                .filter(line -> !EXPECTED.matcher(line).find())
                .limit(EXAMPLES)
                .toList();
        return Check.none(
                "the log complains of nothing that was not done", unexpected, complaints.size() + " complaints");
    }
}
