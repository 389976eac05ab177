package dev.mitigauge.assessment;

import dev.mitigauge.assessment.kept.Sha256;
import dev.mitigauge.facts.Waiver;
import dev.mitigauge.ingest.Input;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The digest of all that a request says, whatever form it came in: two with one digest ask for the same. Who asks is left out. */
public final class RequestDigest {

    private final MessageDigest digest = Sha256.begin();

    private RequestDigest() {}

    /** SHA-256 as 64 hexadecimal digits. */
    public static String of(AssessmentRequest request) {
        RequestDigest digest = new RequestDigest();
        digest.add(request);
        return HexFormat.of().formatHex(digest.digest.digest());
    }

    private void add(AssessmentRequest request) {
        count(request.documents().size());
        for (Input document : request.documents()) {
            part(document.name());
            part(document.content());
        }
        parts(request.deployment().entrySet().stream()
                .flatMap(value -> List.of(value.getKey(), value.getValue()).stream())
                .toList());
        part(Objects.toString(request.asOf(), null));
        part(request.profile());
        count(request.waivers().size());
        request.waivers().forEach(this::waiver);
        part(request.project());
        part(request.checkout());
        part(Objects.toString(request.nextActions(), null));
        asked(request.asked());
        tables(request.tables());
    }

    /** Nothing for none: digests of requests are kept with their keys, and most were made before there were tables. */
    private void tables(SortedMap<String, String> tables) {
        if (!tables.isEmpty()) {
            parts(tables.entrySet().stream()
                    .flatMap(table -> List.of(table.getKey(), table.getValue()).stream())
                    .toList());
        }
    }

    private void waiver(Waiver waiver) {
        part(waiver.id());
        part(waiver.rule());
        part(waiver.item());
        part(waiver.owner());
        part(waiver.reason());
        part(waiver.expires().toString());
    }

    private void asked(Asked asked) {
        part(asked.path() + " " + asked.worsens() + " " + new TreeSet<>(asked.why()));
        parts(asked.changes());
    }

    private void parts(List<String> texts) {
        count(texts.size());
        texts.forEach(this::part);
    }

    private void part(@Nullable String text) {
        if (text == null) {
            count(-1);
        } else {
            part(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** With its length, so that no part can lend bytes to the next. */
    private void part(byte[] bytes) {
        count(bytes.length);
        digest.update(bytes);
    }

    private void count(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
