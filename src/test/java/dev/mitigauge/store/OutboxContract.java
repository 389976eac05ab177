package dev.mitigauge.store;

import static dev.mitigauge.store.Made.NOON;
import static dev.mitigauge.store.Made.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitigauge.assessment.kept.DeadLetter;
import dev.mitigauge.assessment.kept.Delivery;
import dev.mitigauge.assessment.kept.EventType;
import dev.mitigauge.assessment.kept.IdempotencyKey;
import dev.mitigauge.assessment.kept.LoggedEvent;
import dev.mitigauge.assessment.kept.NewActivation;
import dev.mitigauge.assessment.kept.Outbox;
import dev.mitigauge.assessment.kept.OutboxState;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.assessment.kept.Settling;
import dev.mitigauge.assessment.kept.WaiverTerms;
import dev.mitigauge.facts.Waiver;
import dev.mitigauge.findings.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the log of events and its deliveries must do, whatever database they stand on. */
abstract class OutboxContract {

    private static final Duration LEASE = Duration.ofMinutes(1);

    abstract SqlStore store();

    /** Another one over the same database, as a replica has it. */
    abstract SqlStore another();

    @Test
    void shouldTellThatAVerdictChanged() {
        judge("1", 0, Verdict.NOT_READY);
        judge("2", 1, Verdict.NOT_READY);
        judge("3", 2, Verdict.READY);

        List<LoggedEvent> events = events();

        assertThat(events).hasSize(1);
        LoggedEvent event = events.get(0);
        assertThat(event.type()).isEqualTo(EventType.VERDICT_CHANGED);
        assertThat(event.project()).isEqualTo("ferry");
        assertThat(event.subject()).isEqualTo("projects/ferry");
        assertThat(event.at()).isEqualTo(NOON.plusSeconds(2));
        assertThat(event.data())
                .isEqualTo("{\"project\":\"ferry\",\"verdict\":\"READY\",\"previousVerdict\":\"NOT_READY\","
                        + "\"assessment\":\"3\",\"previousAssessment\":\"2\",\"readiness\":57.46,\"rules\":\""
                        + store().history()
                                .latest("ferry")
                                .orElseThrow()
                                .orElseThrow()
                                .rules() + "\"}");
    }

    @Test
    void shouldTellThatAVerdictChangedAfterTheClockWasSetBack() {
        judge("1", 3_600, Verdict.READY);
        judge("2", 1, Verdict.NOT_READY);

        assertThat(events()).singleElement().satisfies(event -> assertThat(event.data())
                .contains("\"verdict\":\"NOT_READY\",\"previousVerdict\":\"READY\""));
    }

    @Test
    void shouldTellNothingOfAnAssessmentThatIsNotKept() {
        judge("1", 0, Verdict.NOT_READY);
        IdempotencyKey used = key("k", "request");
        store().history()
                .keep(Made.judged("ferry", "2", NOON, Verdict.NOT_READY, used, "a"))
                .orElseThrow();
        store().history()
                .keep(Made.judged("ferry", "3", NOON.plusSeconds(9), Verdict.READY, used, "a"))
                .orElseThrow();
        assertThatThrownBy(() -> judge("1", 9, Verdict.READY))
                .as("an id that is taken")
                .isInstanceOf(RuntimeException.class);

        assertThat(events()).isEmpty();
    }

    @Test
    void shouldTellEachChangeOnceIfManyJudgeAtOnce() throws Exception {
        judge("first", 0, Verdict.NOT_READY);
        try (SqlStore replica = another()) {
            together(4, worker -> {
                SqlStore mine = worker % 2 == 0 ? store() : replica;
                for (int i = 0; i < 8; i++) {
                    Verdict verdict = (i + worker) % 3 == 0 ? Verdict.READY : Verdict.NOT_READY;
                    mine.history()
                            .keep(Made.judged("ferry", worker + "-" + i, NOON.plusSeconds(1 + i), verdict, null, "a"))
                            .orElseThrow();
                }
                return true;
            });
        }

        List<LoggedEvent> events = events();

        // Each begins where the one before has ended, and the last one says what the newest assessment says.
        assertThat(events).isNotEmpty();
        Verdict verdict = Verdict.NOT_READY;
        for (LoggedEvent event : events) {
            String previous = verdict.name();
            assertThat(event.data()).contains("\"previousVerdict\":\"" + previous + "\"");
            verdict = verdict == Verdict.READY ? Verdict.NOT_READY : Verdict.READY;
        }
        assertThat(store().history().latest("ferry").orElseThrow().orElseThrow().verdict())
                .isEqualTo(verdict);
    }

    @Test
    void shouldTellThatOtherRulesJudge() {
        activate("sha256:a");
        activate("sha256:a");
        activate("sha256:b");

        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventType.RULES_CHANGED);
            assertThat(event.project()).isNull();
            assertThat(event.subject()).isEqualTo("rulesets/sha256:b");
            assertThat(event.data())
                    .isEqualTo("{\"digest\":\"sha256:b\",\"previousDigest\":\"sha256:a\",\"activation\":3,"
                            + "\"who\":\"ada\",\"how\":\"HTTP\"}");
        });
    }

    @Test
    void shouldTellOnceThatAWaiverEnds() {
        waive("W-1", LocalDate.of(2026, 12, 3));
        waive("W-2", LocalDate.of(2027, 1, 31));

        assertThat(announce()).isEqualTo(1);
        assertThat(announce()).isZero();
        waive("W-1", LocalDate.of(2026, 12, 4));
        assertThat(announce()).as("another last day is news").isEqualTo(1);

        assertThat(events()).extracting(LoggedEvent::subject).containsOnly("projects/ferry/waivers/W-1");
        assertThat(events().get(0).data())
                .contains("\"waiver\":\"W-1\"", "\"owner\":\"ada\"", "\"expires\":\"2026-12-03\"")
                .doesNotContain("bought time");
    }

    @Test
    void shouldTellOnceThatAWaiverEndsHoweverManyLook() throws Exception {
        IntStream.range(0, 5).forEach(i -> waive("W-" + i, LocalDate.of(2026, 12, 3)));
        try (SqlStore replica = another()) {
            List<Integer> told = together(4, worker -> (worker % 2 == 0 ? store() : replica)
                    .outbox()
                    .announce(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 12, 5), NOON)
                    .orElseThrow());

            assertThat(told.stream().mapToInt(Integer::intValue).sum()).isEqualTo(5);
        }
        assertThat(events()).hasSize(5);
    }

    @Test
    void shouldGiveTheLogInPagesFromAnyPlace() {
        changes(5);

        Page<LoggedEvent> first = outbox().after(0, 3).orElseThrow();
        Page<LoggedEvent> second = outbox().after(3, 3).orElseThrow();

        assertThat(first.items()).extracting(LoggedEvent::number).containsExactly(1L, 2L, 3L);
        assertThat(first.more()).isTrue();
        assertThat(second.items()).extracting(LoggedEvent::number).containsExactly(4L, 5L);
        assertThat(second.more()).isFalse();
        assertThat(outbox().newest().orElseThrow()).isEqualTo(5);
    }

    @Test
    void shouldShowEventsInTheOrderOfTheirNumbersToWhoReadsWhileOthersWrite() throws Exception {
        IntStream.range(0, 4).forEach(worker -> judge("p" + worker, "0", 0, Verdict.NOT_READY));
        List<Long> seen = new ArrayList<>();
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try (SqlStore replica = another()) {
            List<Future<?>> writing = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                int mine = worker;
                writing.add(writers.submit(() -> {
                    for (int i = 1; i <= 10; i++) {
                        Verdict verdict = i % 2 == 0 ? Verdict.NOT_READY : Verdict.READY;
                        (mine % 2 == 0 ? store() : replica)
                                .history()
                                .keep(Made.judged("p" + mine, mine + "-" + i, NOON.plusSeconds(i), verdict, null, "a"))
                                .orElseThrow();
                    }
                }));
            }
            long after = 0;
            while (writing.stream().anyMatch(each -> !each.isDone())
                    || after < outbox().newest().orElseThrow()) {
                for (LoggedEvent event : outbox().after(after, 7).orElseThrow().items()) {
                    seen.add(event.number());
                    after = event.number();
                }
            }
            for (Future<?> each : writing) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }

        assertThat(seen)
                .hasSize(40)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void shouldAddressEachEventOnce() throws Exception {
        changes(3);
        try (SqlStore replica = another()) {
            List<Integer> planned = together(2, worker -> (worker == 0 ? store() : replica)
                    .outbox()
                    .plan(event -> event.number() == 2 ? Set.of() : Set.of("portal", "chat"), NOON)
                    .orElseThrow());

            assertThat(planned.get(0) + planned.get(1)).isEqualTo(3);
        }
        assertThat(outbox().state().orElseThrow()).isEqualTo(new OutboxState(4, NOON, 0));
        assertThat(claim(NOON)).get().extracting(each -> each.event().number()).isEqualTo(1L);
        assertThat(claim(NOON)).get().extracting(each -> each.event().number()).isEqualTo(3L);
        assertThat(claim(NOON)).isEmpty();
    }

    @Test
    void shouldGiveADeliveryToOneOfManyWhoAsk() throws Exception {
        changes(12);
        plan();
        try (SqlStore replica = another()) {
            List<List<Long>> claimed = together(4, worker -> {
                Outbox mine = (worker % 2 == 0 ? store() : replica).outbox();
                List<Long> numbers = new ArrayList<>();
                Optional<Delivery> next =
                        mine.claim("portal", NOON, NOON.plus(LEASE)).orElseThrow();
                while (next.isPresent()) {
                    numbers.add(next.get().event().number());
                    next = mine.claim("portal", NOON, NOON.plus(LEASE)).orElseThrow();
                }
                return numbers;
            });

            assertThat(claimed.stream().flatMap(List::stream).sorted().toList())
                    .doesNotHaveDuplicates()
                    .isSubsetOf(LongStream.rangeClosed(1, 12).boxed().toList());
        }
        List<Long> rest = new ArrayList<>();
        for (Optional<Delivery> left = claim(NOON); left.isPresent(); left = claim(NOON)) {
            rest.add(left.get().event().number());
        }
        assertThat(rest)
                .as("whoever found all taken by others may have left some")
                .hasSizeLessThan(12);
        assertThat(claim(NOON.plus(LEASE)))
                .as("all are claimed, so the first comes back after its lease")
                .isPresent();
    }

    @Test
    void shouldClaimNothingOfProjectsThatAreLeftOut() {
        changes(2);
        judge("ship", "s-0", 10, Verdict.NOT_READY);
        judge("ship", "s-1", 11, Verdict.READY);
        activate("sha256:a");
        activate("sha256:b");
        plan();

        assertThat(claimed(Set.of("ferry"))).isEqualTo("ship");
        assertThat(claimed(Set.of("ferry", "ship")))
                .as("changes of rules are of no project")
                .isEmpty();
        assertThat(claim(Set.of("ferry", "ship", ""))).isEmpty();
        assertThat(claim(Set.of("ship", "")))
                .get()
                .extracting(next -> next.event().number())
                .isEqualTo(1L);
        assertThat(claim(Set.of()))
                .get()
                .extracting(next -> next.event().number())
                .isEqualTo(2L);
        assertThat(claim(Set.of())).isEmpty();
    }

    private Optional<Delivery> claim(Set<String> besides) {
        return outbox().claim("portal", NOON, NOON.plus(LEASE), besides).orElseThrow();
    }

    private String claimed(Set<String> besides) {
        return claim(besides).orElseThrow().event().lane();
    }

    @Test
    void shouldGiveADeliveryToAnotherOnceItsLeaseIsOver() {
        changes(1);
        plan();
        Delivery lost = claim(NOON).orElseThrow();

        assertThat(claim(NOON.plus(LEASE).minusMillis(1))).isEmpty();
        Delivery again = claim(NOON.plus(LEASE)).orElseThrow();

        assertThat(again.event()).isEqualTo(lost.event());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(outbox().settle(lost, new Settling.Dead("too late to say")).orElseThrow())
                .isFalse();
        assertThat(outbox().settle(again, new Settling.Delivered(NOON)).orElseThrow())
                .isTrue();
        assertThat(outbox().state().orElseThrow()).isEqualTo(OutboxState.EMPTY);
    }

    @Test
    void shouldTakeALateWordThatItWasDelivered() {
        changes(1);
        plan();
        Delivery slow = claim(NOON).orElseThrow();
        assertThat(claim(NOON.plus(LEASE))).isPresent();

        assertThat(outbox().settle(slow, new Settling.Delivered(NOON)).orElseThrow())
                .isTrue();

        assertThat(outbox().state().orElseThrow()).isEqualTo(OutboxState.EMPTY);
    }

    @Test
    void shouldTryAgainWhenItIsDue() {
        changes(1);
        plan();
        outbox().settle(claim(NOON).orElseThrow(), new Settling.Again(NOON, NOON.plusSeconds(7), "it answered 503"))
                .orElseThrow();

        assertThat(claim(NOON.plusSeconds(6))).isEmpty();
        assertThat(claim(NOON.plusSeconds(7)))
                .get()
                .extracting(Delivery::attempt)
                .isEqualTo(2);
        assertThat(outbox().state().orElseThrow()).isEqualTo(new OutboxState(1, NOON, 0));
    }

    @Test
    void shouldNotWaitForAClockThatWasSetBack() {
        changes(2);
        Instant ahead = NOON.plus(Duration.ofHours(1));
        outbox().plan(event -> Set.of("portal"), ahead).orElseThrow();
        outbox().settle(
                        claim(ahead).orElseThrow(),
                        new Settling.Again(ahead, ahead.plus(Duration.ofHours(1)), "it answered 503"))
                .orElseThrow();

        assertThat(claim(NOON)).get().extracting(Delivery::attempt).isEqualTo(1);
        assertThat(claim(NOON)).get().extracting(Delivery::attempt).isEqualTo(2);
        assertThat(claim(NOON)).as("leased by the clock of now").isEmpty();
        assertThat(claim(NOON.minusSeconds(50)))
                .as("a replica whose clock is a little behind")
                .isEmpty();
    }

    @Test
    void shouldShowWhatWasGivenUpUntilItIsTriedAgain() {
        changes(2);
        plan();
        outbox().settle(claim(NOON).orElseThrow(), new Settling.Dead("it answered 410"))
                .orElseThrow();

        List<DeadLetter> dead = outbox().dead(10).orElseThrow().items();

        assertThat(dead).singleElement().satisfies(letter -> {
            assertThat(letter.event()).isEqualTo(events().get(0));
            assertThat(letter.target()).isEqualTo("portal");
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.reason()).isEqualTo("it answered 410");
        });
        assertThat(outbox().state().orElseThrow()).isEqualTo(new OutboxState(1, NOON, 1));
        assertThat(outbox().retry(1L, "chat", NOON).orElseThrow()).isZero();
        assertThat(outbox().retry(2L, null, NOON).orElseThrow()).isZero();
        assertThat(outbox().retry(1L, "portal", NOON.plusSeconds(3)).orElseThrow())
                .isEqualTo(1);
        assertThat(outbox().dead(10).orElseThrow().items()).isEmpty();
        assertThat(claim(NOON)).as("the other one").isPresent();
        assertThat(claim(NOON.plusSeconds(3))).get().satisfies(again -> {
            assertThat(again.attempt()).isEqualTo(1);
            assertThat(again.since()).isEqualTo(NOON.plusSeconds(3));
        });
    }

    @Test
    void shouldGiveUpWhatWaitsForTooLong() {
        changes(2);
        plan();
        outbox().settle(claim(NOON).orElseThrow(), new Settling.Again(NOON, NOON, "it answered 500"))
                .orElseThrow();

        assertThat(outbox().giveUp(NOON).orElseThrow()).isZero();
        assertThat(outbox().giveUp(NOON.plusSeconds(1)).orElseThrow()).isEqualTo(2);

        assertThat(outbox().dead(10).orElseThrow().items())
                .extracting(DeadLetter::reason)
                .containsExactly("it was not sent in time", "it answered 500");
        assertThat(claim(NOON.plusSeconds(9))).isEmpty();
    }

    @Test
    void shouldShowWhatWasGivenUpNewestFirst() {
        changes(3);
        plan();
        outbox().giveUp(NOON.plusSeconds(1)).orElseThrow();

        Page<DeadLetter> first = outbox().dead(2).orElseThrow();
        Page<DeadLetter> all = outbox().dead(3).orElseThrow();

        assertThat(first.items()).extracting(each -> each.event().number()).containsExactly(3L, 2L);
        assertThat(first.more()).isTrue();
        assertThat(all.items()).extracting(each -> each.event().number()).containsExactly(3L, 2L, 1L);
        assertThat(all.more()).isFalse();
    }

    @Test
    void shouldForgetWhatIsOldUnlessItIsStillToBeDelivered() {
        changes(3);
        Instant later = NOON.plusSeconds(100);
        assertThat(outbox().forget(later).orElseThrow()).as("not addressed yet").isZero();
        outbox().plan(event -> event.number() == 1 ? Set.of("portal") : Set.of(), NOON)
                .orElseThrow();

        assertThat(outbox().forget(later).orElseThrow()).isEqualTo(2);
        assertThat(events()).extracting(LoggedEvent::number).containsExactly(1L);
        outbox().settle(claim(NOON).orElseThrow(), new Settling.Delivered(NOON)).orElseThrow();
        assertThat(outbox().forget(NOON).orElseThrow()).as("from before noon").isZero();
        assertThat(outbox().forget(later).orElseThrow()).isEqualTo(1);

        judge("ferry", "next", 50, Verdict.READY_WITH_CONDITIONS);
        assertThat(events())
                .extracting(LoggedEvent::number)
                .as("no number comes twice")
                .containsExactly(4L);
    }

    private Outbox outbox() {
        return store().outbox();
    }

    private Optional<Delivery> claim(Instant now) {
        return outbox().claim("portal", now, now.plus(LEASE)).orElseThrow();
    }

    private void plan() {
        outbox().plan(event -> Set.of("portal"), NOON).orElseThrow();
    }

    private List<LoggedEvent> events() {
        return outbox().after(0, 100).orElseThrow().items();
    }

    /** Has so many changes of a verdict written down. */
    private void changes(int count) {
        for (int i = 0; i <= count; i++) {
            judge("id-" + i, i, i % 2 == 0 ? Verdict.NOT_READY : Verdict.READY);
        }
    }

    private void judge(String id, int seconds, Verdict verdict) {
        judge("ferry", id, seconds, verdict);
    }

    private void judge(String project, String id, int seconds, Verdict verdict) {
        String unique = project.equals("ferry") ? id : project + id;
        store().history()
                .keep(Made.judged(project, unique, NOON.plusSeconds(seconds), verdict, null, "a"))
                .orElseThrow();
    }

    private void activate(String digest) {
        RuleSetFiles files = new RuleSetFiles(digest, new TreeMap<>(Map.of("a.drl", Made.bytes("rule of " + digest))));
        store().rules()
                .activated(files, new NewActivation(NOON, "ada", NewActivation.How.HTTP, "a note"))
                .orElseThrow();
    }

    private void waive(String id, LocalDate lastDay) {
        Waiver waiver = new Waiver(id, null, "R-1", "ada", "bought time", lastDay);
        store().waivers()
                .put("ferry", new WaiverTerms(waiver, null, null), null, NOON)
                .orElseThrow();
    }

    private int announce() {
        return outbox().announce(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 12, 5), NOON)
                .orElseThrow();
    }

    private interface Task<T extends @Nullable Object> {
        T run(int worker) throws Exception;
    }

    private static <T> List<T> together(int workers, Task<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<T>> calls = IntStream.range(0, workers)
                    .<Callable<T>>mapToObj(worker -> () -> task.run(worker))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
