package dev.mitigauge.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that ship inside the jar. */
final class Resource {

    private Resource() {}

    /**
     * All bytes of a file.
     *
     * @param path from the root of the class path, starting with a slash
     */
    static byte[] read(String path) {
        try (InputStream file = Resource.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + path);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar holds " + path + " but it can't be read", e);
        }
    }
}
