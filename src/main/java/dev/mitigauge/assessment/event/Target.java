package dev.mitigauge.assessment.event;

import java.net.URI;

/**
 * Who is told.
 *
 * @param name as log and metrics call it
 * @param address where; often a secret by itself, so it is shown nowhere
 */
public record Target(String name, URI address) {

    @Override
    public String toString() {
        return name;
    }
}
