package dev.mitigauge.checkout;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** The paths of a commit whose last part somebody asks for. Other repositories that it contains are not looked into. */
final class Tree {

    /**
     * A path of the commit.
     *
     * @param plain whether it is a file with lines: no directory, link or other repository
     */
    record Entry(String path, ObjectId id, boolean plain) {}

    private record Directory(String prefix, ObjectId id) {}

    private final ObjectReader reader;
    private final Bounds bounds;
    private final Map<String, List<Entry>> wanted = new HashMap<>();
    private final Set<String> top = new HashSet<>();
    private boolean complete = true;

    private Tree(ObjectReader reader, Bounds bounds, Set<String> names) {
        this.reader = reader;
        this.bounds = bounds;
        names.forEach(name -> wanted.put(name, new ArrayList<>(1)));
    }

    /**
     * Reads a tree.
     *
     * @param names last parts of the paths that are asked for
     */
    static Tree of(ObjectReader reader, ObjectId root, Set<String> names, Bounds bounds) throws IOException {
        Tree tree = new Tree(reader, bounds, names);
        Deque<Directory> open = new ArrayDeque<>();
        open.add(new Directory("", root));
        while (!open.isEmpty()) {
            tree.read(open.removeFirst(), open);
        }
        return tree;
    }

    /** Paths with this last part. */
    List<Entry> named(String name) {
        return wanted.getOrDefault(name, List.of());
    }

    /** Whether something of this name lies at the top. */
    boolean hasAtTop(String name) {
        return top.contains(name);
    }

    /** Whether all of it was looked at. */
    boolean isComplete() {
        return complete;
    }

    private void read(Directory directory, Deque<Directory> open) throws IOException {
        ObjectLoader loader = reader.open(directory.id(), Constants.OBJ_TREE);
        if (loader.getSize() > bounds.maxBytes() || bounds.areReached()) {
            complete = false;
            return;
        }
        CanonicalTreeParser entries = new CanonicalTreeParser();
        entries.reset(loader.getCachedBytes(bounds.maxBytes()));
        for (; !entries.eof(); entries.next(1)) {
            if (bounds.isOneTooMany()) {
                complete = false;
                return;
            }
            add(directory.prefix(), entries, open);
        }
    }

    private void add(String prefix, CanonicalTreeParser entry, Deque<Directory> open) {
        String name = entry.getEntryPathString();
        FileMode mode = entry.getEntryFileMode();
        ObjectId id = entry.getEntryObjectId();
        String path = prefix + name;
        if (prefix.isEmpty()) {
            top.add(name);
        }
        List<Entry> asked = wanted.get(name);
        if (asked != null) {
            boolean plain = mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE;
            asked.add(new Entry(path, id, plain));
        }
        if (mode == FileMode.TREE) {
            open.addLast(new Directory(path + "/", id));
        }
    }
}
