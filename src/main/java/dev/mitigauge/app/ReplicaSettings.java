package dev.mitigauge.app;

/**
 * What replicas that share a store do about each other.
 *
 * @param rulesSeconds how often one looks whether another was told over HTTP to judge by other rules, in seconds, 0 to 3600; 0 for never
 */
public record ReplicaSettings(int rulesSeconds) {

    public static final ReplicaSettings DEFAULT = new ReplicaSettings(5);

    public ReplicaSettings {
        if (rulesSeconds < 0 || rulesSeconds > 3_600) {
            throw new IllegalArgumentException(
                    "replicas.rulesSeconds must be between 0 and 3600, but is " + rulesSeconds);
        }
    }
}
