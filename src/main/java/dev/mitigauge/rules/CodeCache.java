package dev.mitigauge.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiled rules in a directory that belongs to this user alone: whoever can write there can run code as this program. A convenience: what
 * can't be read is compiled anew, what can't be written is not kept, and nothing of it is an error.
 */
final class CodeCache {

    /** Most entries; the one that was not used for longest goes first. */
    static final int ENTRIES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(CodeCache.class);
    private static final String ENDING = ".rulecode";
    private static final Set<PosixFilePermission> OF_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Path SELF = Path.of("/proc/self");

    private final Path directory;

    CodeCache(Path directory) {
        this.directory = directory;
    }

    /** The entry of that key, if there is one that can be used. */
    Optional<RuleCode> find(String key) {
        Path entry = entry(key);
        try {
            if (!Files.isRegularFile(entry) || !ours()) {
                return Optional.empty();
            }
            RuleCode code = CodeFile.code(key, Files.readAllBytes(entry));
            touch(entry);
            return Optional.of(code);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.warn("compiled rules in {} are ignored: {}", entry, e.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps an entry, if that is possible. */
    void keep(String key, RuleCode code) {
        try {
            create();
            if (ours()) {
                write(entry(key), CodeFile.bytes(key, code));
                tidy();
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("compiled rules are not kept in {}: {}", directory, e.toString());
        }
    }

    private Path entry(String key) {
        return directory.resolve(key + ENDING);
    }

    private void create() throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (posix()) {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(directory);
        }
    }

    /** Whether nobody else can have put anything there. */
    private boolean ours() throws IOException {
        if (!posix()) {
            return true;
        }
        boolean alone = Files.getPosixFilePermissions(directory).stream().noneMatch(OF_OTHERS::contains)
                && (!Files.exists(SELF) || Files.getOwner(directory).equals(Files.getOwner(SELF)));
        if (!alone) {
            LOG.warn("compiled rules in {} are neither used nor kept: others can write there", directory);
        }
        return alone;
    }

    private boolean posix() {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Readers see the whole entry or none. */
    private void write(Path entry, byte[] bytes) throws IOException {
        Path part = Files.createTempFile(directory, "", ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, entry, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Whoever may read and not write still gains from what others kept. */
    private static void touch(Path entry) {
        try {
            Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.debug("can't note that {} was used", entry, e);
        }
    }

    private void tidy() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> old = files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.comparing(CodeCache::used).reversed())
                    .skip(ENTRIES)
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileTime used(Path entry) {
        try {
            return Files.getLastModifiedTime(entry);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
