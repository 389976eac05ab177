package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.mitigauge.assessment.Secret;
import dev.mitigauge.assessment.Tracing;
import dev.mitigauge.assessment.event.Courier;
import dev.mitigauge.assessment.event.EventSettings;
import dev.mitigauge.assessment.event.OutboxKeeper;
import dev.mitigauge.assessment.event.OutboxListener;
import dev.mitigauge.assessment.event.Persistence;
import dev.mitigauge.assessment.event.Sender;
import dev.mitigauge.assessment.event.Target;
import dev.mitigauge.assessment.event.WebhookSettings;
import dev.mitigauge.assessment.kept.DeadLetter;
import dev.mitigauge.assessment.kept.LoggedEvent;
import dev.mitigauge.assessment.kept.NewActivation;
import dev.mitigauge.assessment.kept.Outbox;
import dev.mitigauge.assessment.kept.OutboxState;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.assessment.kept.WaiverTerms;
import dev.mitigauge.facts.Waiver;
import dev.mitigauge.store.SqlStore;
import dev.mitigauge.store.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the store to a receiver: a real database, a real sender, a real receiver. */
class DeliveryTest {

    private static final Duration SOON = Duration.ofMillis(20);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // before each test
    private SqlStore store;

    private final Told told = new Told();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /** What the metrics are told. */
    private static final class Told implements OutboxListener {

        final AtomicInteger delivered = new AtomicInteger();
        final AtomicInteger failed = new AtomicInteger();
        final BlockingQueue<OutboxState> states = new LinkedBlockingQueue<>();

        @Override
        public void delivered(String target) {
            delivered.incrementAndGet();
        }

        @Override
        public void failed(String target) {
            failed.incrementAndGet();
        }

        @Override
        public void state(OutboxState state) {
            states.add(state);
        }

        /** Waits until that is how it is from now on, but not for ever. */
        OutboxState until(OutboxState wanted) throws InterruptedException {
            states.clear();
            OutboxState last = OutboxState.EMPTY;
            for (int i = 0; i < 3_000; i++) {
                last = Objects.requireNonNull(states.poll(60, TimeUnit.SECONDS));
                if (last.waiting() == wanted.waiting() && last.dead() == wanted.dead()) {
                    return last;
                }
            }
            return last;
        }
    }

    @BeforeEach
    void open() {
        store = SqlStore.sqlite(directory.resolve("mitigauge.db"), StoreSettings.DEFAULT);
    }

    @AfterEach
    void close() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
        store.close();
    }

    /** Closed after the test, the last one first. */
    private <T extends AutoCloseable> T closing(T part) {
        running.push(part);
        return part;
    }

    @Test
    void shouldDeliverEachEventOnceWhenNothingGoesWrong() throws Exception {
        Receiver receiver = closing(Receiver.answering(200));
        WebhookCourier courier = closing(courier(receiver));
        closing(keep(receiver));
        closing(send(receiver, courier, 5, Duration.ofMinutes(1)));
        activate("a", "b", "c");

        List<String> bodies = List.of(body(receiver), body(receiver));
        told.until(new OutboxState(0, null, 0));

        assertThat(bodies.get(0)).contains("dev.mitigauge.rules.changed", "\"digest\":\"b\"");
        assertThat(bodies.get(1)).contains("\"digest\":\"c\",\"previousDigest\":\"b\"");
        assertThat(receiver.requests).isEmpty();
        assertThat(told.delivered).hasValue(2);
        assertThat(told.failed).hasValue(0);
    }

    @Test
    void shouldTellThatAWaiverEnds() throws Exception {
        LocalDate soon = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(3);
        Waiver waiver = new Waiver("W-1", null, "R-1", "ada", "bought time", soon);
        store.waivers()
                .put("ferry", new WaiverTerms(waiver, null, null), null, Instant.now())
                .orElseThrow();
        Receiver receiver = closing(Receiver.answering(200));
        WebhookCourier courier = closing(courier(receiver));
        closing(keep(receiver));
        closing(send(receiver, courier, 5, Duration.ofMinutes(1)));
        assertThat(body(receiver)).contains("dev.mitigauge.waiver.expiring", "\"expires\":\"" + soon + "\"");
    }

    /** The first sender ends while the receiver has the event and has not answered; nobody but the lease knows of it. */
    @Test
    void shouldDeliverWhatASenderWasAboutToDeliverWhenItEnded() throws Exception {
        activate("a", "b");
        CountDownLatch answer = new CountDownLatch(1);
        Receiver receiver = closing(new Receiver(null, exchange -> answerAfter(answer, exchange)));
        closing(keep(receiver));
        WebhookCourier courier = closing(courier(receiver));
        Sender killed = closing(send(receiver, courier, 5, Duration.ofMillis(500)));
        String first = body(receiver);
        killed.close();
        assertThat(told.delivered).hasValue(0);
        answer.countDown();

        closing(send(receiver, courier, 5, Duration.ofMinutes(1)));

        assertThat(body(receiver)).as("at least once, the same event").isEqualTo(first);
        told.until(new OutboxState(0, null, 0));
        assertThat(told.delivered).hasValue(1);
    }

    @Test
    void shouldGiveUpAfterTheLastAttemptAndTryAgainWhenAsked() throws Exception {
        AtomicInteger status = new AtomicInteger(500);
        activate("a", "b");
        Receiver receiver = closing(new Receiver(null, exchange -> Receiver.answer(exchange, status.get())));
        WebhookCourier courier = closing(courier(receiver));
        closing(keep(receiver));
        closing(send(receiver, courier, 1, Duration.ofMinutes(1)));
        String first = body(receiver);
        told.until(new OutboxState(0, null, 1));

        List<DeadLetter> dead = outbox().dead(10).orElseThrow().items();
        assertThat(dead).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("it answered 500");
            assertThat(letter.attempts()).isEqualTo(1);
        });
        assertThat(told.failed).hasValue(1);

        status.set(200);
        outbox().retry(null, null, Instant.now()).orElseThrow();
        assertThat(body(receiver)).isEqualTo(first);
        told.until(new OutboxState(0, null, 0));
        assertThat(told.delivered).hasValue(1);
    }

    @Test
    void shouldGiveUpAtOnceIfTheTargetWantsNothingMore() throws Exception {
        activate("a", "b");
        Receiver receiver = closing(Receiver.answering(410));
        WebhookCourier courier = closing(courier(receiver));
        closing(keep(receiver));
        closing(send(receiver, courier, 20, Duration.ofMinutes(1)));
        told.until(new OutboxState(0, null, 1));

        assertThat(outbox().dead(10).orElseThrow().items())
                .extracting(DeadLetter::reason)
                .containsExactly("it answered 410: it wants nothing more");
    }

    @Test
    void shouldWaitBeforeItTriesAgain() throws Exception {
        activate("a", "b");
        Receiver receiver = closing(Receiver.answering(503));
        WebhookCourier courier = closing(courier(receiver));
        closing(keep(receiver));
        closing(send(receiver, courier, 20, Duration.ofMinutes(1)));
        body(receiver);
        OutboxState state = told.until(new OutboxState(1, null, 0));

        assertThat(state.oldest()).isNotNull();
        assertThat(receiver.requests).isEmpty();
        assertThat(outbox().claim("portal", Instant.now().plusSeconds(2), Instant.now())
                        .orElseThrow())
                .as("half of five seconds at least")
                .isEmpty();
    }

    @Test
    void shouldGoOnAfterAFaultOfTheProgram() throws Exception {
        activate("a", "b", "c");
        AtomicInteger calls = new AtomicInteger();
        Receiver receiver = closing(Receiver.answering(200));
        WebhookCourier courier = closing(courier(receiver));
        closing(keep(receiver));
        Courier faulty = (target, event) -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("a fault");
            }
            return courier.deliver(target, event);
        };
        closing(send(receiver, faulty, 1, Duration.ofMinutes(1)));

        assertThat(body(receiver)).contains("\"digest\":\"c\"");
        told.until(new OutboxState(0, null, 1));
    }

    /** The receiver answers nobody before as many wait as may be on their way at once: sent one by one, they would wait for ever. */
    @Test
    void shouldHaveEventsOfManyProjectsOnTheirWayToASlowTarget() throws Exception {
        CyclicBarrier together = new CyclicBarrier(Sender.IN_FLIGHT);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Receiver receiver = closing(new Receiver(null, exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            meet(together);
            now.decrementAndGet();
            Receiver.answer(exchange, 200);
        }));
        waivers(2 * Sender.IN_FLIGHT, 1);
        WebhookCourier courier = closing(courier(receiver));
        closing(keep(receiver));
        closing(send(receiver, courier, 1, Duration.ofMinutes(1)));

        Set<String> subjects = new TreeSet<>();
        for (int i = 0; i < 2 * Sender.IN_FLIGHT; i++) {
            subjects.add(subject(receiver));
        }
        told.until(new OutboxState(0, null, 0));

        assertThat(subjects).hasSize(2 * Sender.IN_FLIGHT);
        assertThat(most).as("bounded").hasValue(Sender.IN_FLIGHT);
        assertThat(told.failed).hasValue(0);
    }

    /** Answers once three events have come, which are those of three projects, or two of them would be of one. */
    @Test
    void shouldKeepTheOrderWithinAProject() throws Exception {
        CyclicBarrier round = new CyclicBarrier(3);
        Set<String> inRound = ConcurrentHashMap.newKeySet();
        List<String> overtaking = new CopyOnWriteArrayList<>();
        Receiver receiver = closing(new Receiver(null, exchange -> {
            String project = project(exchange.getRequestHeaders().getFirst("webhook-id"));
            if (!inRound.add(project)) {
                overtaking.add(project);
            }
            meet(round);
            inRound.remove(project);
            Receiver.answer(exchange, 200);
        }));
        waivers(3, 4);
        WebhookCourier courier = closing(courier(receiver));
        closing(keep(receiver));
        closing(send(receiver, courier, 1, Duration.ofMinutes(1)));

        List<String> arrived = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            arrived.add(subject(receiver));
        }
        told.until(new OutboxState(0, null, 0));

        Map<String, List<String>> byProject =
                arrived.stream().collect(Collectors.groupingBy(subject -> subject.split("/", -1)[1]));
        assertThat(overtaking).isEmpty();
        assertThat(byProject).hasSize(3).allSatisfy((project, subjects) -> assertThat(subjects)
                .hasSize(4)
                .isSorted());
    }

    @Test
    void shouldNotHoldUpOthersForATargetThatNeverAnswers() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Receiver dead = closing(new Receiver(null, exchange -> answerAfter(never, exchange)));
        Receiver alive = closing(Receiver.answering(200));
        WebhookSettings both = new WebhookSettings(
                new Secret("dead=http://127.0.0.1:" + dead.port() + "/,alive=http://127.0.0.1:" + alive.port() + "/"),
                new Secret(WebhookCourierTest.KEY),
                null,
                20_000,
                20,
                24,
                true);
        waivers(3 * Sender.IN_FLIGHT, 1);
        WebhookCourier courier = closing(WebhookCourier.of(both, "urn:shop", "test", Tracing.OFF));
        closing(OutboxKeeper.start(outbox(), EventSettings.DEFAULT, both, told, Clock.systemUTC(), SOON, SOON));
        Persistence persistence = new Persistence(5, Duration.ofHours(1), Duration.ofMinutes(1));
        for (Target target : both.parsedTargets()) {
            closing(Sender.start(outbox(), courier, target, persistence, told, Clock.systemUTC(), SOON));
        }
        for (int i = 0; i < Sender.IN_FLIGHT; i++) {
            dead.next();
        }

        for (int i = 0; i < 3 * Sender.IN_FLIGHT; i++) {
            alive.next();
        }
        told.until(new OutboxState(3 * Sender.IN_FLIGHT, null, 0));

        assertThat(told.delivered).hasValue(3 * Sender.IN_FLIGHT);
        assertThat(dead.requests).as("bounded").isEmpty();
        never.countDown();
    }

    /** The project of an event. */
    private String project(String id) {
        return outbox().after(0, 100).orElseThrow().items().stream()
                .filter(event -> event.id().equals(id))
                .map(LoggedEvent::lane)
                .findFirst()
                .orElseThrow();
    }

    /** Waivers that end soon, an event each, one project after the other and those of a project in the order of their names. */
    private void waivers(int projects, int each) {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        for (int waiver = 0; waiver < each; waiver++) {
            for (int project = 0; project < projects; project++) {
                Waiver ends =
                        new Waiver("W-" + waiver, null, "R-1", "ada", "bought time", today.plusDays(1 + project % 10));
                store.waivers()
                        .put("project-" + project, new WaiverTerms(ends, null, null), null, Instant.now())
                        .orElseThrow();
            }
        }
    }

    private static String subject(Receiver receiver) throws Exception {
        return new ObjectMapper()
                .readTree(receiver.next().body())
                .path("subject")
                .asText();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outbox outbox() {
        return store.outbox();
    }

    private void activate(String... digests) {
        for (String digest : digests) {
            RuleSetFiles files =
                    new RuleSetFiles(digest, new TreeMap<>(Map.of("a.drl", digest.getBytes(StandardCharsets.UTF_8))));
            store.rules()
                    .activated(files, new NewActivation(Instant.now(), "ada", NewActivation.How.HTTP, null))
                    .orElseThrow();
        }
    }

    private OutboxKeeper keep(Receiver receiver) {
        return OutboxKeeper.start(
                outbox(), EventSettings.DEFAULT, settings(receiver), told, Clock.systemUTC(), SOON, SOON);
    }

    private Sender send(Receiver receiver, Courier courier, int attempts, Duration lease) {
        Target target = settings(receiver).parsedTargets().get(0);
        Persistence persistence = new Persistence(attempts, Duration.ofHours(1), lease);
        return Sender.start(outbox(), courier, target, persistence, told, Clock.systemUTC(), SOON);
    }

    private static WebhookCourier courier(Receiver receiver) {
        return WebhookCourier.of(settings(receiver), "urn:shop", "test", Tracing.OFF);
    }

    private static WebhookSettings settings(Receiver receiver) {
        return new WebhookSettings(
                new Secret("portal=http://127.0.0.1:" + receiver.port() + "/"),
                new Secret(WebhookCourierTest.KEY),
                null,
                20_000,
                20,
                24,
                true);
    }

    private static String body(Receiver receiver) throws InterruptedException {
        return new String(receiver.next().body(), StandardCharsets.UTF_8);
    }

    private static void answerAfter(CountDownLatch latch, HttpExchange exchange) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Receiver.answer(exchange, 200);
    }
}
