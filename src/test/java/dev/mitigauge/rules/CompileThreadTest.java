package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CompileThreadTest {

    @Test
    void shouldGiveUpWorkThatDoesNotEndAndEndItWhenItAsksForAClass() throws Exception {
        AtomicBoolean begun = new AtomicBoolean();
        CompletableFuture<Thread> ended = new CompletableFuture<>();

        // What is given up before its thread runs at all never begins.
        while (!begun.get()) {
            assertThat(CompileThread.within(20, () -> askingForEver(begun, ended)))
                    .isEmpty();
        }

        ended.get(60, TimeUnit.SECONDS).join(60_000);
        assertThat(ended.join().isAlive()).isFalse();
    }

    @Test
    void shouldNotLetWorkThatWasGivenUpAndGoesOnKeepOthersWaiting() {
        AtomicBoolean done = new AtomicBoolean();
        try {
            for (int stubborn = 0; stubborn < 4; stubborn++) {
                assertThat(CompileThread.within(1, () -> deaf(done))).isEmpty();
            }

            assertThat(CompileThread.within(60_000, () -> "a good edit")).contains("a good edit");
        } finally {
            done.set(true);
        }
    }

    /** Notices no interrupt. */
    private static String deaf(AtomicBoolean done) {
        while (!done.get()) {
            Thread.onSpinWait();
        }
        return "too late";
    }

    @Test
    void shouldTellWhatCameOfTheWork() {
        assertThat(CompileThread.within(60_000, () -> "done")).contains("done");
        assertThatThrownBy(() -> CompileThread.within(60_000, () -> {
                    throw new IllegalArgumentException("wrong");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wrong");
    }

    private static String askingForEver(AtomicBoolean begun, CompletableFuture<Thread> ended) {
        begun.set(true);
        try {
            while (true) {
                CompilerView.OF_PROGRAM.getResource("java/lang/Object.class");
            }
        } catch (CancellationException e) {
            ended.complete(Thread.currentThread());
            throw e;
        }
    }
}
