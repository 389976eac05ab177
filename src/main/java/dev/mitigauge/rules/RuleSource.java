package dev.mitigauge.rules;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads rule sets: from a directory, or the one that ships with the product. */
public final class RuleSource {

    private final RulesSettings settings;
    private final CodeStore code;
    private final RuleMemory memory;
    private final @Nullable Certificates certificates;

    /** Keeps no compiled rules. */
    public RuleSource(RulesSettings settings) {
        this(settings, (Path) null);
    }

    /**
     * Keeps compiled rules in a directory, so that they are compiled once and not at each start.
     *
     * @param cache the directory, made if it is missing; what stands in it is run as code; null for none
     */
    public RuleSource(RulesSettings settings, @Nullable Path cache) {
        this(settings, CodeStore.of(cache));
    }

    RuleSource(RulesSettings settings, CodeStore code) {
        this(settings, code, new RuleMemory(), null);
    }

    private RuleSource(RulesSettings settings, CodeStore code, RuleMemory memory, @Nullable Certificates certificates) {
        this.settings = settings;
        this.code = code;
        this.memory = memory;
        this.certificates = certificates;
    }

    RuleMemory memory() {
        return memory;
    }

    /** The same, and what it loads passes what is asked of sets that become active: for those who let them. */
    public RuleSource certifying(Certificates asked) {
        return new RuleSource(settings, code, memory, asked);
    }

    /** The same for rules that are only tried: what is the same in those loaded here is used, but nothing of theirs is kept. */
    public RuleSource keepingNothing() {
        return new RuleSource(settings, CodeStore.of(null), memory.readOnly(), certificates);
    }

    /** As {@link #keepingNothing}, and without a certificate: for those who let nothing become active. */
    public RuleSource trying() {
        return new RuleSource(settings, CodeStore.of(null), memory.readOnly(), null);
    }

    /** The same, and what it loads passes its cases, too; for those who certify. */
    public RuleSource requiringCases() {
        return new RuleSource(settings, code, memory, certificates == null ? null : certificates.requiringCases());
    }

    /** The same; if it asks for certificates, what is stored is tried besides. */
    public RuleSource knowing(KnownFacts stored) {
        return new RuleSource(settings, code, memory, certificates == null ? null : certificates.knowing(stored));
    }

    /** The rule set of a directory. All that is wrong with it is told at once; this does not throw for a fault of the rules. */
    public LoadedRules load(Path directory) {
        if (!Files.isDirectory(directory)) {
            return unreadable(
                    directory.toString(), "no such rules directory", "name a directory that holds *.drl and tables/");
        }
        try {
            return load(RuleFiles.read(directory));
        } catch (IOException e) {
            return unreadable(directory.toString(), "can't be read: " + e.getMessage(), "check the permissions");
        }
    }

    /**
     * What is worth a look in the rules of a directory that can be used.
     *
     * @param directory the rules, null for those that ship inside the jar
     * @throws IOException if they can't be read
     */
    public static List<Problem> warnings(@Nullable Path directory) throws IOException {
        return RuleLints.warnings(directory == null ? builtIn() : RuleFiles.read(directory));
    }

    /** The rule set that ships inside the jar. */
    public LoadedRules loadBuiltIn() {
        try {
            return load(builtIn());
        } catch (IOException e) {
            return unreadable("rules", "can't be read: " + e.getMessage(), "check the permissions of the jar");
        }
    }

    /** As {@link #load(Path)}, and more: what keeps no rule from judging but that its author did not mean, in rules and cases. */
    public LoadedRules check(Path directory) {
        if (!Files.isDirectory(directory)) {
            return load(directory);
        }
        try {
            return check(RuleFiles.read(directory));
        } catch (IOException e) {
            return load(directory);
        }
    }

    /** As {@link #loadBuiltIn()}, and more, as {@link #check(Path)} does. */
    public LoadedRules checkBuiltIn() {
        try {
            return check(RuleFiles.readBuiltIn());
        } catch (IOException e) {
            return loadBuiltIn();
        }
    }

    /** What is known to be wrong already need not be tried on many inputs. */
    private LoadedRules check(RuleFiles files) {
        LoadedRules loaded = new RuleLoading(files, settings, code, memory, true).load();
        List<Problem> found = loaded instanceof LoadedRules.Rejected rejected ? rejected.problems() : List.of();
        List<Problem> all = Stream.concat(found.stream(), RuleChecks.problems(files).stream())
                .sorted(RuleLoading.BY_PLACE)
                .distinct()
                .toList();
        return all.isEmpty() ? certified(loaded, () -> true) : new LoadedRules.Rejected(all);
    }

    /** The rule set that these files make. */
    public LoadedRules load(RuleFiles files) {
        return load(files, () -> true);
    }

    /**
     * The same, for somebody who waits.
     *
     * @param inTime whether there is time left for cases and certificate; a set that could not be tried in time is rejected
     */
    public LoadedRules load(RuleFiles files, BooleanSupplier inTime) {
        return certified(compile(files), inTime);
    }

    /** The rule set that these files make, whether or not it may become active: for a look at what it would do. */
    public LoadedRules compile(RuleFiles files) {
        return new RuleLoading(files, settings, code, memory, false).load();
    }

    /**
     * What the cases of a set say against it, each at its place; nothing if nobody asks for certificates.
     *
     * @param inTime whether there is time left; that cases were left out is an objection
     */
    public List<Problem> objections(RuleSet rules, BooleanSupplier inTime) {
        return certificates == null ? List.of() : certificates.objections(rules, inTime);
    }

    /**
     * What stored assessments say against a set, nothing if nobody asks for certificates; empty if these can't be asked for now.
     *
     * @param inTime whether there is time left; what is left out is no objection
     */
    public Optional<List<Problem>> storedObjections(RuleSet rules, BooleanSupplier inTime) {
        return certificates == null ? Optional.of(List.of()) : certificates.storedObjections(rules, inTime);
    }

    private LoadedRules certified(LoadedRules loaded, BooleanSupplier inTime) {
        return certificates == null ? loaded : certificates.certified(loaded, inTime);
    }

    /**
     * Files of the rule set that ships with the product.
     *
     * @throws IOException if the jar can't be read
     */
    static RuleFiles builtIn() throws IOException {
        // A file, not the folder: jar tools may leave entries for folders out.
        URL table = RuleSource.class.getResource("/rules/tables/thresholds.csv");
        if (table == null) {
            throw new IOException("there are no rules on the class path");
        }
        URI uri = uri(table);
        if (!"jar".equals(uri.getScheme())) {
            return RuleFiles.read(Path.of(uri).resolve("../..").normalize());
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(jarOf(uri)), Map.of())) {
            return RuleFiles.read(jar.getPath("/rules"));
        }
    }

    private static URI jarOf(URI entry) {
        String inner = entry.getRawSchemeSpecificPart();
        return URI.create(inner.substring(0, inner.indexOf("!/")));
    }

    private static URI uri(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("no location: " + url, e);
        }
    }

    private static LoadedRules unreadable(String what, String message, String remedy) {
        return new LoadedRules.Rejected(List.of(new Problem(what, 0, 0, message, remedy, null)));
    }
}
