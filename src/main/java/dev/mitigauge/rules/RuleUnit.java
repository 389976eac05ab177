package dev.mitigauge.rules;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * All that one rule file comes to. No rule asks another file for anything, so a file is compiled by itself and stays what it is while
 * others change.
 *
 * @param key what it was made of, see {@link #key}
 * @param compiled its classes, not loaded yet
 * @param rules what its rules say of themselves
 */
record RuleUnit(String key, CompiledRules compiled, List<RuleInfo> rules) {

    RuleUnit {
        rules = List.copyOf(rules);
    }

    /** The unit of a file, out of all classes that were compiled together with it. */
    static RuleUnit of(SourceText file, CompiledRules compiled, List<RuleInfo> rules) {
        return new RuleUnit(
                key(file.file(), file.text()),
                compiled.in(DrlFile.packageOf(file.file())),
                rules.stream().filter(rule -> rule.file().equals(file.file())).toList());
    }

    /** 64 hexadecimal digits: equal for equal texts of the same name, and for no others. */
    static String key(String name, String text) {
        byte[] all = (name.length() + "\n" + name + text).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(RuleFiles.sha256().digest(all));
    }
}
