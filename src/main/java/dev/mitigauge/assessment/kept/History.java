package dev.mitigauge.assessment.kept;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: the assessments of projects. They never change once they are kept. */
public interface History {

    /** Keeps an assessment; its project is created on first use. */
    Stored<Keeping> keep(NewAssessment assessment);

    /** What {@link #keep} would say of a key before anything is assessed: nothing if it is free. */
    Stored<Optional<Keeping>> earlier(String project, IdempotencyKey key);

    /** The assessment of that id. */
    Stored<Optional<KeptAssessment>> find(String id);

    /** The newest assessment of a project: the one kept last. */
    Stored<Optional<AssessmentSummary>> latest(String project);

    /**
     * The assessments of a project, newest first.
     *
     * @param before the position after which the page begins, so towards the past; null for the first page
     * @param limit most items, 1 to {@value Page#LARGEST}
     */
    Stored<Page<AssessmentSummary>> list(String project, @Nullable Position before, int limit);

    /** What was judged in the assessment of that id. */
    Stored<Optional<Replayable>> replayable(String id);

    /**
     * What was judged in the newest assessment of each project that has one, by name of the project.
     *
     * @param after the project after which the page begins, null for the first page
     * @param limit most items, 1 to {@value Page#LARGEST}; all their documents are held in memory
     */
    Stored<Page<Replayable>> newestReplayable(@Nullable String after, int limit);

    /** How many projects have an assessment. */
    Stored<Integer> assessedProjects();

    /**
     * What was judged in the newest assessment of each project, the latest first.
     *
     * @param limit most items, 1 to {@value Page#LARGEST}
     * @param bytes most bytes of all their documents together: what does not fit any more is passed over
     */
    Stored<List<Replayable>> latestReplayable(int limit, long bytes);

    /** The bytes of a document. */
    Stored<Optional<byte[]>> document(String sha256);
}
