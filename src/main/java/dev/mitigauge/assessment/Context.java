package dev.mitigauge.assessment;

import dev.mitigauge.facts.Deployment;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Today;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Puts what was read and what came with the request together: all that rules judge. */
final class Context {

    private Context() {}

    static List<Fact> facts(List<Fact> read, AssessmentRequest request, LocalDate day) {
        List<Fact> facts = new ArrayList<>(read);
        facts.add(new Today(day));
        request.deployment().forEach((key, value) -> facts.add(new Deployment(key, value)));
        facts.addAll(WaivedSections.spelledOut(request.waivers(), read, day));
        return facts;
    }
}
