package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Holds compiled rules against the list of what rules may use, before any of their classes is loaded, and tells their authors. */
final class Gate {

    private static final String REMEDY =
            "a rule may use facts, findings, tables, texts, numbers, days and collections that it is given: "
                    + "see \"What a rule may use\" in rules/README.md";

    private final List<DrlFile> files;

    private Gate(List<DrlFile> files) {
        this.files = files;
    }

    /** Whether nothing in it is forbidden. */
    static boolean allows(RuleCode code) {
        return code.lots().stream().allMatch(lot -> breaches(lot).isEmpty());
    }

    private static List<ClassGate.Breach> breaches(RuleLot lot) {
        SortedMap<String, byte[]> classes = lot.compiled().classes();
        return classes.keySet().stream()
                .flatMap(name -> ClassGate.breaches(name, classes).stream())
                .toList();
    }

    /** All that is not allowed; none of the classes may be loaded unless this is empty. */
    static List<Problem> problems(List<RuleLot> lots, List<DrlFile> files) {
        Gate gate = new Gate(files);
        Set<Problem> problems = new LinkedHashSet<>();
        lots.forEach(lot -> problems.addAll(gate.problems(lot)));
        return gate.telling(problems);
    }

    private List<Problem> problems(RuleLot lot) {
        List<ClassGate.Breach> breaches = breaches(lot);
        if (breaches.isEmpty()) {
            return List.of();
        }
        RuleOwners owners = RuleOwners.of(lot);
        return breaches.stream()
                .map(breach -> problem(breach, owners.rule(breach.owner(), breach.method())))
                .toList();
    }

    /** What stands nowhere in so many words, such as the type of a value in between, need not be told beside what does. */
    private List<Problem> telling(Set<Problem> problems) {
        Set<String> told =
                problems.stream().filter(this::placed).map(Gate::rule).collect(Collectors.toSet());
        return problems.stream()
                .filter(problem -> placed(problem) || !told.contains(rule(problem)))
                .toList();
    }

    private static String rule(Problem problem) {
        int in = problem.message().lastIndexOf(" in ");
        return problem.file() + problem.message().substring(Math.max(in, 0));
    }

    /** Whether it stands at what it speaks of and not at the rule as a whole. */
    private boolean placed(Problem problem) {
        return files.stream()
                .filter(file -> file.source().file().equals(problem.file()))
                .flatMap(file -> file.rules().stream())
                .noneMatch(rule -> rule.getLine() == problem.line() && problem.column() <= 1);
    }

    private Problem problem(ClassGate.Breach breach, @Nullable String rule) {
        String what = "`" + breach.what() + "` is not allowed in a rule";
        for (DrlFile file : files) {
            for (RuleDescr descr : file.rules()) {
                if (descr.getName().equals(rule)) {
                    return inRule(
                            file,
                            descr,
                            breach.what(),
                            "`" + breach.what() + "` is not allowed in rule `" + rule + "`");
                }
            }
        }
        for (DrlFile file : files) {
            for (RuleDescr descr : file.rules()) {
                int at = place(file.source().text(), DrlFile.start(descr), file.end(descr), breach.what());
                if (at >= 0) {
                    return file.source().problemAt(at, what, REMEDY);
                }
            }
        }
        return new Problem(files.isEmpty() ? "" : files.get(0).source().file(), 1, 0, what, REMEDY, null);
    }

    private static Problem inRule(DrlFile file, RuleDescr rule, String what, String message) {
        int at = place(file.source().text(), DrlFile.start(rule), file.end(rule), what);
        return file.source().problemAt(at < 0 ? DrlFile.start(rule) : at, message, REMEDY);
    }

    /** Where the author wrote it: its last name, as a property too, else its type; −1 if it stands nowhere in so many words. */
    private static int place(String text, int start, int end, String what) {
        int conditions = Math.max(start, text.indexOf("when", start));
        for (String word : words(what)) {
            Matcher found = Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?!\\w)")
                    .matcher(text)
                    .region(Math.min(conditions, end), end)
                    .useTransparentBounds(true);
            if (found.find()) {
                return found.start();
            }
        }
        return -1;
    }

    private static List<String> words(String what) {
        List<String> parts = List.of(what.split("[^\\w]+"));
        List<String> words = new ArrayList<>();
        for (int i = parts.size() - 1; i >= 0; i--) {
            String part = parts.get(i);
            boolean telling = part.length() > 2 && !part.equals("java") && !part.equals("new");
            if (telling) {
                words.add(part);
                boolean getter = part.matches("get[A-Z].*");
                if (getter) {
                    words.add(part.substring(3, 4).toLowerCase(Locale.ROOT) + part.substring(4));
                }
            }
        }
        return words;
    }
}
