package dev.mitigauge.cli;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@code --deployment} says, as the facts name it. */
final class DeploymentValues {

    private static final String PREFIX = "deployment.";

    private DeploymentValues() {}

    /** Values by key; {@code instances=3} is short for {@code deployment.instances=3}. */
    static SortedMap<String, String> of(List<String> assignments) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new Complaint(
                        ExitCode.USAGE,
                        "`" + assignment + "` is not a value of the deployment",
                        "write --deployment KEY=VALUE, such as --deployment instances=3");
            }
            String key = assignment.substring(0, equals).trim();
            String value = assignment.substring(equals + 1).trim();
            String full = key.startsWith(PREFIX) ? key : PREFIX + key;
            if (values.putIfAbsent(full, value) != null) {
                throw new Complaint(
                        ExitCode.USAGE, "`" + full + "` is given twice", "give each value of the deployment once");
            }
        }
        return values;
    }
}
