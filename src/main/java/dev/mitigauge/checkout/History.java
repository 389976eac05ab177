package dev.mitigauge.checkout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Which of the commits that are asked for lead to the one that is checked out. */
final class History {

    private static final int LEAST_DIGITS = 7;

    private final Set<String> found = new HashSet<>();
    private final boolean complete;

    private History(boolean complete) {
        this.complete = complete;
    }

    /**
     * Walks back from a commit.
     *
     * @param hashes full or abbreviated, at least seven digits each
     * @param shallow whether the checkout holds the end of the history alone
     */
    static History of(ObjectReader reader, ObjectId head, Collection<String> hashes, boolean shallow, Bounds bounds)
            throws IOException {
        Map<String, List<String>> wanted = new HashMap<>();
        hashes.forEach(hash -> wanted.computeIfAbsent(hash.substring(0, LEAST_DIGITS), start -> new ArrayList<>(1))
                .add(hash));
        if (wanted.isEmpty()) {
            return new History(true);
        }
        Set<String> found = new HashSet<>();
        boolean complete = walk(reader, head, wanted, hashes.size(), found, bounds);
        History history = new History(complete && !shallow);
        history.found.addAll(found);
        return history;
    }

    boolean has(String hash) {
        return found.contains(hash);
    }

    /** Whether all of it was looked at. */
    boolean isComplete() {
        return complete;
    }

    private static boolean walk(
            ObjectReader reader,
            ObjectId head,
            Map<String, List<String>> wanted,
            int count,
            Set<String> found,
            Bounds bounds)
            throws IOException {
        try (RevWalk walk = new RevWalk(reader)) {
            walk.setRetainBody(false);
            walk.markStart(walk.parseCommit(head));
            for (RevCommit commit = walk.next(); commit != null && found.size() < count; commit = walk.next()) {
                if (bounds.isOneTooMany()) {
                    return false;
                }
                String name = commit.name();
                wanted.getOrDefault(name.substring(0, LEAST_DIGITS), List.of()).stream()
                        .filter(name::startsWith)
                        .forEach(found::add);
            }
        }
        return true;
    }
}
