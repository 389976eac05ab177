package dev.mitigauge.facts;

/** Something that a rule can match: read from a document, counted over what was read, or given with the request. */
public sealed interface Fact
        permits Document,
                Section,
                SectionCount,
                StatusClaim,
                Task,
                TaskGroup,
                Link,
                TopicCount,
                NamedEnvironment,
                DeferredRisk,
                Mitigation,
                Assumption,
                Reference,
                LookedUp,
                Subtask,
                ParentTask,
                RiskSteps,
                Disagreement,
                CodeOwner,
                Checkout,
                Deployment,
                Today,
                Waiver,
                WaivedTask {

    /** Where it was read; {@link SourceRef#CONTEXT} for what came with the request. */
    SourceRef source();
}
