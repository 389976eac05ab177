package dev.mitigauge.checkout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes sure that all that is read of a checkout lies inside of it: its repository is a directory of its own, holds no links where objects
 * are read, borrows no objects from elsewhere, and its settings include no other file.
 */
final class Jail {

    private static final List<String> READ = List.of(
            "HEAD",
            "config",
            "packed-refs",
            "shallow",
            "objects",
            "objects/info",
            "objects/pack",
            "refs",
            "refs/heads");
    private static final long LARGEST_CONFIG = 1_000_000;
    private static final long MOST_ENTRIES = 200_000;

    private Jail() {}

    /** What keeps this repository from being read, in words; empty if nothing does. */
    static Optional<String> objection(Path git) throws IOException {
        if (!Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("its .git is no directory of its own");
        }
        for (String name : READ) {
            if (Files.isSymbolicLink(git.resolve(name))) {
                return Optional.of("its .git/" + name + " is a link");
            }
        }
        if (linked(git.resolve("objects"), 2) || linked(git.resolve("refs"), Integer.MAX_VALUE)) {
            return Optional.of("its .git holds links");
        }
        if (Files.exists(git.resolve("objects/info/alternates")) || Files.exists(git.resolve("commondir"))) {
            return Optional.of("it borrows objects from another repository");
        }
        return includes(git.resolve("config")) ? Optional.of("its settings include another file") : Optional.empty();
    }

    private static boolean linked(Path directory, int depth) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> entries = Files.walk(directory, depth)) {
            return entries.limit(MOST_ENTRIES).anyMatch(Files::isSymbolicLink);
        }
    }

    private static boolean includes(Path config) throws IOException {
        if (!Files.isRegularFile(config, LinkOption.NOFOLLOW_LINKS) || Files.size(config) > LARGEST_CONFIG) {
            return Files.exists(config, LinkOption.NOFOLLOW_LINKS);
        }
        return new String(Files.readAllBytes(config), StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT)
                .contains("[include");
    }
}
