package dev.mitigauge.app.settings;

import dev.mitigauge.cli.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** A secret in a file of its own, as Docker, Kubernetes and systemd hand them out: the environment of a process is seen by too many. */
final class SecretFile {

    static final String SUFFIX = "_FILE";

    /** Far more than a secret takes; a path to something else by mistake must not fill the memory. */
    private static final int MOST_BYTES = 65_536;

    private SecretFile() {}

    /**
     * What stands in the file, without white space around it: editors and `echo` end a file with a line feed. No fault repeats the path: it
     * may be the secret itself, by mistake.
     *
     * @param variable who names the file
     */
    static Outcome<String> read(String variable, String path) {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            byte[] bytes = file.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return invalid(
                        variable,
                        "the file that it names is longer than " + MOST_BYTES + " bytes",
                        "name the right file");
            }
            String secret = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .trim();
            return secret.isEmpty()
                    ? invalid(
                            variable,
                            "the file that it names is empty",
                            "write the secret into it, or unset the variable")
                    : new Outcome.Made<>(secret);
        } catch (CharacterCodingException e) {
            return invalid(variable, "the file that it names is no UTF-8 text", "name the right file");
        } catch (IOException | InvalidPathException e) {
            return invalid(variable, "can't read the file that it names: " + reason(e), "check path and permissions");
        }
    }

    private static String reason(Exception e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }

    private static Outcome<String> invalid(String variable, String message, String remedy) {
        return new Outcome.Invalid<>(List.of(Place.outsideOfFiles(variable).fault(message, remedy)));
    }
}
