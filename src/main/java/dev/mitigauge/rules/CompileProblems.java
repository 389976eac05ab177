package dev.mitigauge.rules;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;

/**
 * Finds the lines that compiler messages are about. The compiler speaks of generated classes or of no place at all, so each rule of a
 * suspected file is compiled alone: this takes time, but only a set with mistakes pays for it.
 */
final class CompileProblems {

    /** Names of generated classes and methods, which mean nothing to an author. */
    private static final Pattern GENERATED = Pattern.compile(
            "(?:rules[./])?(?:f_\\w+[./])?(?:P[0-9A-F]{2}[./])?(?:Lambda|Rules)[A-Za-z]*[0-9A-F]{32}\\w*");

    /** What the engine's own classes complain about once the author's mistake is made. */
    private static final Pattern AFTERMATH = Pattern.compile("PatternDSL|Variable<|Predicate\\d|Function\\d<");

    private static final Pattern WORD = Pattern.compile("\\$?[A-Za-z_]\\w*");
    private static final Pattern QUOTED = Pattern.compile("[`'\"]([^`'\"]+)[`'\"]");
    private static final String SOURCE_FOLLOWS = " in error:\n";

    private CompileProblems() {}

    static List<Problem> of(List<DrlFile> files, List<Message> messages) {
        List<Problem> problems = new ArrayList<>();
        for (DrlFile file : suspects(files, messages)) {
            for (RuleDescr rule : file.rules()) {
                problems.addAll(new InRule(file, rule).problems());
            }
        }
        if (problems.isEmpty()) {
            messages.stream()
                    .filter(message -> !message.getText().contains(SOURCE_FOLLOWS))
                    .forEach(message -> problems.add(new Problem(
                            "",
                            0,
                            0,
                            clean(message.getText()),
                            "undo the last change, then make it in smaller steps",
                            null)));
        }
        return problems;
    }

    private static List<DrlFile> suspects(List<DrlFile> files, List<Message> messages) {
        Map<String, String> sources = sources(messages);
        List<DrlFile> suspects = files.stream()
                .filter(file -> messages.stream().anyMatch(message -> speaksOf(file, message, sources)))
                .toList();
        return suspects.isEmpty() ? files : suspects;
    }

    private static boolean speaksOf(DrlFile file, Message message, Map<String, String> sources) {
        String path = String.valueOf(message.getPath());
        @Nullable String source = sources.get(path);
        if (source == null) {
            return path.endsWith("/" + file.source().file());
        }
        String rest = rest(source, message.getColumn());
        return !rest.isEmpty() && file.source().text().contains(rest);
    }

    /** Generated sources by path: the compiler hands them over in a message of their own. */
    private static Map<String, String> sources(List<Message> messages) {
        Map<String, String> sources = new HashMap<>();
        for (Message message : messages) {
            int at = message.getText().indexOf(SOURCE_FOLLOWS);
            if (at >= 0) {
                sources.put(message.getPath(), message.getText().substring(at + SOURCE_FOLLOWS.length()));
            }
        }
        return sources;
    }

    /** What stands at an offset, up to the end of its line. */
    private static String rest(String source, int offset) {
        if (offset <= 0 || offset >= source.length()) {
            return "";
        }
        int end = source.indexOf('\n', offset);
        return source.substring(offset, end < 0 ? source.length() : end).strip();
    }

    private static String clean(String text) {
        String first = GENERATED
                .matcher(text.lines().findFirst().orElse("can't be compiled"))
                .replaceAll("the rule")
                .replace("dev.mitigauge.facts.", "")
                .replace("dev.mitigauge.findings.", "")
                .replace("dev.mitigauge.rules.tables.", "")
                .replace("java.lang.", "")
                .replace(" for the type the rule", "")
                .replaceFirst("[.!]$", "")
                .strip();
        return first.isEmpty()
                ? "can't be compiled"
                : first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    }

    /** One rule, compiled alone. */
    private static final class InRule {
        private final DrlFile file;
        private final RuleDescr rule;
        private final SourceText source;
        private final int start;
        private final String body;

        InRule(DrlFile file, RuleDescr rule) {
            this.file = file;
            this.rule = rule;
            this.source = file.source();
            this.start = DrlFile.offset(rule.getStartCharacter());
            int end = Math.min(source.text().length(), DrlFile.offset(rule.getEndCharacter()) + 1);
            this.body = source.text().substring(start, end);
        }

        List<Problem> problems() {
            List<Message> messages = messages();
            Map<String, String> sources = sources(messages);
            List<Message> own = messages.stream()
                    .filter(message -> !message.getText().contains(SOURCE_FOLLOWS))
                    .toList();
            List<Message> telling = own.stream()
                    .filter(message -> !AFTERMATH.matcher(message.getText()).find())
                    .toList();
            return (telling.isEmpty() ? own : telling)
                    .stream().map(message -> problem(message, sources)).toList();
        }

        private List<Message> messages() {
            int first = file.rules().stream()
                    .mapToInt(each -> DrlFile.offset(each.getStartCharacter()))
                    .min()
                    .orElse(0);
            String imports = source.text().substring(0, first);
            return RuleCompiler.compile(Map.of(source.file(), DrlFile.HEADER + imports + "\n" + body))
                    .messages();
        }

        private Problem problem(Message message, Map<String, String> sources) {
            String text = clean(message.getText());
            CompilerWords words = CompilerWords.of(text, bound());
            @Nullable String generated = sources.get(String.valueOf(message.getPath()));
            int at = generated == null ? -1 : generatedPlace(rest(generated, message.getColumn()));
            if (at < 0) {
                at = wordPlace(words.message())
                        .or(() -> wordPlace(text))
                        .or(() -> typePlace(text))
                        .orElse(-1);
            }
            return source.problemAt(
                    start + Math.max(at, 0),
                    words.message() + " in rule `" + rule.getName() + "`" + words.hint(),
                    words.remedy() != null
                            ? words.remedy()
                            : "compare this rule with the example in rules/README.md"
                                    + (at < 0 ? ": the place is not known" : ""));
        }

        private Set<String> bound() {
            return Words.of(body).stream()
                    .filter(Words.Word::binds)
                    .map(Words.Word::text)
                    .collect(Collectors.toSet());
        }

        /** The longest beginning of the generated text that the author wrote too. */
        private int generatedPlace(String rest) {
            for (int length = rest.length(); length > 0; length--) {
                int at = body.indexOf(rest.substring(0, length), conditions());
                if (at >= 0) {
                    return at;
                }
            }
            return -1;
        }

        private int conditions() {
            return Math.max(0, body.indexOf("when"));
        }

        /** Something that the message quotes, or a name in it that stands in the rule and is no common word. */
        private Optional<Integer> wordPlace(String message) {
            List<String> candidates = new ArrayList<>();
            Matcher quoted = QUOTED.matcher(message);
            while (quoted.find()) {
                candidates.add(quoted.group(1));
            }
            int colon = message.indexOf(": ");
            if (colon >= 0) {
                candidates.add(message.substring(colon + 2).strip());
            }
            Matcher word = WORD.matcher(message);
            while (word.find()) {
                String name = word.group();
                if (!name.equals(name.toLowerCase(Locale.ROOT)) || name.startsWith("$")) {
                    candidates.add(name);
                }
            }
            return candidates.stream().flatMap(name -> find(name).stream()).findFirst();
        }

        /** A field of a type that the message names. */
        private Optional<Integer> typePlace(String message) {
            Matcher word = WORD.matcher(message);
            while (word.find()) {
                Optional<Class<?>> type = KnownTypes.find(word.group());
                if (type.isPresent()) {
                    for (Class<?> owner : KnownTypes.byName().values()) {
                        Optional<Integer> at = owner.isRecord() ? fieldPlace(owner, type.get()) : Optional.empty();
                        if (at.isPresent()) {
                            return at;
                        }
                    }
                }
            }
            return Optional.empty();
        }

        private Optional<Integer> fieldPlace(Class<?> owner, Class<?> type) {
            for (RecordComponent component : owner.getRecordComponents()) {
                Optional<Integer> at = component.getType() == type ? find(component.getName()) : Optional.empty();
                if (at.isPresent()) {
                    return at;
                }
            }
            return Optional.empty();
        }

        private Optional<Integer> find(String name) {
            if (name.length() < 3) {
                return Optional.empty();
            }
            Matcher found = Pattern.compile("(?<![\\w$\"])" + Pattern.quote(name) + "(?!\\w)")
                    .matcher(body);
            return found.find(conditions()) ? Optional.of(found.start()) : Optional.empty();
        }
    }
}
