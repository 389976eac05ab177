package dev.mitigauge.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The last rule set that was sound, kept in a folder named after its digest, so that a service can start although somebody has broken
 * the rules meanwhile. One at a time; a set that is kept whole replaces the one before.
 */
public final class LastGoodRules {

    private static final String FOLDER = "last-good-rules";

    private final Path root;

    /** @param data directory that the service may write to */
    public LastGoodRules(Path data) {
        this.root = data.resolve(FOLDER);
    }

    /**
     * Keeps the files of a directory that hold the given set; does nothing if they have changed since, or are kept already.
     *
     * @throws IOException if they can't be written
     */
    public void keep(Path directory, String digest) throws IOException {
        Path place = root.resolve(name(digest));
        if (Files.isDirectory(place)) {
            return;
        }
        RuleFiles files = RuleFiles.read(directory);
        if (!files.digest().equals(digest)) {
            return;
        }
        Files.createDirectories(root);
        Path half = Files.createTempDirectory(root, ".new");
        for (Map.Entry<String, byte[]> file : files.bytes().entrySet()) {
            Path target = half.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
        for (Path other : kept()) {
            if (!other.equals(place)) {
                delete(other);
            }
        }
    }

    /** The directory of the set that was kept last; empty list if there is none. */
    public List<Path> find() {
        try {
            return kept().stream()
                    .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .filter(LastGoodRules::whole)
                    .limit(1)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean whole(Path path) {
        try {
            return name(RuleFiles.read(path).digest()).equals(String.valueOf(path.getFileName()));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private List<Path> kept() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(root)) {
            return paths.sorted().toList();
        }
    }

    private static String name(String digest) {
        return digest.replace(':', '-');
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
