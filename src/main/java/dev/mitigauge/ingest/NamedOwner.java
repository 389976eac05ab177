package dev.mitigauge.ingest;

import dev.mitigauge.facts.OwnerKind;
import org.jspecify.annotations.Nullable;

/**
 * What stands where an owner should be named.
 *
 * @param name who, null if nobody is
 * @param kind who that is, or what stands in their place
 */
record NamedOwner(@Nullable String name, OwnerKind kind) {

    private static final NamedOwner NOBODY = new NamedOwner(null, OwnerKind.NONE);
    private static final NamedOwner PLACEHOLDER = new NamedOwner(null, OwnerKind.PLACEHOLDER);

    static NamedOwner of(@Nullable String text, Vocabulary words) {
        if (text == null || text.isBlank()) {
            return NOBODY;
        }
        String name = text.strip();
        return isPlaceholder(name, words) || words.owners.placeholder(name)
                ? PLACEHOLDER
                : new NamedOwner(name, words.owners.kind(name));
    }

    /** A blank of a form, a dash or a word of state such as "open" is no answer, whatever was asked. */
    static boolean isPlaceholder(String text, Vocabulary words) {
        return text.length() < 2
                || text.startsWith("<")
                || text.startsWith("[")
                || text.chars().noneMatch(Character::isLetter)
                || words.states.whole(text) != null;
    }
}
