package dev.mitigauge.checkout;

import dev.mitigauge.assessment.Checkouts;
import dev.mitigauge.facts.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Checkouts of Git repositories on this machine. */
public final class GitCheckouts implements Checkouts {

    private final Function<String, Optional<Path>> directories;
    private final String remedy;
    private final CheckoutSettings settings;

    private GitCheckouts(Function<String, Optional<Path>> directories, String remedy, CheckoutSettings settings) {
        this.directories = directories;
        this.remedy = remedy;
        this.settings = settings;
        QuietSystem.install();
    }

    /** Any directory, named by its path: for whoever can read it anyway. */
    public static GitCheckouts anywhere(Path workingDirectory, CheckoutSettings settings) {
        return new GitCheckouts(name -> path(workingDirectory, name), "name the directory that holds .git", settings);
    }

    /** Those alone that the settings allow, by the names that they give them. */
    public static GitCheckouts allowed(Path workingDirectory, CheckoutSettings settings) {
        SortedMap<String, String> names = settings.directories();
        String known = names.isEmpty()
                ? "leave it out, or allow checkouts by the setting checkouts.allowed"
                : "use one of " + String.join(", ", names.keySet());
        return new GitCheckouts(
                name -> Optional.ofNullable(names.get(name)).flatMap(path -> path(workingDirectory, path)),
                known,
                settings);
    }

    private static Optional<Path> path(Path workingDirectory, String name) {
        try {
            return Optional.of(workingDirectory.resolve(name).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public Looking look(String name, List<Fact> facts) {
        Optional<Path> directory = directories.apply(name);
        if (directory.isEmpty() || !Files.isDirectory(directory.get())) {
            return new Looking.Refused("no such checkout: `" + name + "`", remedy);
        }
        try {
            return looked(name, directory.get().toRealPath(), facts);
        } catch (IOException | RuntimeException e) {
            // A repository is input: whatever is wrong with its bytes, and JGit says it in many ways, is told and not
            // thrown.
            return new Looking.Refused(
                    "the checkout `" + name + "` can't be read: " + e.getMessage(),
                    "`git fsck` tells what is wrong with it");
        }
    }

    private Looking looked(String name, Path directory, List<Fact> facts) throws IOException {
        Path git = directory.resolve(Constants.DOT_GIT);
        if (!Files.exists(git)) {
            return new Looking.Refused("`" + name + "` is no checkout: it holds no .git", remedy);
        }
        Optional<String> objection = Jail.objection(git);
        if (objection.isPresent()) {
            return new Looking.Refused(
                    "the checkout `" + name + "` leads elsewhere: " + objection.get(),
                    "use a clone that stands by itself, as `git clone --no-hardlinks` makes one");
        }
        try (Repository repository = new FileRepositoryBuilder()
                .setGitDir(git.toFile())
                .setBare()
                .setMustExist(true)
                .build()) {
            ObjectId head = repository.resolve(Constants.HEAD);
            return head == null
                    ? new Looking.Refused("the checkout `" + name + "` has no commit yet", "commit what is cited")
                    : new Looking.Done(enriched(repository, head, directory, facts));
        }
    }

    private List<Fact> enriched(Repository repository, ObjectId head, Path directory, List<Fact> facts)
            throws IOException {
        List<Cited> all = Cited.by(facts);
        List<Cited> cited = all.subList(0, Math.min(all.size(), settings.maxCitations()));
        Bounds bounds = new Bounds(settings);
        String name = String.valueOf(directory.getFileName());
        List<String> owned =
                Cited.toBeDone(facts).stream().limit(settings.maxCitations()).toList();
        try (Source source = Source.of(repository, head, name, cited, owned, bounds)) {
            return new Lookup(source, bounds).enriched(facts, cited, all.size() - cited.size());
        }
    }
}
