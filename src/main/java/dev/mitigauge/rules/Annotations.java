package dev.mitigauge.rules;

import dev.mitigauge.findings.Level;
import dev.mitigauge.findings.RuleText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * What rules say of themselves. A rule with {@code @level} makes findings and must say why and what to do; one without helps others and
 * needs an id and a title alone.
 *
 * @param rules all that are well annotated
 * @param problems what is missing or wrong
 */
record Annotations(List<RuleInfo> rules, List<Problem> problems) {

    private static final List<String> KNOWN = List.of("id", "title", "level", "why", "remedy", "from");
    private static final List<String> AT =
            KNOWN.stream().map(name -> "@" + name).toList();
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]*-[0-9]{3}");
    private static final List<String> LEVELS =
            Arrays.stream(Level.values()).map(Enum::name).toList();

    static Annotations of(List<DrlFile> files) {
        return of(files, List.of());
    }

    /** @param others rules of other files, whose names and ids are taken */
    static Annotations of(List<DrlFile> files, List<RuleInfo> others) {
        Annotations all = new Annotations(new ArrayList<>(), new ArrayList<>());
        Map<String, String> ids = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (RuleInfo other : others) {
            names.put(other.name(), other.file() + ":" + other.line());
            ids.put(other.text().id(), other.file() + ":" + other.line());
        }
        for (DrlFile file : files) {
            for (RuleDescr rule : file.rules()) {
                all.add(file, rule, ids, names);
            }
        }
        return all;
    }

    private void add(DrlFile file, RuleDescr rule, Map<String, String> ids, Map<String, String> names) {
        int before = problems.size();
        SourceText source = file.source();
        int start = DrlFile.offset(rule.getStartCharacter());
        String place = source.file() + ":" + rule.getLine();
        @Nullable String twin = names.putIfAbsent(rule.getName(), place);
        if (twin != null) {
            problems.add(source.problemAt(
                    start,
                    "rule `" + rule.getName() + "` stands at " + twin + " already",
                    "give each rule a name of its own"));
        }
        Set<String> meant = new HashSet<>();
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            if (!KNOWN.contains(annotation.getName())) {
                Names.nearest("@" + annotation.getName(), AT).ifPresent(near -> meant.add(near.substring(1)));
                problems.add(source.problemAt(
                        within(source, rule, "@" + annotation.getName()),
                        "unknown annotation `@" + annotation.getName() + "`"
                                + Names.didYouMean("@" + annotation.getName(), AT),
                        "the annotations are @" + String.join(", @", KNOWN)));
            }
        }
        String id = text(rule, "id");
        if (id.isEmpty()) {
            missing(source, rule, meant, "id", "add @id(\"ABC-001\")");
        } else if (!ID.matcher(id).matches()) {
            problems.add(source.problemAt(
                    within(source, rule, "@id"),
                    "@id must be capitals, a dash and three digits, but is `" + id + "`",
                    "write it like DEF-001"));
        } else {
            @Nullable String other = ids.putIfAbsent(id, place);
            if (other != null) {
                problems.add(source.problemAt(
                        within(source, rule, "@id"),
                        "id `" + id + "` belongs to the rule at " + other,
                        "take a free number"));
            }
        }
        if (text(rule, "title").isEmpty()) {
            missing(source, rule, meant, "title", "add @title(\"…\"), one line");
        }
        String level = text(rule, "level");
        boolean finds = rule.getAnnotationNames().contains("level");
        if (!finds && makesFindings(rule)) {
            missing(source, rule, meant, "level", "add @level(\"WARNING\"), one of " + String.join(", ", LEVELS));
        }
        if (finds) {
            checkFinding(source, rule, meant, level);
        }
        @Nullable LocalDate from = from(source, rule, finds);
        if (problems.size() == before) {
            RuleText says = new RuleText(
                    id,
                    text(rule, "title"),
                    finds ? Level.valueOf(level) : Level.NOTE,
                    text(rule, "why"),
                    text(rule, "remedy"));
            rules.add(new RuleInfo(rule.getName(), says, finds, source.file(), rule.getLine(), from));
        }
    }

    private void checkFinding(SourceText source, RuleDescr rule, Set<String> meant, String level) {
        if (!LEVELS.contains(level)) {
            problems.add(source.problemAt(
                    within(source, rule, "@level"),
                    "unknown level `" + level + "`" + Names.didYouMean(level, LEVELS),
                    "use one of " + String.join(", ", LEVELS)));
        }
        if (text(rule, "why").isEmpty()) {
            missing(source, rule, meant, "why", "add @why(\"…\"), what goes wrong without this rule");
        }
        if (text(rule, "remedy").isEmpty()) {
            missing(source, rule, meant, "remedy", "add @remedy(\"…\"), what the reader shall do");
        }
    }

    private @Nullable LocalDate from(SourceText source, RuleDescr rule, boolean finds) {
        if (!rule.getAnnotationNames().contains("from")) {
            return null;
        }
        String day = text(rule, "from");
        if (!finds) {
            problems.add(source.problemAt(
                    within(source, rule, "@from"),
                    "@from is for rules with an @level",
                    "remove it: a rule that makes no findings blocks nothing"));
            return null;
        }
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            problems.add(source.problemAt(
                    within(source, rule, "@from"),
                    "@from must be a day, but is `" + day + "`",
                    "write it like @from(\"2026-12-01\")"));
            return null;
        }
    }

    private static boolean makesFindings(RuleDescr rule) {
        return rule.getAnnotationNames().contains("why")
                || rule.getAnnotationNames().contains("remedy")
                || String.valueOf(rule.getConsequence()).contains("Finding.of(");
    }

    private void missing(SourceText source, RuleDescr rule, Set<String> meant, String annotation, String remedy) {
        if (meant.contains(annotation)) {
            return;
        }
        problems.add(source.problemAt(
                DrlFile.offset(rule.getStartCharacter()),
                "rule `" + rule.getName() + "` lacks @" + annotation,
                remedy));
    }

    private static int within(SourceText source, RuleDescr rule, String what) {
        int start = DrlFile.offset(rule.getStartCharacter());
        int at = source.text().indexOf(what, start);
        return at < 0 ? start : at;
    }

    /** What a rule's annotation says, empty if it has none of that name. */
    static String text(RuleDescr rule, String annotation) {
        @Nullable AnnotationDescr written = rule.getAnnotation(annotation);
        @Nullable Object value = written == null ? null : written.getSingleValue();
        return value == null ? "" : unquote(value.toString().strip());
    }

    private static String unquote(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return (quoted ? value.substring(1, value.length() - 1).translateEscapes() : value).strip();
    }
}
