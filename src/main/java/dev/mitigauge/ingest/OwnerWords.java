package dev.mitigauge.ingest;

import dev.mitigauge.facts.OwnerKind;

/** The words that tell persons, teams and what stands in their place apart. Filled first, then left alone. */
final class OwnerWords {

    private final Phrases<OwnerKind> whole = new Phrases<>();
    private final Phrases<OwnerKind> beginnings = new Phrases<>();
    private final Phrases<OwnerKind> anywhere = new Phrases<>();

    /** @param beginning whether a placeholder is one whatever follows: "someone from operations" */
    void put(String word, OwnerKind kind, boolean beginning) {
        Phrases<OwnerKind> to = kind != OwnerKind.PLACEHOLDER ? anywhere : beginning ? beginnings : whole;
        to.put(word, kind);
    }

    boolean placeholder(String name) {
        return whole.whole(name) != null || beginnings.at(name, firstLetter(name)) != null;
    }

    private static int firstLetter(String name) {
        int at = 0;
        while (at < name.length() - 1 && !Character.isLetterOrDigit(name.charAt(at))) {
            at++;
        }
        return at;
    }

    /** A role has one holder, whatever it is the role of: "platform lead". {@code @acme/edge} is a team, {@code @ada} is somebody. */
    OwnerKind kind(String name) {
        if (name.startsWith("@") && name.indexOf('/') > 0) {
            return OwnerKind.TEAM;
        }
        OwnerKind kind = OwnerKind.PERSON;
        for (Phrases.Found<OwnerKind> found : anywhere.all(name)) {
            if (found.value() == OwnerKind.PERSON) {
                return OwnerKind.PERSON;
            }
            kind = found.value();
        }
        return kind;
    }
}
