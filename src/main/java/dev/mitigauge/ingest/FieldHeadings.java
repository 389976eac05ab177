package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Headings that are labels of the entry above them. */
final class FieldHeadings {

    private final Vocabulary words;

    FieldHeadings(Vocabulary words) {
        this.words = words;
    }

    boolean isField(Part part) {
        return field(part) != null;
    }

    /** What the heading is a label of, null if it is none. */
    @Nullable
    Field field(Part part) {
        boolean leaf = part.heading() != null && part.parts().isEmpty();
        return leaf ? Label.field(part.words(words).name(), words, false) : null;
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
