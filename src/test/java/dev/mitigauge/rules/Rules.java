package dev.mitigauge.rules;

import dev.mitigauge.findings.Level;
import dev.mitigauge.findings.RuleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kie.api.KieBase;

/** The shipped rule set, and variations of it. */
final class Rules {

    private static final RuleSet SHIPPED = accepted(new RuleSource(RulesSettings.DEFAULT).load(Path.of("rules")));

    private Rules() {}

    static RuleSet shipped() {
        return SHIPPED;
    }

    /** The shipped tables alone, without any rule. */
    static Map<String, String> tables() {
        return texts("tables");
    }

    /** The shipped rules and tables with one more rule file. */
    static Map<String, String> shippedAnd(String file, String text) {
        Map<String, String> all = texts("");
        all.put(file, text);
        return all;
    }

    /** The shipped rules and tables with one mistake: the first place of some words has others. Line ends count as spaces. */
    static Map<String, String> shippedBut(String file, String right, String wrong) {
        Map<String, String> all = texts("");
        String text = String.valueOf(all.get(file));
        Matcher place = Pattern.compile(
                        Stream.of(right.split(" ")).map(Pattern::quote).collect(Collectors.joining("\\s+")))
                .matcher(text);
        if (!place.find()) {
            throw new AssertionError(file + " does not hold `" + right + "`");
        }
        all.put(file, text.substring(0, place.start()) + wrong + text.substring(place.end()));
        return all;
    }

    /** A rule base of these rules, which need not say anything of themselves. */
    static KieBase base(String text) {
        DrlFile file = DrlFile.parse("some.drl", text);
        RuleCompiler.Outcome outcome = RuleCompiler.compile(DrlFile.compilable(List.of(file)));
        if (!outcome.messages().isEmpty()) {
            throw new AssertionError(outcome.messages());
        }
        RuleText says = new RuleText("ABC-001", "says nothing", Level.NOTE, "", "");
        List<RuleInfo> rules = file.rules().stream()
                .map(rule -> new RuleInfo(rule.getName(), says, true, "some.drl", rule.getLine(), null))
                .toList();
        RuleUnit unit = RuleUnit.of(file, List.of(RuleLot.of(file, outcome.classes())), rules);
        return KieBases.of(List.of(LoadedUnit.of(unit, List.of())));
    }

    static LoadedRules load(Map<String, String> texts) {
        return new RuleSource(RulesSettings.DEFAULT).load(RuleFiles.of(texts));
    }

    static RuleSet accepted(LoadedRules loaded) {
        if (loaded instanceof LoadedRules.Accepted accepted) {
            return accepted.rules();
        }
        throw new AssertionError(((LoadedRules.Rejected) loaded).problems().toString());
    }

    /** What an author reads of a refused set, one line a problem. */
    static List<String> refusals(LoadedRules loaded) {
        if (loaded instanceof LoadedRules.Rejected rejected) {
            return rejected.problems().stream().map(Problem::headline).toList();
        }
        throw new AssertionError("the rules were accepted");
    }

    private static Map<String, String> texts(String below) {
        Map<String, String> texts = new TreeMap<>();
        Path root = Path.of("rules");
        try (var paths = Files.walk(root.resolve(below))) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = root.relativize(path).toString();
                if (!name.endsWith(".md")) {
                    texts.put(name, Files.readString(path, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
