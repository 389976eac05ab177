package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * A rule file that was parsed. Package and imports are the product's: authors begin with their first rule.
 *
 * @param source its text
 * @param rules its rules; empty if it could not be parsed
 * @param tree what the parser made of it, null if it could not be parsed
 * @param problems what is wrong with its form
 */
record DrlFile(
        SourceText source, List<RuleDescr> rules, @Nullable PackageDescr tree, List<Problem> problems) {

    /** The packages of all rule files, and so of the classes that are made of them, stand in this one. */
    static final String PACKAGE = "rules";

    /** Packages whose types rules name without an import. */
    static final List<String> IMPORTED =
            List.of("dev.mitigauge.facts", "dev.mitigauge.findings", "dev.mitigauge.rules.tables");

    /** Put before the first line, and on it: lines stay what they are. */
    static final String HEADER = "package " + PACKAGE + "; import " + String.join(".*; import ", IMPORTED) + ".*; ";

    /**
     * A salience in parentheses is an expression to the compiler, computed anew for each match, and its rule is looked at whenever a fact
     * comes. The same number without them is a constant.
     */
    private static final Pattern SALIENCE = Pattern.compile("\\bsalience\\s*(\\()\\s*-?\\d+\\s*(\\))");

    /** Parses texts by file name. */
    static List<DrlFile> parse(Map<String, String> texts) {
        List<DrlFile> files = new ArrayList<>();
        texts.forEach((name, text) -> files.add(parse(name, text)));
        return files;
    }

    /** What the compiler is given, by file name. */
    static Map<String, String> compilable(List<DrlFile> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach(file -> texts.put(file.source().file(), file.compilable()));
        return texts;
    }

    static DrlFile parse(String file, String text) {
        SourceText source = new SourceText(file, text);
        List<Problem> form = DrlForm.problems(source);
        if (!form.isEmpty()) {
            return new DrlFile(source, List.of(), null, form);
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        @Nullable PackageDescr tree = null;
        List<Problem> problems = new ArrayList<>();
        try {
            tree = parser.parse(false, HEADER + text);
        } catch (DroolsParserException e) {
            problems.add(source.problem("this is no rule file: " + e.getMessage(), null));
        }
        for (DroolsError error : parser.getErrors()) {
            problems.add(problem(source, error));
        }
        if (tree != null && problems.isEmpty() && holdsNothing(tree)) {
            problems.add(source.problem("there is no rule in this file", "write one, or remove the file"));
        }
        return tree == null || !problems.isEmpty()
                ? new DrlFile(source, List.of(), null, problems)
                : new DrlFile(source, tree.getRules(), tree, problems);
    }

    private static boolean holdsNothing(PackageDescr tree) {
        return tree.getRules().isEmpty()
                && tree.getImports().size() <= IMPORTED.size()
                && tree.getFunctions().isEmpty()
                && tree.getGlobals().isEmpty()
                && tree.getTypeDeclarations().isEmpty();
    }

    /**
     * The package of one file: equal for no two of them, since whatever is neither a letter of English nor a digit is written as a
     * number.
     */
    static String packageOf(String file) {
        StringBuilder name = new StringBuilder(PACKAGE).append(".f_");
        String stem = file.endsWith(".drl") ? file.substring(0, file.length() - ".drl".length()) : file;
        stem.chars()
                .forEach(each -> name.append(
                        each < 128 && Character.isLetterOrDigit(each)
                                ? Character.toString(each)
                                : "_%04x".formatted(each)));
        return name.toString();
    }

    /** What the compiler is given: in a package of its own, so that it can be compiled without the others. */
    String compilable() {
        StringBuilder text = new StringBuilder(HEADER).append(source.text());
        for (RuleDescr rule : rules) {
            int afterName = text.indexOf(rule.getName(), rule.getStartCharacter())
                    + rule.getName().length();
            Matcher found = SALIENCE.matcher(text).region(afterName, rule.getEndCharacter());
            if (rule.getAttributes().containsKey("salience") && found.find()) {
                text.setCharAt(found.start(1), ' ');
                text.setCharAt(found.start(2), ' ');
            }
        }
        return text.replace(0, HEADER.indexOf(';'), "package " + packageOf(source.file()))
                .toString();
    }

    /** The same without some of its rules; lines stay what they are. */
    DrlFile without(Collection<RuleDescr> some) {
        StringBuilder text = new StringBuilder(source.text());
        for (RuleDescr rule : some) {
            for (int at = start(rule); at < end(rule); at++) {
                if (text.charAt(at) != '\n') {
                    text.setCharAt(at, ' ');
                }
            }
        }
        return parse(source.file(), text.toString());
    }

    /** What each rule is made of, by its name: equal for equal texts of a rule in a file of the same name. */
    SortedMap<String, String> ruleKeys() {
        SortedMap<String, String> keys = new TreeMap<>();
        rules.forEach(rule -> keys.put(
                rule.getName(), RuleUnit.key(source.file(), source.text().substring(start(rule), end(rule)))));
        return keys;
    }

    /** Where a rule begins in the author's text. */
    static int start(RuleDescr rule) {
        return offset(rule.getStartCharacter());
    }

    /** Where a rule ends, that is, behind its {@code end}. */
    int end(RuleDescr rule) {
        return Math.min(source.text().length(), offset(rule.getEndCharacter()));
    }

    /** The offset in the author's text for one in the compiled text. */
    static int offset(int compiled) {
        return Math.max(0, compiled - HEADER.length());
    }

    private static Problem problem(SourceText source, DroolsError error) {
        if (error instanceof ParserError at && at.getRow() > 0) {
            int column = at.getCol() + 1 - (at.getRow() == 1 ? HEADER.length() : 0);
            return ParserWords.problem(source, at.getRow(), Math.max(1, column), error.getMessage());
        }
        return ParserWords.problem(source, 1, 0, error.getMessage());
    }
}
