package dev.mitigauge.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A repository for a test, made without the program git; the same content gives the same hashes. */
final class MadeRepository implements AutoCloseable {

    private static final PersonIdent SOMEBODY =
            new PersonIdent("Somebody", "somebody@example.org", Instant.EPOCH, ZoneOffset.UTC);

    final Path directory;
    private final Git git;

    MadeRepository(Path directory) throws GitAPIException {
        QuietSystem.install();
        this.directory = directory;
        this.git = Git.init()
                .setDirectory(directory.toFile())
                .setInitialBranch("main")
                .call();
    }

    MadeRepository file(String path, String content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    MadeRepository link(String path, Path target) throws IOException {
        Files.createSymbolicLink(directory.resolve(path), target);
        return this;
    }

    /** Commits everything and tells the hash. */
    String commit() throws GitAPIException {
        git.add().addFilepattern(".").call();
        return git.commit()
                .setMessage("as the test needs it")
                .setAuthor(SOMEBODY)
                .setCommitter(SOMEBODY)
                .setSign(false)
                .call()
                .name();
    }

    void branch(String name) throws GitAPIException {
        git.checkout().setCreateBranch(true).setName(name).call();
    }

    void backTo(String name) throws GitAPIException {
        git.checkout().setName(name).call();
    }

    @Override
    public void close() {
        git.close();
    }
}
