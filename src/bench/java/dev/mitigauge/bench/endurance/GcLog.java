package dev.mitigauge.bench.endurance;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the virtual machine writes of each collection of garbage, read on from where it was read last. */
final class GcLog {

    /** Of a while; what is left is in MiB, NaN if there was no collection. */
    record Window(int collections, double pauseMillis, double longestMillis, double left) {}

    /** Such as {@code GC(12) Pause Young (Allocation Failure) 90M->40M(256M) 5.123ms}. */
    private static final Pattern PAUSE = Pattern.compile("Pause .*? (\\d+)M->(\\d+)M\\(\\d+M\\) ([\\d.]+)ms");

    private final Path file;
    private long read;

    GcLog(Path file) {
        this.file = file;
    }

    /** What came since this was asked last; the least that was left is nearest to what is held. */
    Window take() throws IOException {
        int collections = 0;
        double pause = 0;
        double longest = 0;
        double left = Double.NaN;
        Matcher each = PAUSE.matcher(more());
        while (each.find()) {
            double millis = Double.parseDouble(each.group(3));
            double after = Double.parseDouble(each.group(2));
            collections++;
            pause += millis;
            longest = Math.max(longest, millis);
            left = Double.isNaN(left) ? after : Math.min(left, after);
        }
        return new Window(collections, pause, longest, left);
    }

    /** Whole lines alone. */
    private String more() throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) (opened.length() - read)];
            opened.seek(read);
            opened.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            read += whole.getBytes(StandardCharsets.UTF_8).length;
            return whole;
        }
    }
}
