package dev.mitigauge.ingest;

/**
 * A document as it came.
 *
 * @param name as the caller gave it
 * @param content its bytes; not copied, so the caller must leave them alone
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; copying megabytes for a record's sake would be waste
public record Input(String name, byte[] content) {}
