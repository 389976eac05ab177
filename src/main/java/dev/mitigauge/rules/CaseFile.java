package dev.mitigauge.rules;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cases of one {@code *.cases.yaml}: a list of maps, each a sentence, what is given, and what is expected.
 *
 * @param cases those that were understood
 * @param problems what was not
 */
record CaseFile(List<RuleCase> cases, List<Problem> problems) {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final List<String> KEYS = List.of("case", "given", "expect");

    static CaseFile read(String file, String text) {
        SourceText source = new SourceText(file, text);
        CaseFile read = new CaseFile(new ArrayList<>(), new ArrayList<>());
        try {
            JsonNode root = YAML.readTree(text);
            if (!root.isArray()) {
                read.problems.add(
                        source.problem(1, 0, "a case file is a list of cases", "begin each case with `- case: …`"));
                return read;
            }
            List<Integer> lines = lines(text);
            for (int i = 0; i < root.size(); i++) {
                read.add(source, i < lines.size() ? lines.get(i) : 1, root.get(i));
            }
        } catch (JsonProcessingException e) {
            @Nullable JsonLocation at = e.getLocation();
            read.problems.add(source.problem(
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 0 : at.getColumnNr(),
                    "no YAML: " + e.getOriginalMessage().lines().findFirst().orElse("can't be parsed"),
                    "check indentation, brackets and quotes"));
        }
        return read;
    }

    private void add(SourceText source, int line, JsonNode node) {
        String name = node.path("case").asText();
        for (String key : (Iterable<String>) node::fieldNames) {
            if (!KEYS.contains(key)) {
                problems.add(source.problem(
                        line,
                        0,
                        "unknown key `" + key + "` of a case" + Names.didYouMean(key, KEYS),
                        "the keys are case, given, expect"));
            }
        }
        if (name.isEmpty()
                || !node.path("expect").isObject()
                || node.path("expect").isEmpty()) {
            problems.add(source.problem(line, 0, "a case needs `case`, a sentence, and `expect`, a map", null));
            return;
        }
        try {
            JsonNode given = node.path("given").isMissingNode() ? YAML.createObjectNode() : node.path("given");
            cases.add(new RuleCase(
                    source.file(),
                    line,
                    name,
                    CaseFacts.of(given),
                    given.path("profile").asText("production"),
                    node.path("expect")));
        } catch (CaseException | IllegalArgumentException e) {
            problems.add(source.problem(line, 0, "case `" + name + "`: " + e.getMessage(), null));
        }
    }

    /** Lines on which the entries of the outermost list begin. */
    private static List<Integer> lines(String text) {
        List<Integer> lines = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.startsWith("- ")) {
                lines.add(number);
            }
        }
        return lines;
    }
}
