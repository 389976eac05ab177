package dev.mitigauge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the checklist of the smallest size into a file, for the load script. */
public final class WriteDocument {

    private WriteDocument() {}

    /** The only argument names the file. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), Size.KB6.checklist());
    }
}
