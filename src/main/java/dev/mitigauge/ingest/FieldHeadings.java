package dev.mitigauge.ingest;

import java.util.List;

/** Headings that are labels of the entry above them. */
final class FieldHeadings {

    private final Vocabulary words;

    FieldHeadings(Vocabulary words) {
        this.words = words;
    }

    boolean isField(Part part) {
        if (part.heading() == null || !part.parts().isEmpty()) {
            return false;
        }
        return Label.field(HeadingReader.name(part.plain().text()), words, false) != null;
    }

    /** Whether headings are the labels of the one above them, rather than entries of which one happens to be called like a label. */
    boolean areFields(List<Part> parts) {
        int fields = 0;
        for (Part part : parts) {
            fields += isField(part) ? 1 : 0;
        }
        return fields > 0 && fields * 2 >= parts.size();
    }
}
