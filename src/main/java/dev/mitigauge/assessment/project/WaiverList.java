package dev.mitigauge.assessment.project;

import java.util.List;

/**
 * The waivers of a project.
 *
 * @param project its name
 * @param items by id, expired ones as well
 */
public record WaiverList(String project, List<ToldWaiver> items) {

    public WaiverList {
        items = List.copyOf(items);
    }
}
