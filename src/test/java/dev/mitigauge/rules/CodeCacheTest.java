package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class CodeCacheTest {

    private static final String KEY = "0".repeat(64);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path parent;

    @Test
    void shouldFindWhatItKept() throws IOException {
        CodeCache cache = cache();

        cache.keep(KEY, code());

        assertThat(cache.find(KEY)).isPresent();
        assertThat(CodeFile.bytes(KEY, cache.find(KEY).orElseThrow())).isEqualTo(CodeFile.bytes(KEY, code()));
        assertThat(cache.find("1".repeat(64))).isEmpty();
    }

    @Test
    void shouldMakeTheDirectoryForItsOwnerAlone() throws IOException {
        cache().keep(KEY, code());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry(KEY))))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldIgnoreADirectoryThatOthersCanWriteTo() throws IOException {
        CodeCache cache = cache();
        cache.keep(KEY, code());
        Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("rwxrwx---"));

        assertThat(cache.find(KEY)).isEmpty();
        cache.keep("1".repeat(64), code());
        assertThat(entry("1".repeat(64))).doesNotExist();
    }

    @Test
    void shouldIgnoreWhatIsCutOffChangedOrOfAnotherKey() throws IOException {
        CodeCache cache = cache();
        cache.keep(KEY, code());
        byte[] whole = Files.readAllBytes(entry(KEY));
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;

        for (byte[] bytes : List.of(
                new byte[0],
                java.util.Arrays.copyOf(whole, whole.length - 1),
                changed,
                CodeFile.bytes("1".repeat(64), code()))) {
            Files.write(entry(KEY), bytes);
            assertThat(cache.find(KEY)).isEmpty();
        }
        Files.write(entry(KEY), whole);
        assertThat(cache.find(KEY)).isPresent();
    }

    @Test
    void shouldNotUseAClassThatSomebodyForgedTogetherWithTheSum() throws IOException {
        SortedMap<String, String> texts = RuleFiles.read(Path.of("rules")).texts(".drl");
        texts.merge("claims.drl", "\n", String::concat);
        CodeStore store = CodeStore.of(directory());
        RuleUnit last = code().units().get(code().units().size() - 1);

        cache().keep(CodeKey.of(texts), code());
        assertThat(store.find(texts)).isPresent();
        cache().keep(CodeKey.of(texts), new RuleCode(List.of(last, forged(last))));

        assertThat(store.find(texts)).isEmpty();
    }

    /** The first class ends the process. */
    private static RuleUnit forged(RuleUnit unit) {
        RuleLot lot = unit.lots().get(0);
        SortedMap<String, byte[]> classes = new TreeMap<>(lot.compiled().classes());
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V17, Opcodes.ACC_PUBLIC, classes.firstKey().replace('.', '/'), null, "java/lang/Object", null);
        MethodVisitor start = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        start.visitCode();
        start.visitInsn(Opcodes.ICONST_0);
        start.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/System", "exit", "(I)V", false);
        start.visitInsn(Opcodes.RETURN);
        start.visitMaxs(0, 0);
        writer.visitEnd();
        classes.put(classes.firstKey(), writer.toByteArray());
        CompiledRules changed = new CompiledRules(classes, lot.compiled().models());
        return new RuleUnit(unit.key(), List.of(new RuleLot(lot.key(), changed, lot.rules())), unit.rules());
    }

    @Test
    void shouldForgetWhatWasNotUsedForLongest() throws IOException {
        CodeCache cache = cache();
        for (int i = 0; i < OwnFolder.ENTRIES; i++) {
            cache.keep(key(i), code());
            Files.setLastModifiedTime(entry(key(i)), FileTime.fromMillis(1_000L * (i + 1)));
        }
        cache.find(key(0));

        cache.keep(KEY, code());

        assertThat(entry(key(0))).exists();
        assertThat(entry(key(1))).doesNotExist();
        try (Stream<Path> files = Files.list(directory())) {
            assertThat(files).hasSize(OwnFolder.ENTRIES);
        }
    }

    @Test
    void shouldDoWithoutADirectoryThatCannotBeMade() throws IOException {
        Files.writeString(parent.resolve("file"), "");
        CodeCache cache = new CodeCache(parent.resolve("file/below"));

        cache.keep(KEY, code());

        assertThat(cache.find(KEY)).isEmpty();
    }

    private CodeCache cache() {
        return new CodeCache(directory());
    }

    private Path directory() {
        return parent.resolve("made/for/it");
    }

    private Path entry(String key) {
        return directory().resolve(key + ".rulecode");
    }

    private static String key(int number) {
        return Integer.toHexString(number + 10).repeat(64).substring(0, 64);
    }

    /** The code that the build put beside the classes. */
    private static RuleCode code() throws IOException {
        return ShippedCode.find(CodeKey.of(RuleFiles.read(Path.of("rules")).texts(".drl")))
                .orElseThrow();
    }
}
