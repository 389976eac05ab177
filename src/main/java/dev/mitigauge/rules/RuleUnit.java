package dev.mitigauge.rules;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * All that one rule file comes to. No rule asks another file for anything, so a file is compiled by itself and stays what it is while
 * others change.
 *
 * @param key what it was made of, see {@link #key}
 * @param lots its compiled rules; each of its rules counts in exactly one of them
 * @param rules what its rules say of themselves, in the order of the file
 */
record RuleUnit(String key, List<RuleLot> lots, List<RuleInfo> rules) {

    RuleUnit {
        lots = List.copyOf(lots);
        rules = List.copyOf(rules);
    }

    /** The unit of a file. */
    static RuleUnit of(DrlFile file, List<RuleLot> lots, List<RuleInfo> rules) {
        SourceText source = file.source();
        return new RuleUnit(
                key(source.file(), source.text()),
                lots,
                rules.stream().filter(rule -> rule.file().equals(source.file())).toList());
    }

    /** What of it is good for that version of the file: compiled rules that stand there as they did. */
    List<RuleLot> lots(DrlFile version) {
        return lots.stream()
                .map(lot -> lot.within(version.ruleKeys()))
                .filter(lot -> !lot.rules().isEmpty())
                .toList();
    }

    /** Name of the file; no file is without a rule. */
    String file() {
        return rules.get(0).file();
    }

    /** 64 hexadecimal digits: equal for equal texts of the same name, and for no others. */
    static String key(String name, String text) {
        byte[] all = (name.length() + "\n" + name + text).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(RuleFiles.sha256().digest(all));
    }
}
