package dev.mitigauge.facts;

import static dev.mitigauge.facts.MadeTask.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountsTest {

    private static final String DOC = "doc";

    @Test
    void shouldGroupTasksThatAreAlikeAndCountRepetitionsOnce() {
        List<Fact> facts = List.of(
                document(),
                task("T3", TaskState.OPEN, Tier.HIGH, null),
                task("T1", TaskState.OPEN, Tier.HIGH, null),
                task("T2", TaskState.DONE, Tier.HIGH, null),
                task("T4", TaskState.OPEN, Tier.HIGH, "T1"),
                task("T5", TaskState.OPEN, Tier.LOW, null));

        List<TaskGroup> groups = groups(facts);

        assertThat(groups)
                .extracting(group -> group.tasks().stream().map(Task::id).toList())
                .containsExactly(List.of("T1", "T3"), List.of("T2"), List.of("T5"));
        assertThat(groups.get(0).count()).isEqualTo(2);
        assertThat(groups.get(0).tier()).isEqualTo(Tier.HIGH);
        assertThat(groups.get(0).state()).isEqualTo(TaskState.OPEN);
        assertThat(TaskGroup.all(List.of(groups.get(2), groups.get(0))))
                .extracting(Task::id)
                .containsExactly("T1", "T3", "T5");
    }

    @Test
    void shouldCountTheTasksOfASectionInThoseAboveItAndInItsDocument() {
        List<Fact> facts = List.of(
                document(),
                section("S1", null),
                section("S2", "S1"),
                section("S3", null),
                in("S2", task("T1", TaskState.OPEN, Tier.CRITICAL, null)),
                in("S2", accepted(task("T2", TaskState.DEFERRED, Tier.CRITICAL, null))),
                in("S1", accepted(task("T3", TaskState.DONE, Tier.CRITICAL, null))),
                in("S1", task("T4", TaskState.DONE, Tier.CRITICAL, null)));

        List<SectionCount> counts = counts(facts);

        assertThat(counts)
                .extracting(
                        SectionCount::section,
                        SectionCount::total,
                        SectionCount::done,
                        SectionCount::open,
                        SectionCount::accepted,
                        SectionCount::openCritical)
                .containsExactly(tuple(DOC, 4, 2, 2, 1, 1), tuple("S1", 4, 2, 2, 1, 1), tuple("S2", 2, 0, 2, 1, 1));
    }

    @Test
    void shouldCountWhatMustBeDoneAsCritical() {
        Task must = with(task("T1", TaskState.OPEN, Tier.LOW, null), DOC, true, false);
        Task low = task("T2", TaskState.OPEN, Tier.LOW, null);

        assertThat(counts(List.of(document(), must, low))).singleElement().returns(1, SectionCount::openCritical);
    }

    @Test
    void shouldCountAlikeInAnyOrder() {
        List<Fact> facts = new ArrayList<>(List.of(
                document(),
                task("T1", TaskState.OPEN, Tier.HIGH, null),
                task("T2", TaskState.DONE, Tier.LOW, null),
                task("T3", TaskState.OPEN, Tier.HIGH, null)));
        List<Fact> before = Counts.of(facts);

        Collections.reverse(facts);

        assertThat(Counts.of(facts)).isEqualTo(before);
    }

    @Test
    void shouldCountDaysThatHavePassed() {
        Today today = new Today(LocalDate.of(2026, 6, 1));

        assertThat(today.daysSince(LocalDate.of(2026, 5, 2))).isEqualTo(30);
        assertThat(today.daysSince(LocalDate.of(2026, 6, 2))).isZero();
        assertThat(today.daysSince(null)).isZero();
        assertThat(today.source()).isEqualTo(SourceRef.CONTEXT);
    }

    private static List<TaskGroup> groups(List<Fact> facts) {
        return Counts.of(facts).stream()
                .filter(TaskGroup.class::isInstance)
                .map(TaskGroup.class::cast)
                .toList();
    }

    private static List<SectionCount> counts(List<Fact> facts) {
        return Counts.of(facts).stream()
                .filter(SectionCount.class::isInstance)
                .map(SectionCount.class::cast)
                .toList();
    }

    private static Document document() {
        return new Document(
                DOC, DocumentKind.CHECKLIST, "0", 9, 1, null, Provenance.UNKNOWN, null, false, List.of(), at(1));
    }

    private static Section section(String id, @Nullable String parent) {
        return new Section(id, parent, id, List.of(id), 2, null, Tier.NORMAL, false, null, at(1));
    }

    private static Task in(String section, Task task) {
        return with(task, section, task.must(), task.accepted());
    }

    private static Task accepted(Task task) {
        return with(task, task.section(), task.must(), true);
    }

    private static Task with(Task task, String section, boolean must, boolean accepted) {
        return new Task(
                task.id(),
                task.document(),
                section,
                task.text(),
                task.state(),
                task.tier(),
                must,
                task.proof(),
                accepted,
                task.note(),
                task.topics(),
                task.files(),
                task.environment(),
                task.owner(),
                task.effort(),
                task.fingerprint(),
                task.duplicateOf(),
                task.source());
    }

    private static SourceRef at(int line) {
        return new SourceRef(DOC, line, line, "");
    }
}
