package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the known labels under a heading speak of.
 *
 * @param ofRisks those of them that an entry of a register has
 */
record Labels(Set<Field> all, Set<Field> ofRisks) {

    private static final Labels NONE = new Labels(Set.of(), Set.of());

    static Labels of(EnumSet<Field> all) {
        if (all.isEmpty()) {
            return NONE;
        }
        EnumSet<Field> ofRisks = all.clone();
        ofRisks.retainAll(FieldLabels.OF_RISKS);
        return new Labels(Collections.unmodifiableSet(all), Collections.unmodifiableSet(ofRisks));
    }
}
