package dev.mitigauge.rules;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * A mark of the classes that compiled rules were made against and by. Equal for a jar and for the directory that it was packed from. It
 * tells one build from another and proves nothing about who made it.
 */
final class ProductClasses {

    private static final List<String> PACKAGES =
            List.of("dev/mitigauge/facts/", "dev/mitigauge/findings/", "dev/mitigauge/rules/");

    /** Of a program that runs, only a mark made before its jar is replaced is of the classes that it runs. */
    private static volatile @Nullable String known;

    private ProductClasses() {}

    /**
     * Names and checksums of the classes, one a line.
     *
     * @throws IOException if this program's own files can't be read
     */
    static String mark() throws IOException {
        @Nullable String mark = known;
        if (mark == null) {
            mark = read();
            known = mark;
        }
        return mark;
    }

    private static String read() throws IOException {
        Path home = home();
        SortedMap<String, Long> sums = Files.isDirectory(home) ? inDirectory(home) : inJar(home);
        StringBuilder mark = new StringBuilder(sums.size() * 64);
        for (Map.Entry<String, Long> sum : sums.entrySet()) {
            mark.append(sum.getKey()).append(' ').append(sum.getValue()).append('\n');
        }
        return mark.toString();
    }

    private static Path home() throws IOException {
        @Nullable CodeSource source = ProductClasses.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("this program stands in no file");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("no location: " + source.getLocation(), e);
        }
    }

    /** The jar's own checksums: its classes need not be unpacked for this. */
    private static SortedMap<String, Long> inJar(Path jar) throws IOException {
        SortedMap<String, Long> sums = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                if (matters(entry.getName())) {
                    sums.put(entry.getName(), entry.getCrc());
                }
            }
        }
        return sums;
    }

    private static SortedMap<String, Long> inDirectory(Path directory) throws IOException {
        SortedMap<String, Long> sums = new TreeMap<>();
        for (String each : PACKAGES) {
            try (Stream<Path> files = Files.walk(directory.resolve(each))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    String name = directory
                            .relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "/");
                    if (matters(name)) {
                        CRC32 sum = new CRC32();
                        sum.update(Files.readAllBytes(file));
                        sums.put(name, sum.getValue());
                    }
                }
            }
        }
        return sums;
    }

    private static boolean matters(String name) {
        return name.endsWith(".class") && PACKAGES.stream().anyMatch(name::startsWith);
    }
}
