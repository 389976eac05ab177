package dev.mitigauge.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text, or the reason why not. */
final class Intake {

    sealed interface Result {
        record Text(String text) implements Result {}

        record Bad(Refusal refusal) implements Result {}
    }

    private Intake() {}

    static Result take(Input input, IngestSettings settings) {
        byte[] content = input.content();
        if (content.length > settings.maxDocumentBytes()) {
            return bad(
                    input,
                    0,
                    Refusal.Cause.TOO_LARGE,
                    "document has " + content.length + " bytes, at most " + settings.maxDocumentBytes() + " are read",
                    "split it, or raise ingest.maxDocumentBytes");
        }
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.indexOf(0) >= 0) {
            int nul = indexOfNul(content);
            return bad(
                    input,
                    lineAt(content, nul),
                    Refusal.Cause.BINARY,
                    "document holds a NUL byte, so it is no text in UTF-8",
                    "send Markdown or plain text, saved as UTF-8");
        }
        if (text.indexOf(0xFFFD) >= 0) {
            // Either the document holds that character itself, or decoding put it where bytes made no sense.
            int fault = malformedAt(content);
            if (fault >= 0) {
                return bad(
                        input,
                        lineAt(content, fault),
                        Refusal.Cause.INVALID_UTF8,
                        "byte " + (fault + 1) + " is no UTF-8",
                        "save the document as UTF-8");
            }
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return longLine(input, text, settings);
    }

    /** Position of the first byte that is no UTF-8, -1 if all are. */
    private static int malformedAt(byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CoderResult result = decoder.decode(bytes, CharBuffer.allocate(content.length), true);
        return result.isError() ? bytes.position() : -1;
    }

    private static Result longLine(Input input, String text, IngestSettings settings) {
        if (text.length() <= settings.maxLineLength()) {
            return new Result.Text(text);
        }
        int line = 1;
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end - start > settings.maxLineLength()) {
                return bad(
                        input,
                        line,
                        Refusal.Cause.TOO_COMPLEX,
                        "line has " + (end - start) + " characters, at most " + settings.maxLineLength() + " are read",
                        "break the line, or raise ingest.maxLineLength");
            }
            start = end + 1;
            line++;
        }
        return new Result.Text(text);
    }

    private static int indexOfNul(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            if (content[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int lineAt(byte[] content, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (content[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static Result bad(Input input, int line, Refusal.Cause cause, String message, String remedy) {
        return new Result.Bad(new Refusal(input.name(), line, cause, message, remedy));
    }
}
