package dev.mitigauge.assessment.kept;

import java.util.Arrays;
import java.util.Optional;

/** What the bearer of a token may do. */
public enum Role {
    ASSESS("assess"),
    READ("read"),
    PROJECTS_WRITE("projects:write"),
    RULES_WRITE("rules:write"),
    ADMIN("admin");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** As people write it, such as {@code rules:write}. */
    public String word() {
        return word;
    }

    /** The role that people write so. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
