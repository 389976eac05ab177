package dev.mitigauge.assessment;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Waivers of whole sections. Rules know waivers of items alone, so one of a section is spelled out: the same waiver for each task and risk that
 * stands in the section or below it. One that has run out stays one, since it covers nothing and is to be told once.
 */
public final class WaivedSections {

    private static final String PREFIX = "section:";

    private WaivedSections() {}

    /** What a waiver of the section with that title names as its item. */
    public static String item(String title) {
        return PREFIX + title;
    }

    static List<Waiver> spelledOut(List<Waiver> waivers, List<Fact> read, LocalDate day) {
        if (waivers.stream().noneMatch(waiver -> covers(waiver, day))) {
            return waivers;
        }
        List<Waiver> all = new ArrayList<>();
        for (Waiver waiver : waivers) {
            Set<String> items = covers(waiver, day) ? items(title(waiver), read) : Set.of();
            items.forEach(item -> all.add(of(waiver, item)));
            if (items.isEmpty()) {
                all.add(waiver);
            }
        }
        return all;
    }

    private static boolean covers(Waiver waiver, LocalDate day) {
        return waiver.item() != null
                && waiver.item().startsWith(PREFIX)
                && !waiver.expires().isBefore(day);
    }

    private static String title(Waiver waiver) {
        return String.valueOf(waiver.item()).substring(PREFIX.length());
    }

    private static Waiver of(Waiver waiver, String item) {
        return new Waiver(waiver.id(), waiver.rule(), item, waiver.owner(), waiver.reason(), waiver.expires());
    }

    private static Set<String> items(String title, List<Fact> read) {
        Set<String> sections = new LinkedHashSet<>();
        for (Fact fact : read) {
            if (fact instanceof Section section && section.path().stream().anyMatch(title::equalsIgnoreCase)) {
                sections.add(section.id());
            }
        }
        Set<String> items = new LinkedHashSet<>();
        for (Fact fact : read) {
            if (fact instanceof Task task && sections.contains(task.section())) {
                items.add(task.id());
            } else if (fact instanceof DeferredRisk risk && sections.contains(risk.section())) {
                items.add(risk.id());
            }
        }
        return items;
    }
}
