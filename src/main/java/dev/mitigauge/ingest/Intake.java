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
        int nul = indexOfNul(content);
        if (nul >= 0) {
            return bad(
                    input,
                    lineAt(content, nul),
                    Refusal.Cause.BINARY,
                    "document holds a NUL byte, so it is no text in UTF-8",
                    "send Markdown or plain text, saved as UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(bytes, chars, true);
        if (result.isError()) {
            return bad(
                    input,
                    lineAt(content, bytes.position()),
                    Refusal.Cause.INVALID_UTF8,
                    "byte " + (bytes.position() + 1) + " is no UTF-8",
                    "save the document as UTF-8");
        }
        chars.flip();
        boolean bom = chars.length() > 0 && chars.charAt(0) == 0xFEFF;
        String text = (bom ? chars.subSequence(1, chars.length()) : chars).toString();
        return longLine(input, text, settings);
    }

    private static Result longLine(Input input, String text, IngestSettings settings) {
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
