package dev.mitigauge.checkout;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** Counts the lines of files. */
final class Lines {

    private static final int BUFFER = 8192;

    private Lines() {}

    /** How many lines a file has; nothing if it is too large to be counted. */
    static OptionalInt of(ObjectReader reader, ObjectId file, Bounds bounds) throws IOException {
        ObjectLoader loader = reader.open(file, Constants.OBJ_BLOB);
        if (loader.getSize() > bounds.maxBytes() || bounds.areReached()) {
            return OptionalInt.empty();
        }
        try (InputStream bytes = loader.openStream()) {
            return OptionalInt.of(count(bytes));
        }
    }

    private static int count(InputStream bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int lines = 0;
        byte last = '\n';
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            for (int i = 0; i < read; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
            last = read > 0 ? buffer[read - 1] : last;
        }
        return last == '\n' ? lines : lines + 1;
    }
}
