package dev.mitigauge.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the recipe of the image says of what runs in it. */
final class Images {

    private static final Pattern VARIABLE = Pattern.compile("(\\w+)=(\\S+)");

    private Images() {}

    /** What stands behind the last instruction of that name. */
    static String instruction(String name) {
        return recipe().lines()
                .filter(line -> line.startsWith(name + " "))
                .reduce((first, last) -> last)
                .orElseThrow()
                .substring(name.length())
                .trim();
    }

    /** The environment of the program. */
    static Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        Matcher variables = VARIABLE.matcher(instruction("ENV"));
        while (variables.find()) {
            environment.put(variables.group(1), variables.group(2));
        }
        return environment;
    }

    private static String recipe() {
        try {
            return Files.readString(Path.of("Dockerfile")).replaceAll("\\\\\n\\s*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
