package dev.mitigauge.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a request that came as a form, RFC 7578: each part with a file name is a document, the others are context. The body is in memory and
 * bounded, so it is cut at its boundaries once, in linear time, and nothing is written to disk.
 */
final class MultipartBody {

    private static final int MOST_PARTS = 1_000;
    private static final int BOUNDARY_CHARACTERS = 70;
    private static final int FIELD_BYTES = 4_096;
    private static final String DISPOSITION = "Content-Disposition:";
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};
    private static final List<String> FIELDS = List.of("profile", "project", "asOf", "nextActions", "deployment.…");

    private final byte[] body;
    private final byte[] delimiter;
    private final RequestDraft draft = new RequestDraft();
    private final FormFields fields = new FormFields(draft);

    private MultipartBody(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    static Decoded decode(HeaderValue contentType, byte[] body) {
        String boundary = contentType.parameter("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > BOUNDARY_CHARACTERS) {
            return malformed("the content type names no boundary of 1 to " + BOUNDARY_CHARACTERS + " characters");
        }
        return new MultipartBody(body, boundary).read();
    }

    private Decoded read() {
        // The first delimiter may stand at the very start, without the line break that belongs to the others.
        int at = startsWith(0, 2) ? delimiter.length - 2 : after(find(delimiter, 0, body.length));
        int parts = 0;
        while (at >= 0 && !dashes(at)) {
            int headers = lineEnd(at);
            int end = headers < 0 ? -1 : find(delimiter, headers, body.length);
            if (end < 0) {
                return malformed("the form breaks off in part " + (parts + 1));
            }
            if (++parts > MOST_PARTS) {
                return malformed("the form has more than " + MOST_PARTS + " parts");
            }
            part(headers, end, parts);
            at = after(end);
        }
        return at < 0 ? malformed("the form does not start with its boundary") : draft.finish();
    }

    /** A part from the line break before its headers to the one before the next delimiter. */
    private void part(int start, int end, int number) {
        int blank = find(BLANK_LINE, start, end);
        if (blank < 0) {
            draft.fault(Fault.inField("part " + number, "has no end of its headers", "put an empty line behind them"));
            return;
        }
        HeaderValue disposition = disposition(start, blank);
        byte[] content = Arrays.copyOfRange(body, blank + BLANK_LINE.length, end);
        String file = disposition.fileName();
        String name = disposition.parameter("name");
        if (file != null) {
            document(name == null ? "part " + number : name, file, content);
        } else if (name == null) {
            draft.fault(Fault.inField(
                    "part " + number, "has neither a name nor a file name", "name it in its Content-Disposition"));
        } else if (content.length > FIELD_BYTES) {
            draft.fault(Fault.inField(
                    name,
                    "the field has " + content.length + " bytes",
                    "give it a file name if it is a document; a field has at most " + FIELD_BYTES + " bytes"));
        } else {
            fields.take(name, new String(content, StandardCharsets.UTF_8), FIELDS);
        }
    }

    private void document(String field, String file, byte[] content) {
        // What a browser sends for a file input in which nothing was chosen.
        boolean nothingChosen = file.isEmpty() && content.length == 0;
        if (!nothingChosen) {
            draft.document(field, file, content);
        }
    }

    private HeaderValue disposition(int start, int end) {
        return new String(body, start, end - start, StandardCharsets.UTF_8)
                .lines()
                .filter(header -> header.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length()))
                .map(header -> HeaderValue.parse(header.substring(DISPOSITION.length())))
                .findFirst()
                .orElseGet(() -> HeaderValue.parse(""));
    }

    /** Where the line of a delimiter ends, -1 if anything but blanks stands behind it. */
    private int lineEnd(int at) {
        int i = at;
        while (i < body.length && (body[i] == ' ' || body[i] == '\t')) {
            i++;
        }
        return i + 1 < body.length && body[i] == '\r' && body[i + 1] == '\n' ? i : -1;
    }

    private boolean dashes(int at) {
        return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
    }

    private int after(int found) {
        return found < 0 ? -1 : found + delimiter.length;
    }

    private boolean startsWith(int at, int skip) {
        int length = delimiter.length - skip;
        return body.length >= at + length && Arrays.equals(body, at, at + length, delimiter, skip, delimiter.length);
    }

    /** First place at or behind {@code from} where the pattern stands before {@code to}, -1 if there is none. */
    private int find(byte[] pattern, int from, int to) {
        int last = to - pattern.length;
        for (int i = from; i <= last; i++) {
            if (body[i] == pattern[0] && Arrays.equals(body, i, i + pattern.length, pattern, 0, pattern.length)) {
                return i;
            }
        }
        return -1;
    }

    private static Decoded malformed(String message) {
        return new Decoded.Malformed(
                new Fault(null, null, null, null, message, "send multipart/form-data as RFC 7578 describes it"));
    }
}
