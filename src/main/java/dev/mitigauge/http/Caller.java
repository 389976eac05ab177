package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.Token;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param name of the token, or an address
 * @param token what was shown, null for nothing
 */
record Caller(String name, @Nullable Token token) {

    /** Whether it may do what takes that role; who showed nothing may if nothing had to be shown. */
    boolean may(Role role) {
        return token == null || token.roles().contains(role) || token.roles().contains(Role.ADMIN);
    }

    /** Whether it may do something with a project; who showed nothing may if nothing had to be shown. */
    boolean covers(String project) {
        return token == null || token.covers(project);
    }
}
