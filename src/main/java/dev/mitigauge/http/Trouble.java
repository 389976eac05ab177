package dev.mitigauge.http;

import java.util.Locale;

/** Kinds of problems that the service answers with. */
enum Trouble {
    MALFORMED(400, "The request can't be parsed"),
    UNAUTHORIZED(401, "The request does not say who sends it"),
    FORBIDDEN(403, "The request is not allowed"),
    NOT_FOUND(404, "There is nothing at this path"),
    METHOD_NOT_ALLOWED(405, "The path does not know this method"),
    NOT_ACCEPTABLE(406, "There is no answer in the form asked for"),
    SLOW_REQUEST(408, "The request did not arrive in time"),
    CONFLICT(409, "Something has changed meanwhile"),
    PRECONDITION_FAILED(412, "It is not as the request expects it to be"),
    TOO_LARGE(413, "The request is too large"),
    URI_TOO_LONG(414, "The address of the request is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The form of the body is not understood"),
    INVALID_REQUEST(422, "The request makes no sense"),
    INVALID_TABLE(422, "The table can't be used"),
    INVALID_RULES(422, "The rule set can't be used"),
    CONTRACT(422, "The contract forbids the request"),
    KEY_TAKEN(422, "The idempotency key belongs to another request"),
    UNREADABLE_DOCUMENT(422, "A document can't be read"),
    CONDITION_REQUIRED(428, "The request must say what it expects to find"),
    RATE_LIMITED(429, "There were too many requests"),
    HEADERS_TOO_LARGE(431, "The headers of the request are too large"),
    RULE_FAILURE(500, "A rule failed"),
    INTERNAL(500, "The service failed"),
    AWAY(503, "The store can't be used now"),
    ISSUER_AWAY(503, "Who calls can't be checked now"),
    BUSY(503, "The service is busy"),
    OVERLOADED(503, "The service is asked for more than it can answer"),
    TIMEOUT(503, "The answer took too long");

    private final int status;
    private final String title;

    Trouble(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** The identifier that clients compare: RFC 9457 {@code type}. */
    String type() {
        return "urn:mitigauge:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word that metrics count it under. */
    String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
