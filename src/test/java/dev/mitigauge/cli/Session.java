package dev.mitigauge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mitigauge.report.TextOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;

/**
 * One run of the command line.
 *
 * @param exitCode what the shell is told
 * @param out what went to the output
 * @param err what went to the error output
 */
record Session(int exitCode, String out, String err) {

    static Session run(Workshop workshop, String... arguments) {
        return withInput(new byte[0], workshop, arguments);
    }

    static Session withInput(byte[] input, Workshop workshop, String... arguments) {
        return reading(new ByteArrayInputStream(input), workshop, arguments);
    }

    static Session reading(InputStream input, Workshop workshop, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(input, out, err, TextOptions.PLAIN);
        int exitCode = new Commands(workshop, terminal, "1.2.3").run(arguments);
        return new Session(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }
}
