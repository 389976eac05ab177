package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.WaiverTerms;
import dev.mitigauge.facts.Waiver;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The waiver that an object of a body describes. */
final class WaiverFields {

    /** What it is about and who answers for it. */
    static final List<String> KEYS = List.of("rule", "item", "section", "owner", "reason", "expires");

    static final String APPROVER = "approver";

    private static final int NAME_CHARACTERS = 255;
    private static final int REASON_CHARACTERS = 2_000;

    private WaiverFields() {}

    /** The waiver; null, with faults noted, if it makes no sense. */
    static @Nullable WaiverTerms read(JsonStrings values, RequestDraft draft, String id) {
        int before = draft.faults().size();
        @Nullable String owner = values.required("owner");
        @Nullable String reason = values.required("reason");
        @Nullable String expires = values.required("expires");
        @Nullable LocalDate day = expires == null ? null : draft.date(values.path("expires"), expires);
        scope(values, draft);
        bounded(values, draft);
        if (owner == null || reason == null || day == null || draft.faults().size() > before) {
            return null;
        }
        Waiver waiver = new Waiver(id, values.optional("rule"), values.optional("item"), owner, reason, day);
        return new WaiverTerms(waiver, values.optional("section"), values.optional(APPROVER));
    }

    private static void scope(JsonStrings values, RequestDraft draft) {
        boolean item = values.optional("item") != null;
        boolean section = values.optional("section") != null;
        if (values.optional("rule") == null && !item && !section) {
            draft.fault(Fault.inField(
                    values.path(),
                    "a waiver of everything is none",
                    "name the `rule`, the `item` or the `section` that it covers"));
        } else if (item && section) {
            draft.fault(Fault.inField(
                    values.path("section"), "stands beside `item`", "name the one or the other, or make two waivers"));
        }
    }

    private static void bounded(JsonStrings values, RequestDraft draft) {
        for (String key : List.of("rule", "item", "section", "owner", APPROVER)) {
            draft.bounded(values.path(key), values.optional(key), NAME_CHARACTERS);
        }
        draft.bounded(values.path("reason"), values.optional("reason"), REASON_CHARACTERS);
    }
}
