package dev.mitigauge.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The compiled rules of the shipped rule set: made by the build, put into the jar, and used when the rules that are loaded are those. */
public final class ShippedCode {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedCode.class);
    private static final String RESOURCE = "/compiled/shipped.rulecode";

    private ShippedCode() {}

    /** What it is of, once it was read: to learn that it is of something else, nobody need read megabytes. */
    private static volatile @Nullable Index known;

    private record Index(String key, Set<String> units) {}

    /** The code in this program, if it is of that key. */
    static Optional<RuleCode> find(String key) {
        @Nullable Index index = known;
        if (index != null && !index.key().equals(key)) {
            return Optional.empty();
        }
        Optional<RuleCode> code = read(key);
        code.ifPresent(each -> known = new Index(key, Set.copyOf(each.keys())));
        return code;
    }

    private static Optional<RuleCode> read(String key) {
        try (InputStream in = ShippedCode.class.getResourceAsStream(RESOURCE)) {
            return in == null ? Optional.empty() : Optional.of(CodeFile.code(key, in.readAllBytes()));
        } catch (IOException e) {
            LOG.debug("the compiled rules in this program are not used: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The code of one rule file in this program, by its key: of what ships and stands unchanged, nothing need be compiled. */
    static Optional<RuleUnit> unit(String key) {
        @Nullable Index index = known;
        if (index != null && !index.units().contains(key)) {
            return Optional.empty();
        }
        return any().flatMap(code ->
                code.units().stream().filter(unit -> unit.key().equals(key)).findFirst());
    }

    /** The code in this program, whatever rules are loaded. */
    static Optional<RuleCode> any() {
        @Nullable Index index = known;
        if (index != null) {
            return find(index.key());
        }
        try {
            return find(CodeKey.of(RuleSource.builtIn().texts(".drl")));
        } catch (IOException e) {
            LOG.debug("the compiled rules in this program are not used: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Part of the build: compiles a rules directory into a directory of classes and certifies it, unless that is done already.
     *
     * @param arguments the rules directory, and the directory of classes
     * @throws IOException if the rules can't be read, are wrong, or the file can't be written
     */
    public static void main(String[] arguments) throws IOException {
        RuleFiles rules = RuleFiles.read(Path.of(arguments[0]));
        compile(rules.texts(".drl"), arguments[0], Path.of(arguments[1] + RESOURCE));
        ShippedCertificate.make(rules, Path.of(arguments[1]));
    }

    private static void compile(SortedMap<String, String> texts, String directory, Path target) throws IOException {
        String key = CodeKey.of(texts);
        if (upToDate(target, key)) {
            return;
        }
        List<DrlFile> files = DrlFile.parse(texts);
        Annotations annotations = Annotations.of(files);
        RuleCompiler.Outcome outcome = RuleCompiler.compile(DrlFile.compilable(files));
        if (!outcome.messages().isEmpty() || !annotations.problems().isEmpty()) {
            // The tests tell what is wrong, better than a build step could; until then there is nothing to ship.
            LOG.warn("the rules in {} can't be compiled; run `rules check`", directory);
            Files.deleteIfExists(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        RuleCode code = new RuleCode(files.stream()
                .map(file -> RuleUnit.of(file, List.of(RuleLot.of(file, outcome.classes())), annotations.rules()))
                .toList());
        Files.write(target, CodeFile.bytes(key, code));
    }

    private static boolean upToDate(Path target, String key) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        try {
            CodeFile.code(key, Files.readAllBytes(target));
            return true;
        } catch (IOException e) {
            LOG.debug("compiled anew: {}", e.getMessage());
            return false;
        }
    }
}
