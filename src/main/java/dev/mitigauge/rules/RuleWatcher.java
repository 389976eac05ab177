package dev.mitigauge.rules;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes up changes of a rules directory. The system's announcements make it quick; looking at the files themselves every so often makes it
 * sure, for mounted directories announce nothing. What was read is loaded at once, but told only if it stands there still: nobody's
 * half-written file is judged by, and nobody waits for that but who writes slowly. Works on a thread of its own, from {@link #start} to
 * {@link #close}.
 */
public final class RuleWatcher implements AutoCloseable {

    /** Port for those who use the rules. Called on the watching thread. */
    public interface Listener {

        /** Other rules than those in force stand in the directory, and they are sound. */
        void changed(RuleSet rules);

        /** What stands in the directory can't be used. */
        void refused(List<Problem> problems);

        /** The directory holds again what is in force. */
        void restored();
    }

    /** For so long, at least, it must have stayed the same before it is told. */
    private static final Duration QUIET = Duration.ofMillis(150);

    /** What changes within this is not worth a try: a file that is deleted and written anew, several files of one save. */
    private static final Duration BRIEF = Duration.ofMillis(25);

    private static final String GONE = "";

    private final Path directory;
    private final RuleSource source;
    private final Listener listener;
    private final Duration poll;
    private final Thread thread;
    private volatile boolean closed;
    private String active;
    private String told;

    /**
     * Not started yet.
     *
     * @param directory the rules
     * @param active digest of the rule set in force
     * @param stale whether the directory is known to hold something that was refused
     * @param poll how often to look at files of which no change was announced
     */
    public RuleWatcher(
            Path directory, String active, boolean stale, RuleSource source, Duration poll, Listener listener) {
        this.directory = directory;
        this.active = active;
        this.told = stale ? GONE : active;
        this.source = source;
        this.poll = poll;
        this.listener = listener;
        this.thread = new Thread(this::watch, "rules-watch");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Ends the watching; a set that is being loaded is not activated any more. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!closed) {
            try (WatchService service = directory.getFileSystem().newWatchService()) {
                register(service, directory);
                register(service, directory.resolve("tables"));
                look();
                await(service);
            } catch (InterruptedException | ClosedWatchServiceException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                listener.refused(List.of(new Problem(
                        directory.toString(), 0, 0, "can't be watched: " + e, "check the permissions", null)));
                pause(poll);
            }
        }
    }

    /** Until something is announced, or it is time to look anyway. Whatever it is, everything is registered anew: folders come and go. */
    private void await(WatchService service) throws InterruptedException {
        @Nullable WatchKey key = service.poll(poll.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
            key.pollEvents();
        }
    }

    private static void register(WatchService service, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        }
    }

    private void look() throws InterruptedException {
        @Nullable RuleFiles files = settled();
        while (files != null && !closed && !files.digest().equals(told)) {
            Standing standing = new Standing(files.digest());
            @Nullable LoadedRules loaded = files.digest().equals(active) ? null : loaded(files, standing);
            if (standing.untilNow()) {
                tell(files.digest(), loaded);
                return;
            }
            files = settled();
        }
    }

    private LoadedRules loaded(RuleFiles files, Standing standing) {
        try {
            return source.load(files, standing);
        } catch (RuntimeException e) {
            // It would be thrown again and again.
            told = files.digest();
            throw e;
        }
    }

    /** @param loaded what came of it; null if it is what is in force */
    private void tell(String digest, @Nullable LoadedRules loaded) {
        told = digest;
        if (loaded == null) {
            listener.restored();
        } else if (loaded instanceof LoadedRules.Accepted accepted) {
            active = digest;
            listener.changed(accepted.rules());
        } else {
            listener.refused(((LoadedRules.Rejected) loaded).problems());
        }
    }

    /** Whether what is being loaded stands there still; from time to time it looks. Trying goes on, on any thread, only as long as it does. */
    private final class Standing implements BooleanSupplier {
        private final String digest;
        private final long since = System.nanoTime();
        private final AtomicLong looked = new AtomicLong(since);
        private volatile boolean stands = true;

        Standing(String digest) {
            this.digest = digest;
        }

        @Override
        public boolean getAsBoolean() {
            long before = looked.get();
            long now = System.nanoTime();
            if (now - before > QUIET.toNanos() && looked.compareAndSet(before, now)) {
                look();
            }
            return stands && !closed;
        }

        /** A last look, not before it has stood there for long enough. */
        boolean untilNow() throws InterruptedException {
            Thread.sleep(Math.max(0, QUIET.toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since)));
            look();
            return stands && !closed;
        }

        /** What once did not stand there any more was not tried to its end. */
        private void look() {
            @Nullable RuleFiles there = read();
            stands &= there != null && there.digest().equals(digest);
        }
    }

    /** The files once two readings in a row are equal; null while there are none, as between the two steps of a replacement. */
    private @Nullable RuleFiles settled() throws InterruptedException {
        @Nullable RuleFiles before = read();
        if (before == null || before.digest().equals(told)) {
            return before;
        }
        while (true) {
            Thread.sleep(BRIEF.toMillis());
            @Nullable RuleFiles now = read();
            if (now == null || now.digest().equals(before.digest())) {
                return now;
            }
            before = now;
        }
    }

    /** Null if the directory is not there or changes under the reader's eyes: the next look will see. */
    private @Nullable RuleFiles read() {
        try {
            RuleFiles files = RuleFiles.read(directory);
            return files.texts(".drl").isEmpty() ? null : files;
        } catch (IOException e) {
            return null;
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
