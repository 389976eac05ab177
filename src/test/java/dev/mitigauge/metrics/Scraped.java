package dev.mitigauge.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics text, parsed: each line must be a comment or a sample. */
final class Scraped {

    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{(?:[a-zA-Z_]\\w*=\"[^\"]*\",?)*})?) (\\S+)( # .*)?");

    private final Map<String, Double> samples = new LinkedHashMap<>();

    Scraped(String text) {
        for (String line : text.lines().toList()) {
            if (!line.startsWith("#")) {
                Matcher sample = SAMPLE.matcher(line);
                if (!sample.matches()) {
                    throw new AssertionError("not a sample: " + line);
                }
                samples.put(sample.group(1), value(sample.group(2)));
            }
        }
    }

    /** The value of a sample by name and labels as they are written; labels are sorted. */
    Double get(String name) {
        Double value = samples.get(name);
        if (value == null) {
            throw new AssertionError("no sample " + name + " in " + samples.keySet());
        }
        return value;
    }

    boolean has(String name) {
        return samples.containsKey(name);
    }

    long count(String prefix) {
        return samples.keySet().stream().filter(name -> name.startsWith(prefix)).count();
    }

    private static double value(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }
}
