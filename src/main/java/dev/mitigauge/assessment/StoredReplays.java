package dev.mitigauge.assessment;

import dev.mitigauge.assessment.kept.History;
import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.Replayable;
import dev.mitigauge.assessment.kept.Stored;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The projects of a store, by name: what was judged in the newest assessment of each, in the context and for the day of then. A few are held
 * at once, however many there are. If the store can't be asked any more on the way, one that is lost stands for all that follow.
 */
public final class StoredReplays implements Replays {

    /** Each may hold as many documents as a request may. */
    private static final int PAGE = 4;

    private final History history;
    private final int size;

    private StoredReplays(History history, int size) {
        this.history = history;
        this.size = size;
    }

    /** Those that the store has now. */
    public static Stored<StoredReplays> of(History history) {
        return history.assessedProjects().map(size -> new StoredReplays(history, size));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<Replay> iterator() {
        return new Walk();
    }

    private final class Walk implements Iterator<Replay> {
        private final Deque<Replay> page = new ArrayDeque<>();
        private @Nullable String last;
        private boolean more = true;

        @Override
        public boolean hasNext() {
            if (page.isEmpty() && more) {
                fetch();
            }
            return !page.isEmpty();
        }

        @Override
        public Replay next() {
            if (!hasNext()) {
                throw new NoSuchElementException("there is no other project");
            }
            return page.removeFirst();
        }

        private void fetch() {
            Stored<Page<Replayable>> asked = history.newestReplayable(last, PAGE);
            if (asked instanceof Stored.Unavailable<Page<Replayable>> unavailable) {
                more = false;
                page.add(lost(unavailable.outage()));
                return;
            }
            Page<Replayable> found = asked.orElseThrow();
            more = found.more();
            for (Replayable each : found.items()) {
                last = each.was().project();
                page.add(new Replay.Asked(each.was().project(), each.request()));
            }
        }

        private Replay lost(Outage outage) {
            String which = last == null ? "all projects" : "all projects after " + last;
            return new Replay.Lost(which, "the store can't be asked any more: " + outage.reason());
        }
    }
}
