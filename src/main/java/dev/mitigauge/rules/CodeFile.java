package dev.mitigauge.rules;

import dev.mitigauge.findings.Level;
import dev.mitigauge.findings.RuleText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compiled rules as bytes: a SHA-256, then all that it is over. Equal code gives equal bytes. The sum finds what broke on the way; it does
 * not tell who wrote the file.
 */
final class CodeFile {

    private static final int SUM = 32;
    private static final String NAME = "mitigauge compiled rules";
    private static final int CLASS_FILE = 0xCAFEBABE;

    /** What is not a class file of a plausible length was not written by {@link #bytes}. */
    private static final int LONGEST = 64 << 20;

    private CodeFile() {}

    static byte[] bytes(String key, RuleCode code) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(1 << 20);
        try (DataOutputStream out = new DataOutputStream(content)) {
            text(out, NAME);
            text(out, key);
            out.writeInt(code.units().size());
            for (RuleUnit unit : code.units()) {
                unit(out, unit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        byte[] sum = RuleFiles.sha256().digest(content.toByteArray());
        return ByteBuffer.allocate(SUM + content.size())
                .put(sum)
                .put(content.toByteArray())
                .array();
    }

    /** @throws IOException if these are not the bytes of such code, with the reason */
    static RuleCode code(String key, byte[] bytes) throws IOException {
        if (bytes.length < SUM) {
            throw new IOException("it is cut off");
        }
        MessageDigest digest = RuleFiles.sha256();
        digest.update(bytes, SUM, bytes.length - SUM);
        if (!MessageDigest.isEqual(digest.digest(), Arrays.copyOf(bytes, SUM))) {
            throw new IOException("its checksum is wrong");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, SUM, bytes.length - SUM))) {
            if (!text(in).equals(NAME)) {
                throw new IOException("it holds something else");
            }
            if (!text(in).equals(key)) {
                throw new IOException("it belongs to other rules or to another version");
            }
            return code(in);
        }
    }

    private static RuleCode code(DataInputStream in) throws IOException {
        List<RuleUnit> units = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            units.add(unit(in));
        }
        return new RuleCode(units);
    }

    private static void unit(DataOutputStream out, RuleUnit unit) throws IOException {
        text(out, unit.key());
        out.writeInt(unit.rules().size());
        for (RuleInfo rule : unit.rules()) {
            rule(out, rule);
        }
        out.writeInt(unit.lots().size());
        for (RuleLot lot : unit.lots()) {
            lot(out, lot);
        }
    }

    private static void lot(DataOutputStream out, RuleLot lot) throws IOException {
        text(out, lot.key());
        out.writeInt(lot.rules().size());
        for (Map.Entry<String, String> rule : lot.rules().entrySet()) {
            text(out, rule.getKey());
            text(out, rule.getValue());
        }
        out.writeInt(lot.compiled().models().size());
        for (String model : lot.compiled().models()) {
            text(out, model);
        }
        out.writeInt(lot.compiled().classes().size());
        for (Map.Entry<String, byte[]> each : lot.compiled().classes().entrySet()) {
            text(out, each.getKey());
            block(out, each.getValue());
        }
    }

    private static RuleUnit unit(DataInputStream in) throws IOException {
        String key = text(in);
        List<RuleInfo> rules = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            rules.add(rule(in));
        }
        List<RuleLot> lots = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            lots.add(lot(in));
        }
        return new RuleUnit(key, lots, rules);
    }

    private static RuleLot lot(DataInputStream in) throws IOException {
        String key = text(in);
        SortedMap<String, String> rules = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            rules.put(text(in), text(in));
        }
        List<String> models = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            models.add(text(in));
        }
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            classes.put(text(in), classFile(block(in)));
        }
        return new RuleLot(key, new CompiledRules(classes, models), rules);
    }

    /** Refuses what a newer Java made. */
    private static byte[] classFile(byte[] bytes) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(bytes);
        if (bytes.length < 8 || head.getInt(0) != CLASS_FILE) {
            throw new IOException("it holds something else than classes");
        }
        int newest = Runtime.version().feature() + 44;
        if (head.getShort(6) > newest) {
            throw new IOException("it was made by a newer Java");
        }
        return bytes;
    }

    private static void rule(DataOutputStream out, RuleInfo rule) throws IOException {
        text(out, rule.name());
        text(out, rule.text().id());
        text(out, rule.text().title());
        text(out, rule.text().level().name());
        text(out, rule.text().why());
        text(out, rule.text().remedy());
        out.writeBoolean(rule.finds());
        text(out, rule.file());
        out.writeInt(rule.line());
        text(out, rule.from() == null ? "" : rule.from().toString());
    }

    private static RuleInfo rule(DataInputStream in) throws IOException {
        String name = text(in);
        RuleText says = new RuleText(text(in), text(in), Level.valueOf(text(in)), text(in), text(in));
        return new RuleInfo(name, says, in.readBoolean(), text(in), in.readInt(), day(text(in)));
    }

    private static @Nullable LocalDate day(String text) throws IOException {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IOException("it names an impossible day", e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        block(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(block(in), StandardCharsets.UTF_8);
    }

    private static void block(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] block(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("it names an impossible length");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("it is cut off");
        }
        return bytes;
    }
}
