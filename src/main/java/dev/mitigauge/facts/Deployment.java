package dev.mitigauge.facts;

/**
 * One value of the deployment that the request describes.
 *
 * @param key such as {@code deployment.instances}
 * @param value as given, in plain text
 */
public record Deployment(String key, String value) implements Fact {

    @Override
    public SourceRef source() {
        return SourceRef.CONTEXT;
    }
}
