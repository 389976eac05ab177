package dev.mitigauge.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a rule set at one moment: {@code *.drl}, {@code *.cases.yaml} and {@code tables/*.csv}, by name below the rules directory,
 * with forward slashes. Everything else in the directory is none of its business.
 */
public final class RuleFiles {

    /** A set of none. */
    static final RuleFiles NONE = of(Map.of());

    /** Letters, digits, blanks, dots, dashes and underscores: what every file system and every archive bears. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]{0,99}");

    private final SortedMap<String, byte[]> files;

    RuleFiles(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /**
     * Reads a directory.
     *
     * @throws IOException if it or one of its files can't be read
     */
    public static RuleFiles read(Path directory) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory, 2, FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = directory
                        .relativize(path)
                        .toString()
                        .replace(path.getFileSystem().getSeparator(), "/");
                if (matters(name)) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        } catch (UncheckedIOException e) {
            // What goes away while the directory is walked through.
            throw e.getCause();
        }
        return new RuleFiles(files);
    }

    /**
     * The files of the rule set that ships with the product.
     *
     * @throws IOException if the jar can't be read
     */
    public static RuleFiles readBuiltIn() throws IOException {
        return RuleSource.builtIn();
    }

    /**
     * Of files that were kept elsewhere; what could not be part of a rule set is left out, as in a directory.
     *
     * @param files bytes by name; not copied
     */
    public static RuleFiles ofBytes(Map<String, byte[]> files) {
        SortedMap<String, byte[]> matter = new TreeMap<>(files);
        matter.keySet().removeIf(name -> !matters(name));
        return new RuleFiles(matter);
    }

    /** Of texts, for rules that stand in no directory. */
    static RuleFiles of(Map<String, String> texts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new RuleFiles(files);
    }

    private static boolean matters(String name) {
        return name.startsWith("tables/")
                ? name.endsWith(".csv")
                : !name.contains("/") && (name.endsWith(".drl") || name.endsWith(".cases.yaml"));
    }

    /** Whether a file of that name would be part of a rule set, and could be written below its directory and nowhere else. */
    public static boolean isName(String name) {
        String plain = name.startsWith("tables/") ? name.substring("tables/".length()) : name;
        return matters(name) && PLAIN.matcher(plain).matches();
    }

    /** Names of all files, sorted. */
    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
    }

    /**
     * The same with some files changed.
     *
     * @param changes texts by file name, to be added or to stand instead of what is there; null for a file that is to go
     */
    public RuleFiles with(Map<String, ? extends @Nullable String> changes) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changes.forEach((name, text) -> {
            if (text == null) {
                changed.remove(name);
            } else {
                changed.put(name, text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return new RuleFiles(changed);
    }

    /** The files themselves, by name; the bytes are not copied. */
    public SortedMap<String, byte[]> bytes() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** Texts of the files with that ending, by name. */
    SortedMap<String, String> texts(String ending) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((name, bytes) -> {
            if (name.endsWith(ending)) {
                texts.put(name, FileText.of(bytes));
            }
        });
        return texts;
    }

    /** Files that are no text. */
    List<Problem> problems() {
        return files.entrySet().stream()
                .flatMap(file -> FileText.problem(file.getKey(), file.getValue()).stream())
                .toList();
    }

    /** {@code sha256:} over names, lengths and bytes, in order of names. */
    public String digest() {
        MessageDigest digest = sha256();
        files.forEach((name, bytes) -> {
            digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** The one digest of this product. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
