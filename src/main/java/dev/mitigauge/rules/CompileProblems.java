package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.api.builder.Message;

/**
 * Finds the lines that compiler messages are about. The compiler seldom knows them, so each rule of a refused file is compiled alone: this
 * takes time, but only a set with mistakes pays for it.
 */
final class CompileProblems {

    /** Names of generated classes and methods, which mean nothing to an author. */
    private static final Pattern GENERATED =
            Pattern.compile("(?:rules[./])?(?:P[0-9A-F]{2}[./])?(?:Lambda|Rules)[A-Za-z]*[0-9A-F]{32}\\w*");

    private static final Pattern QUOTED = Pattern.compile("[`'\"]([^`'\"]+)[`'\"]");
    private static final Pattern WORD = Pattern.compile("\\$?[A-Za-z_]\\w*");

    private CompileProblems() {}

    static List<Problem> of(List<DrlFile> files, List<Message> messages) {
        List<Problem> problems = new ArrayList<>();
        for (DrlFile file : files) {
            for (RuleDescr rule : file.rules()) {
                for (Message message : alone(file, rule)) {
                    problems.add(problem(file, rule, message));
                }
            }
        }
        if (problems.isEmpty()) {
            messages.forEach(message -> problems.add(new Problem("", 0, 0, clean(message.getText()), null, null)));
        }
        return problems;
    }

    private static List<Message> alone(DrlFile file, RuleDescr rule) {
        String text = file.source().text();
        int start = DrlFile.offset(rule.getStartCharacter());
        int end = Math.min(text.length(), DrlFile.offset(rule.getEndCharacter()) + 1);
        int first = file.rules().stream()
                .mapToInt(each -> DrlFile.offset(each.getStartCharacter()))
                .min()
                .orElse(0);
        String before = text.substring(0, first);
        return RuleCompiler.compile(
                        Map.of(file.source().file(), DrlFile.HEADER + before + "\n" + text.substring(start, end)))
                .messages();
    }

    private static Problem problem(DrlFile file, RuleDescr rule, Message message) {
        SourceText source = file.source();
        int start = DrlFile.offset(rule.getStartCharacter());
        int end = Math.min(source.text().length(), DrlFile.offset(rule.getEndCharacter()) + 1);
        String body = source.text().substring(start, end);
        String text = clean(message.getText());
        int at = place(text, body, Math.max(0, body.indexOf("when")));
        return source.problemAt(
                start + Math.max(at, 0),
                text + " in rule `" + rule.getName() + "`",
                at < 0 ? "look through the conditions and the consequence of this rule" : null);
    }

    /** Where the rule says what the message speaks of: the longest of its words that stands there. */
    private static int place(String message, String body, int from) {
        Set<String> candidates = new LinkedHashSet<>();
        Matcher quoted = QUOTED.matcher(message);
        while (quoted.find()) {
            candidates.add(quoted.group(1));
        }
        int colon = message.indexOf(": ");
        if (colon >= 0) {
            candidates.add(message.substring(colon + 2).strip());
        }
        Matcher word = WORD.matcher(message);
        List<String> words = new ArrayList<>();
        while (word.find()) {
            words.add(word.group());
        }
        words.sort((a, b) -> b.length() - a.length());
        candidates.addAll(words);
        for (String candidate : candidates) {
            Matcher found = Pattern.compile("(?<![\\w$])" + Pattern.quote(candidate) + "(?!\\w)")
                    .matcher(body);
            if (candidate.length() > 2 && found.find(from)) {
                return found.start();
            }
        }
        return -1;
    }

    private static String clean(String text) {
        String first = GENERATED
                .matcher(text.lines().findFirst().orElse("can't be compiled"))
                .replaceAll("the rule")
                .replace("dev.mitigauge.facts.", "")
                .replace("dev.mitigauge.findings.", "")
                .replace("dev.mitigauge.rules.tables.", "")
                .replace("java.lang.", "")
                .replaceFirst("[.!]$", "")
                .strip();
        return first.isEmpty()
                ? "can't be compiled"
                : first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    }
}
