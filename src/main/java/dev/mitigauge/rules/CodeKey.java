package dev.mitigauge.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SortedMap;
import org.drools.modelcompiler.KieBaseBuilder;

/**
 * What compiled rules depend on, and nothing else: the texts of the rule files, the engine, and the classes of this program that rules
 * see or that compile them. Tables are not among it, so a changed number compiles nothing.
 */
final class CodeKey {

    /** Counted up with the form of {@link CodeFile}. */
    private static final String FORM = "4";

    private CodeKey() {}

    /**
     * 64 hexadecimal digits.
     *
     * @param texts of the rule files, by name
     * @throws IOException if this program's own files can't be read
     */
    static String of(SortedMap<String, String> texts) throws IOException {
        StringBuilder all = new StringBuilder()
                .append(FORM)
                .append('\n')
                .append(engine())
                .append('\n')
                .append(ProductClasses.mark());
        texts.forEach((name, text) ->
                all.append(name).append('\n').append(text.length()).append('\n').append(text));
        return HexFormat.of().formatHex(RuleFiles.sha256().digest(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String engine() {
        return String.valueOf(KieBaseBuilder.class.getPackage().getImplementationVersion());
    }
}
