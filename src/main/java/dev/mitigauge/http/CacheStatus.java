package dev.mitigauge.http;

/** The header {@code Cache-Status}, RFC 9211: says of an answer that its parts were known from an earlier request. */
final class CacheStatus {

    static final String NAME = "Cache-Status";

    private static final String HIT = "mitigauge; hit";

    private CacheStatus() {}

    static Reply on(Reply reply, boolean known) {
        return known ? reply.with(NAME, HIT) : reply;
    }
}
