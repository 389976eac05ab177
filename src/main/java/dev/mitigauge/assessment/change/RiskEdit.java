package dev.mitigauge.assessment.change;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.OwnerKind;
import dev.mitigauge.facts.ReviewBasis;
import dev.mitigauge.facts.RiskState;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.SeveritySource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A risk on its way to what it would be after some changes. */
final class RiskEdit {

    private final DeferredRisk before;
    private Severity severity;
    private SeveritySource severitySource;
    private @Nullable String owner;
    private OwnerKind ownerKind;
    private @Nullable LocalDate reviewDate;
    private ReviewBasis reviewBasis;
    private RiskState state;
    private Set<String> missing;
    private List<String> steps;

    RiskEdit(DeferredRisk before) {
        this.before = before;
        this.severity = before.severity();
        this.severitySource = before.severitySource();
        this.owner = before.owner();
        this.ownerKind = before.ownerKind();
        this.reviewDate = before.reviewDate();
        this.reviewBasis = before.reviewBasis();
        this.state = before.state();
        this.missing = before.missing();
        this.steps = before.steps();
    }

    /** What was to be done about it is done, or was not needed. */
    void resolve() {
        steps = List.of();
        state = RiskState.RESOLVED;
    }

    void own(String newOwner) {
        owner = newOwner;
        ownerKind = OwnerKind.PERSON;
    }

    void review(LocalDate day) {
        reviewDate = day;
        reviewBasis = ReviewBasis.DATE;
    }

    void rate(Severity stated) {
        severity = stated;
        severitySource = SeveritySource.STATED;
    }

    void describe() {
        missing = Set.of();
    }

    DeferredRisk after() {
        return new DeferredRisk(
                before.id(),
                before.document(),
                before.section(),
                before.codes(),
                before.title(),
                severity,
                severitySource,
                before.likelihood(),
                before.impact(),
                before.category(),
                before.error(),
                before.reason(),
                before.file(),
                steps,
                before.effort(),
                owner,
                ownerKind,
                reviewDate,
                before.reviewTrigger(),
                reviewBasis,
                before.acceptedBy(),
                before.since(),
                state,
                before.must(),
                before.topics(),
                missing,
                before.fingerprint(),
                before.duplicateOf(),
                before.source());
    }
}
