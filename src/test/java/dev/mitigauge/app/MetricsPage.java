package dev.mitigauge.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of all metrics, written from what a running service tells Prometheus. */
final class MetricsPage {

    private static final Pattern HELP = Pattern.compile("# HELP (\\S+) (.*)");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{(.*)} \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Which there are depends on the collector, and when they were needed first. */
    private static final String OF_SOME_COLLECTORS = "jvm_gc_concurrent";

    private static final Set<String> OF_ITS_TYPE = Set.of("le", "quantile");

    /** What labels stand for whose values no scrape tells all. */
    private static final Map<String, String> OPEN = new TreeMap<>(Map.of(
            "digest", "of the rule set that is active; one at a time",
            "method", "nine methods of HTTP, else `OTHER`",
            "profile",
                    "those of the rule set's thresholds; with `verdict` and `source` at most 200 together, the rest `other`",
            "project", "at most `metrics.maxProjects`, the first by name",
            "route", "template of the route, never the path itself; `unmatched` for what has none",
            "rule", "at most `metrics.maxRules`, the rest together as `other`",
            "source", "`http`",
            "status",
                    "of the answer; 499 if the caller went away before it; with `method` and `route` at most 500 together",
            "target", "those of `webhooks.targets`, at most 16",
            "version", "of the program"));

    private static final Map<String, String> PARTS = parts();

    private record Family(String name, String type, String help, Set<String> labels) {}

    private final Map<String, Family> families = new TreeMap<>();
    private final Map<String, Set<String>> values = new TreeMap<>();

    MetricsPage(String scraped) {
        List<String> lines = scraped.lines().toList();
        Map<String, String> help = new TreeMap<>();
        lines.forEach(line -> match(HELP, line, found -> help.put(found.group(1), found.group(2))));
        lines.forEach(line -> match(TYPE, line, found -> {
            String name = found.group(1);
            families.put(name, new Family(name, found.group(2), help.getOrDefault(name, ""), new TreeSet<>()));
        }));
        lines.forEach(line -> match(SAMPLE, line, this::labels));
        families.keySet().removeIf(name -> name.startsWith(OF_SOME_COLLECTORS));
    }

    /** Names of all metrics, as a query would have them: those of a histogram's parts, too. */
    static Set<String> names(String page) {
        Set<String> names = new TreeSet<>();
        Matcher row = Pattern.compile("(?m)^\\| `([a-z_0-9]+)` \\| (gauge|counter|histogram|summary) \\|")
                .matcher(page);
        while (row.find()) {
            names.add(row.group(1));
            if (row.group(2).equals("histogram") || row.group(2).equals("summary")) {
                List.of("_bucket", "_sum", "_count").forEach(part -> names.add(row.group(1) + part));
            }
        }
        return names;
    }

    /** Metrics without a help text. */
    List<String> unexplained() {
        return families.values().stream()
                .filter(family -> family.help().isBlank())
                .map(Family::name)
                .toList();
    }

    String text() {
        StringBuilder page = new StringBuilder("""
                # Metrics

                What `/metrics` tells, in the text format of Prometheus or, for those who ask for it, in that of OpenMetrics, with exemplars: the
                histograms of times name a request by `request_id`, which the log knows, and by `trace_id` if it is in a trace.
                Histograms have buckets from 100 µs to 30 s. Counters of a fixed set of labels begin at 0. Denied calls are
                `mitigauge_rejected_total` with reason `unauthorized` or `forbidden`, requests turned away under load those with `busy` or `timeout`.
                Gauges of projects come from the store every `metrics.projectSeconds`, and from each assessment at once; without a store there are
                neither these nor those of the store. Projects beyond `metrics.maxProjects` are among `mitigauge_projects` alone: a sum or mean under
                `other` would say nothing of any of them.

                This page is written by `mvn test -Dtest=MetricsPageTest -Dmetrics.write=true`; a test holds it to a running service.
                """);
        PARTS.forEach((prefix, title) -> part(page, prefix, title));
        page.append("\n## Labels\n\n| label | values |\n|---|---|\n");
        values.forEach((label, all) -> page.append("| `%s` | %s |\n".formatted(label, said(label, all))));
        return page.toString();
    }

    private void part(StringBuilder page, String prefix, String title) {
        page.append("\n## ").append(title).append("\n\n| metric | type | labels | says |\n|---|---|---|---|\n");
        families.values().stream()
                .filter(family -> family.name().startsWith(prefix))
                .forEach(family -> page.append("| `%s` | %s | %s | %s |\n"
                        .formatted(family.name(), family.type(), quoted(family.labels()), family.help())));
    }

    private String said(String label, Set<String> all) {
        return OPEN.getOrDefault(label, quoted(all));
    }

    private void labels(Matcher sample) {
        String name = family(sample.group(1));
        Family family = families.get(name);
        if (family == null) {
            return;
        }
        Matcher label = LABEL.matcher(sample.group(2));
        while (label.find()) {
            if (!OF_ITS_TYPE.contains(label.group(1))) {
                family.labels().add(label.group(1));
                if (!name.startsWith("jvm_")) {
                    values.computeIfAbsent(label.group(1), first -> new TreeSet<>())
                            .add(label.group(2));
                }
            }
        }
    }

    private String family(String sample) {
        return families.containsKey(sample) ? sample : sample.replaceFirst("_(bucket|sum|count)$", "");
    }

    private static void match(Pattern pattern, String line, java.util.function.Consumer<Matcher> found) {
        Matcher matcher = pattern.matcher(line);
        if (matcher.matches()) {
            found.accept(matcher);
        }
    }

    private static String quoted(Set<String> words) {
        return words.isEmpty() ? "" : "`" + String.join("`, `", words) + "`";
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new java.util.LinkedHashMap<>();
        parts.put("mitigauge_", "Assessments, rules, projects, pools, store");
        parts.put("http_", "HTTP server");
        parts.put("process_", "Process");
        parts.put("system_", "Machine");
        parts.put("jvm_", "Java virtual machine (some collectors of garbage have more)");
        return parts;
    }
}
