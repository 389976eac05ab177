package dev.mitigauge.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mitigauge.cli.Commands;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.cli.Terminal;
import dev.mitigauge.report.TextOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What came of a command line: the whole program but its service, without a terminal or settings from outside.
 *
 * @param exitCode what the shell is told
 * @param out what went to the output
 * @param err what went to the error output
 */
record Typed(int exitCode, String out, String err) {

    /** @param directory where the program is run */
    static Typed in(Path directory, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, err, TextOptions.PLAIN);
        Wiring wiring = new Wiring(Map.of(), directory, (settings, rules) -> new Outcome.Invalid<>(List.of()));
        int exitCode = new Commands(wiring, terminal, "test").run(arguments);
        return new Typed(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }
}
