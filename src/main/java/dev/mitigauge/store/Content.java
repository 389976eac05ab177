package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * Bytes that are kept once, by their digest, and compressed: prose and JSON shrink to a fifth, and SQLite compresses nothing by itself.
 *
 * @param sha256 of the bytes
 * @param size of the bytes before they were compressed
 * @param deflated the bytes, compressed
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Content(String sha256, int size, byte[] deflated) {

    /** Whether nobody needs a row {@code c} of the contents. */
    static final String UNUSED = " not exists (select 1 from assessment_document d where d.sha256 = c.sha256)"
            + " and not exists (select 1 from rule_file f where f.sha256 = c.sha256)";

    static Content of(byte[] bytes) {
        return new Content(Sha256.hex(bytes), bytes.length, deflate(bytes));
    }

    /** Keeps what is not kept yet, in the order of digests: two who keep the same in different orders would wait for each other. */
    static void keep(Session session, Collection<Content> contents) {
        contents.stream()
                .sorted(Comparator.comparing(Content::sha256))
                .forEach(content -> session.change(
                        "insert into content (sha256, size, deflated) values (?, ?, ?) on conflict do nothing",
                        content.sha256(),
                        content.size(),
                        content.deflated()));
    }

    /** Removes those of the digests that nobody needs, under the lock; how many there were. */
    static int removeUnused(Session session, List<String> digests) {
        return digests.stream()
                .mapToInt(digest -> session.change("delete from content as c where c.sha256 = ? and" + UNUSED, digest))
                .sum();
    }

    static Optional<byte[]> find(Session session, String sha256) {
        return session.row(
                "select size, deflated from content where sha256 = ?",
                row -> inflate(row.bytes("deflated"), row.integer("size")),
                sha256);
    }

    static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't be written to", e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    /** Never more than the given size, whatever the bytes say. */
    static byte[] inflate(byte[] deflated, int size) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            byte[] bytes = new byte[size];
            int length = inflater.inflate(bytes);
            if (length != size) {
                throw new IllegalStateException("the store holds " + length + " bytes instead of " + size);
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IllegalStateException("the store holds bytes that can't be expanded", e);
        } finally {
            inflater.end();
        }
    }
}
