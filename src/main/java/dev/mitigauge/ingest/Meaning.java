package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.Tense;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.WrittenState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that one phrase means, in whichever table it stands. Filled while a {@link Vocabulary} is built, then left alone. */
final class Meaning {

    /** A value of the deployment that a phrase takes for granted. */
    record Assumed(String key, String value) {}

    /** The tier that a phrase gives, and whether it makes an explicit condition of release. */
    record Weight(Tier tier, boolean must) {}

    @Nullable
    WrittenState state;

    @Nullable
    Field field;

    @Nullable
    Severity severity;

    @Nullable
    Weight weight;

    @Nullable
    ClaimKind claim;

    @Nullable
    SectionRole role;

    @Nullable
    Tense tense;

    @Nullable
    String environment;

    @Nullable
    Assumed assumed;

    @Nullable
    String language;

    /** A verb that asks for something when it stands at the start of a sentence: "Add", "Implement". */
    boolean imperative;

    final List<String> topics = new ArrayList<>(0);
}
