package dev.mitigauge.assessment;

import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.findings.Finding;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How much memory an answer takes, rather too much than too little: texts that its parts share are counted each time. */
final class AnswerWeight {

    private static final int WHOLE = 2_000;
    private static final int PART = 250;
    private static final int SOURCE = 120;
    private static final int CHARACTER = 2;

    private long bytes = WHOLE;

    private AnswerWeight() {}

    /** In bytes, as an estimate. */
    static int of(Assessment answer) {
        AnswerWeight weight = new AnswerWeight();
        answer.findings().forEach(weight::finding);
        answer.deferredRisk().risks().forEach(weight::risk);
        answer.claims().forEach(claim -> weight.part(claim.source(), claim.wording()));
        answer.conditionDetails().forEach(detail -> weight.part(detail.sources(), detail.condition()));
        answer.nextActions().forEach(action -> weight.part(action.source(), action.action()));
        answer.documents().forEach(document -> weight.part(document.unread(), document.name()));
        // What is asked for seldom, and costs far more to compute than to write down.
        weight.text(answer.path() == null ? null : answer.path().toString());
        weight.text(answer.worsens() == null ? null : answer.worsens().toString());
        weight.text(
                answer.contributions().isEmpty() ? null : answer.contributions().toString());
        return (int) Math.min(Integer.MAX_VALUE, weight.bytes);
    }

    private void finding(Finding finding) {
        part(finding.sources(), finding.message());
        text(finding.remedy());
        text(finding.title());
    }

    private void risk(Assessment.Risk risk) {
        part(risk.source(), risk.title());
        risk.codes().forEach(this::text);
        text(risk.category());
        text(risk.owner());
        text(
                risk.codeOwner() == null
                        ? null
                        : risk.codeOwner().owners() + risk.codeOwner().from());
        text(risk.reviewTrigger());
        text(risk.effort());
        text(risk.file() == null ? null : risk.file().path());
        risk.mitigations().forEach(mitigation -> part(mitigation.source(), mitigation.text()));
    }

    private void part(SourceRef source, String text) {
        bytes += PART;
        text(text);
        source(source);
    }

    private void part(Collection<SourceRef> sources, String text) {
        bytes += PART;
        text(text);
        sources.forEach(this::source);
    }

    private void source(SourceRef source) {
        bytes += SOURCE;
        text(source.excerpt());
    }

    private void text(@Nullable String text) {
        bytes += text == null ? 0 : (long) CHARACTER * text.length();
    }
}
