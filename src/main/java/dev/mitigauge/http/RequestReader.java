package dev.mitigauge.http;

import java.util.Optional;

/** Reads a request without doing what it asks for: what it finds is told with the line, the nearest name and a remedy. */
interface RequestReader {

    /** Finds nothing. */
    RequestReader NONE = (exchange, body) -> Optional.empty();

    /** What is wrong with the request, on whatever thread; empty if it makes sense. */
    Optional<Problem> problem(Exchange exchange, byte[] body);

    /** One that looks at the body alone. */
    static RequestReader of(BodyReader reader) {
        return (exchange, body) -> reader.read(body).problem();
    }

    /** Reads a body. */
    interface BodyReader {
        Decoded read(byte[] body);
    }
}
