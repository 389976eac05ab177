package dev.mitigauge.rules;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Loads changed rules for nobody, some time after a start: a parser and a compiler that never ran need several seconds for what takes them
 * a tenth of one later, and the first author should not have to wait for that. Nothing of it is kept. It works at most a third of the time, and
 * does not begin at once, for requests matter more to a service that has just started.
 */
public final class Rehearsal implements AutoCloseable {

    private static final Duration PUT_OFF = Duration.ofSeconds(5);

    /** How often each file is changed: what is left to gain after that is small. */
    private static final int ROUNDS = 3;

    /** Enough inputs to have all properties tried. */
    private static final int INPUTS = 10;

    private final RuleSource source;
    private final RuleFiles files;
    private final Thread thread = new Thread(this::run, "rules-rehearsal");
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Not started yet. */
    public Rehearsal(RuleSource source, RuleFiles files) {
        this.source = source.trying();
        this.files = files;
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Ends it after the file that it is at. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void run() {
        try {
            if (!closed.await(PUT_OFF.toMillis(), TimeUnit.MILLISECONDS)) {
                rehearse(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Changes a rule of each file in turn, by a remark at its end.
     *
     * @param rests how long to rest after each, as a multiple of the time that it took
     * @return how many of these sets were sound
     */
    int rehearse(int rests) throws InterruptedException {
        int sound = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, String> file : files.texts(".drl").entrySet()) {
                long begin = System.nanoTime();
                if (source.load(changed(file.getKey(), file.getValue(), round))
                        instanceof LoadedRules.Accepted accepted) {
                    Certificate.of(accepted.rules(), List.of(), INPUTS, Certificate.SEED);
                    sound++;
                }
                if (closed.await(rests * (System.nanoTime() - begin), TimeUnit.NANOSECONDS)) {
                    return sound;
                }
            }
        }
        return sound;
    }

    private RuleFiles changed(String name, String before, int round) {
        Map<String, byte[]> changed = new TreeMap<>(files.bytes());
        DrlFile file = DrlFile.parse(name, before);
        RuleDescr rule = file.rules().get(round % file.rules().size());
        StringBuilder text = new StringBuilder(file.source().text());
        text.insert(file.end(rule) - "end".length(), "// rehearsal\n");
        changed.put(name, text.toString().getBytes(StandardCharsets.UTF_8));
        return RuleFiles.ofBytes(changed);
    }
}
