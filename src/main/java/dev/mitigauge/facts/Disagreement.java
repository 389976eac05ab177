package dev.mitigauge.facts;

/**
 * Two statements of the same task or risk, one of which says that it is finished and one that it is not; delivered by {@link Disagreements}
 * so that rules need not search.
 *
 * @param finished the statement that says so
 * @param open the other one
 */
public record Disagreement(Fact finished, Fact open) implements Fact {

    /** Whether one document says both. */
    public boolean within() {
        return finished.source().document().equals(open.source().document());
    }

    /** What they are about, in the words of the open statement. */
    public String text() {
        if (open instanceof Task task) {
            return task.text();
        }
        return open instanceof DeferredRisk risk ? risk.title() : "";
    }

    @Override
    public SourceRef source() {
        return open.source();
    }
}
