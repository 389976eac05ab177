package dev.mitigauge.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.Stored;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReachTest {

    private static final Stored<String> AWAY =
            new Stored.Unavailable<>(new Outage(Outage.Cause.UNREACHABLE, "connection refused"));
    private static final Stored<String> BUSY = new Stored.Unavailable<>(new Outage(Outage.Cause.BUSY, "locked"));

    private final Reach reach = new Reach();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void shouldLetOneCallFindOutAndTellTheOthersAtOnce() throws Exception {
        answered(AWAY);
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch there = new CountDownLatch(1);
        CompletableFuture<Stored<String>> first = CompletableFuture.supplyAsync(() -> reach.ask(() -> {
            asking.countDown();
            await(there);
            return new Stored.Done<>("there");
        }));
        await(asking);

        assertThat(answered(new Stored.Done<>("never asked"))).isEqualTo(AWAY);
        assertThat(calls).hasValue(1);

        there.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(new Stored.Done<>("there"));
        assertThat(answered(new Stored.Done<>("again"))).isEqualTo(new Stored.Done<>("again"));
    }

    @Test
    void shouldAskOneAfterTheOtherAsLongAsItCannotBeReached() {
        assertThat(answered(AWAY)).isEqualTo(AWAY);
        assertThat(answered(AWAY)).isEqualTo(AWAY);
        assertThat(answered(BUSY)).isEqualTo(BUSY);

        assertThat(calls).hasValue(3);
    }

    @Test
    void shouldLetAllAskADatabaseThatIsOnlyBusy() {
        answered(BUSY);

        Stored<String> outer = reach.ask(() -> answered(new Stored.Done<>("beside")));

        assertThat(outer).isEqualTo(new Stored.Done<>("beside"));
    }

    @Test
    void shouldAskAgainAfterACallThatFailed() {
        answered(AWAY);
        assertThat(CompletableFuture.supplyAsync(() -> reach.<String>ask(() -> {
                    throw new IllegalStateException("a fault of the program");
                })))
                .failsWithin(60, TimeUnit.SECONDS);

        assertThat(answered(new Stored.Done<>("there"))).isEqualTo(new Stored.Done<>("there"));
    }

    private Stored<String> answered(Stored<String> answer) {
        return reach.ask(() -> {
            calls.incrementAndGet();
            return answer;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
