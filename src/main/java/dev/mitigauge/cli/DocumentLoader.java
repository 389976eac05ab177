package dev.mitigauge.cli;

import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of documents, of each no more than it takes to see that it is too large. */
final class DocumentLoader {

    private static final int PIECE = 64 * 1024;

    private final IngestSettings limits;
    private final InputStream standardInput;

    DocumentLoader(IngestSettings limits, InputStream standardInput) {
        this.limits = limits;
        this.standardInput = standardInput;
    }

    List<Input> load(List<FoundDocument> documents) {
        if (documents.size() > limits.maxDocuments()) {
            throw new Complaint(
                    ExitCode.UNREADABLE,
                    documents.size() + " documents are more than ingest.maxDocuments, " + limits.maxDocuments(),
                    "name fewer files, or raise ingest.maxDocuments");
        }
        List<Input> inputs = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (FoundDocument document : documents) {
            try {
                byte[] content = bytes(document.file());
                if (content.length > limits.maxDocumentBytes()) {
                    faults.add(tooLarge(document));
                } else {
                    inputs.add(new Input(document.name(), content));
                }
            } catch (AccessDeniedException e) {
                faults.add(fault(document, "permission denied", "let the user who runs this read the file"));
            } catch (IOException e) {
                faults.add(fault(document, "can't be read: " + e.getMessage(), "check that the file can be read"));
            }
        }
        if (!faults.isEmpty()) {
            throw new Complaint(ExitCode.UNREADABLE, faults);
        }
        return inputs;
    }

    private byte[] bytes(@Nullable Path file) throws IOException {
        if (file == null) {
            return upToLimit(standardInput);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return upToLimit(in);
        }
    }

    /**
     * One byte more than the limit is enough to see that it is too large. Read piece by piece, because {@code readNBytes} asks a file for its
     * position, which a pipe has not.
     */
    private byte[] upToLimit(InputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        long missing = limits.maxDocumentBytes() + 1L;
        int read = in.read(piece);
        while (read > 0 && missing > 0) {
            int taken = (int) Math.min(read, missing);
            content.write(piece, 0, taken);
            missing -= taken;
            read = missing > 0 ? in.read(piece) : 0;
        }
        return content.toByteArray();
    }

    private Fault tooLarge(FoundDocument document) {
        return fault(
                document,
                "has more bytes than ingest.maxDocumentBytes, " + limits.maxDocumentBytes(),
                "split it, or raise ingest.maxDocumentBytes");
    }

    private static Fault fault(FoundDocument document, String message, String remedy) {
        return new Fault(document.name(), 0, 0, message, remedy, null);
    }
}
