package dev.mitigauge.ingest;

import dev.mitigauge.facts.WrittenState;
import org.jspecify.annotations.Nullable;

/** State and words that the title of an entry gives, be it a heading or a cell. */
final class EntryTitle {

    private final Vocabulary words;

    EntryTitle(Vocabulary words) {
        this.words = words;
    }

    /** What a heading says in front of its words or behind them; null if it says nothing. */
    @Nullable
    WrittenState state(Plain plain) {
        Lead lead = Lead.of(plain, words);
        if (HeadingReader.isDotted(plain.text())) {
            return behindDot(plain.text().strip(), lead);
        }
        WrittenState leading = lead.state() != null ? lead.state() : Lead.behindNumber(plain.text(), words);
        return leading != null ? leading : lead.trailing();
    }

    /** "Landscape view 🟢": a dot at the end rates the entry, as one in front does. */
    private @Nullable WrittenState behindDot(String text, Lead lead) {
        int last = text.codePointBefore(text.length());
        int end = text.length() - Character.charCount(last);
        return HeadingReader.isDot(last) ? Trailing.state(text.substring(0, end), words) : lead.trailing();
    }

    /** The same of a cell, where bold words may tell it, too. */
    @Nullable
    WrittenState cellState(String cell, Lead lead) {
        if (lead.state() != null) {
            return lead.state();
        }
        WrittenState bold = Trailing.bold(cell, words);
        return bold == null ? lead.trailing() : bold;
    }

    /** The words, even if they are struck through. */
    static String unstruck(Plain plain) {
        return plain.isStruck() && plain.struck().length() > 3
                ? Plain.of(plain.struck()).text()
                : plain.text();
    }
}
