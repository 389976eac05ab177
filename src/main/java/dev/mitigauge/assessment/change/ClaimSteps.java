package dev.mitigauge.assessment.change;

import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.StatusClaim;
import dev.mitigauge.facts.Today;
import dev.mitigauge.facts.Waiver;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.Say;
import dev.mitigauge.rules.tables.ChangeVerb;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done about claims that are wrong, or that become so when work is done, and about waivers that have run out. */
final class ClaimSteps {

    private final List<Fact> facts;
    private final Conclusions now;
    private final Efforts efforts;

    ClaimSteps(List<Fact> facts, Conclusions now, Efforts efforts) {
        this.facts = facts;
        this.now = now;
        this.efforts = efforts;
    }

    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        @Nullable LocalDate today = today();
        for (Fact fact : facts) {
            if (fact instanceof StatusClaim claim) {
                @Nullable String action = action(claim);
                if (action != null) {
                    boolean wrong = now.contradicted().containsKey(claim.id());
                    Step.Order order = wrong ? Step.Order.CORRECTING : Step.Order.WRITING;
                    steps.add(step(action + Say.quote(claim.wording()), claim.id(), order, fact));
                }
            } else if (fact instanceof Waiver waiver
                    && today != null
                    && waiver.expires().isBefore(today)) {
                String action = "take the waiver " + waiver.id() + " out of the request: it has run out";
                steps.add(step(action, waiver.id(), Step.Order.WRITING, fact));
            }
        }
        return steps;
    }

    /** What to do about a claim; null if it is right and stays so whatever is finished. */
    private @Nullable String action(StatusClaim claim) {
        boolean wrong = now.contradicted().containsKey(claim.id());
        return switch (claim.claim()) {
            case READY, CONDITIONAL, COMPLETE, NO_CRITICALS -> wrong ? "take back the claim " : null;
            case REMAINING, TOTAL, PERCENT -> wrong ? "correct " : "bring up to date ";
            case NOT_READY -> "change the status ";
        };
    }

    private Step step(String action, String id, Step.Order order, Fact fact) {
        return Step.whole(
                action,
                List.of(Change.of(ChangeVerb.WITHDRAWN, id)),
                null,
                efforts.usual(ChangeVerb.WITHDRAWN),
                order,
                fact.source());
    }

    private @Nullable LocalDate today() {
        return facts.stream()
                .filter(Today.class::isInstance)
                .map(fact -> ((Today) fact).date())
                .findFirst()
                .orElse(null);
    }
}
