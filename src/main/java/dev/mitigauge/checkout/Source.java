package dev.mitigauge.checkout;

import dev.mitigauge.facts.ReferenceKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The commit that is checked out, as far as somebody asks for it. */
final class Source implements AutoCloseable {

    /** Most files of one name whose lines are counted. */
    private static final int MOST_COUNTED = 5;

    /** What is known of something cited. */
    record Known(boolean found, String says) {}

    private final ObjectReader reader;
    private final Bounds bounds;
    private final String name;
    private final String commit;
    private final Tree tree;
    private final History history;

    private Source(ObjectReader reader, Bounds bounds, String name, RevCommit head, Tree tree, History history) {
        this.reader = reader;
        this.bounds = bounds;
        this.name = name;
        this.commit = head.name();
        this.tree = tree;
        this.history = history;
    }

    /**
     * Reads what it takes to tell where these citations lead.
     *
     * @param name name of the directory that was checked out to
     */
    static Source of(
            Repository repository,
            ObjectId head,
            String name,
            Collection<Cited> cited,
            Collection<String> owned,
            Bounds bounds)
            throws IOException {
        ObjectReader reader = repository.newObjectReader();
        try (RevWalk walk = new RevWalk(reader)) {
            RevCommit commit = walk.parseCommit(head);
            Tree tree = Tree.of(reader, commit.getTree(), names(cited, owned), bounds);
            List<String> hashes = cited.stream()
                    .filter(each -> each.kind() == ReferenceKind.COMMIT)
                    .map(Cited::target)
                    .distinct()
                    .toList();
            boolean shallow =
                    !repository.getObjectDatabase().getShallowCommits().isEmpty();
            History history = History.of(reader, head, hashes, shallow, bounds);
            return new Source(reader, bounds, name, commit, tree, history);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static Set<String> names(Collection<Cited> cited, Collection<String> owned) {
        Set<String> names = new HashSet<>(Set.of("CODEOWNERS"));
        Stream.concat(
                        cited.stream()
                                .filter(each -> each.kind() == ReferenceKind.PATH)
                                .map(Cited::target),
                        owned.stream())
                .flatMap(path -> Place.of(path).stream())
                .map(Place::name)
                .forEach(names::add);
        return names;
    }

    /** The full hash of the commit. */
    String commit() {
        return commit;
    }

    /** What is known of a citation; nothing if it can't be decided. */
    Optional<Known> known(Cited cited) throws IOException {
        if (cited.kind() == ReferenceKind.COMMIT) {
            return commit(cited.target());
        }
        Optional<Place> place = Place.of(cited.target());
        return place.isEmpty() ? Optional.empty() : place(place.get());
    }

    /** The paths that a citation may mean. */
    List<Tree.Entry> meant(Place place) {
        List<Tree.Entry> meant = tree.named(place.name()).stream()
                .filter(entry -> place.means(entry.path()))
                .toList();
        boolean fromOutside = meant.isEmpty() && place.first().equals(name);
        return fromOutside ? place.below().map(this::meant).orElse(List.of()) : meant;
    }

    /** The first file with who owns what, and where it lies. */
    Optional<Tree.Entry> owners() {
        return Owners.PLACES.stream()
                .flatMap(path -> tree.named("CODEOWNERS").stream()
                        .filter(entry -> entry.plain() && entry.path().equals(path)))
                .findFirst();
    }

    /** The text of a file; nothing if it is too large. */
    Optional<String> text(Tree.Entry file) throws IOException {
        ObjectLoader loader = reader.open(file.id(), Constants.OBJ_BLOB);
        return loader.getSize() > bounds.maxBytes()
                ? Optional.empty()
                : Optional.of(new String(loader.getCachedBytes(bounds.maxBytes()), StandardCharsets.UTF_8));
    }

    private Optional<Known> commit(String hash) {
        if (history.has(hash)) {
            return Optional.of(new Known(true, "leads to the commit that is checked out"));
        }
        return history.isComplete()
                ? Optional.of(new Known(false, "does not lead to the commit that is checked out"))
                : Optional.empty();
    }

    private Optional<Known> place(Place place) throws IOException {
        List<Tree.Entry> meant = meant(place);
        if (!meant.isEmpty()) {
            return place.lastLine() == 0 ? Optional.of(new Known(true, "is in the checkout")) : lines(place, meant);
        }
        boolean decided = tree.isComplete() && (place.isTelling() || (!place.rooted() && tree.hasAtTop(place.first())));
        return decided ? Optional.of(new Known(false, "is not in the checkout")) : Optional.empty();
    }

    private Optional<Known> lines(Place place, List<Tree.Entry> meant) throws IOException {
        int most = 0;
        for (Tree.Entry entry : meant.stream().limit(MOST_COUNTED).toList()) {
            OptionalInt lines = entry.plain() ? Lines.of(reader, entry.id(), bounds) : OptionalInt.empty();
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            most = Math.max(most, lines.getAsInt());
        }
        return Optional.of(
                most >= place.lastLine()
                        ? new Known(true, "is in the checkout, with that line")
                        : new Known(false, "has " + most + " lines, and so no line " + place.lastLine()));
    }

    @Override
    public void close() {
        reader.close();
    }
}
