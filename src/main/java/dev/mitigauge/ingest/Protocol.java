package dev.mitigauge.ingest;

import org.jspecify.annotations.Nullable;

/** By which protocol a register says that it is kept. */
final class Protocol {

    private Protocol() {}

    /** The protocol that the introduction names, by its capitals: "per Two-Phase Completion Protocol"; "template" if it shows one. */
    static @Nullable String of(Drafts drafts) {
        String text = Plain.of(drafts.introduction.toString()).text();
        int at = text.indexOf(" Protocol");
        if (at < 0) {
            return drafts.hasTemplate ? "template" : null;
        }
        int start = at;
        while (start > 0) {
            int word = text.lastIndexOf(' ', start - 1) + 1;
            if (word >= start || !Character.isUpperCase(text.charAt(word))) {
                break;
            }
            start = word;
            if (word == 0) {
                break;
            }
            start = word - 1;
        }
        return text.substring(Math.min(start, at), at + 9).strip();
    }
}
