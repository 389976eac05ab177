package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.Role;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One path with one method.
 *
 * @param method of the request; what answers to GET answers to HEAD
 * @param path as it stands in the contract
 * @param role that callers need, null for none
 * @param handler answers the exchange, at once or later
 * @param reader says what is wrong with a request better than the contract does
 */
record Route(
        HttpMethod method,
        String path,
        @Nullable Role role,
        BiConsumer<Vertx, Exchange> handler,
        RequestReader reader) {

    /** A route whose handler says what is wrong with a request before its body comes, or has nothing to add to the contract. */
    Route(HttpMethod method, String path, @Nullable Role role, BiConsumer<Vertx, Exchange> handler) {
        this(method, path, role, handler, RequestReader.NONE);
    }

    /** The path as the router wants it. */
    String pattern() {
        return path.replaceAll("\\{(\\w+)}", ":$1");
    }

    /** Whether a path is one of those that it stands for. */
    boolean answers(String asked) {
        return asked.matches(path.replaceAll("\\{\\w+}", "[^/]+"));
    }
}
