package dev.mitigauge.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Context that comes as names with plain texts: parameters of the address, fields of a form. */
final class FormFields {

    static final List<String> NAMES =
            List.of("profile", "project", "asOf", "nextActions", "checkout", "path", "worsens", "why");

    private final RequestDraft draft;
    private final Set<String> seen = new HashSet<>();

    FormFields(RequestDraft draft) {
        this.draft = draft;
    }

    /** Takes one of them; {@code known} are the names to suggest if its name is none. */
    void take(String name, String text, List<String> known) {
        if (name.startsWith(RequestDraft.DEPLOYMENT_PREFIX)) {
            draft.deployment(name, name, text);
        } else if (!NAMES.contains(name)) {
            draft.fault(Fault.inField(name, "unknown field " + Quoted.of(name), Nearest.remedy(name, known)));
        } else if (!seen.add(name)) {
            draft.fault(Fault.inField(name, "`" + name + "` is given twice", "leave one of the two out"));
        } else if (name.equals("profile")) {
            draft.profile(name, text);
        } else if (name.equals("project")) {
            draft.project(name, text);
        } else if (name.equals("nextActions")) {
            draft.nextActions(name, text);
        } else if (name.equals("asOf")) {
            draft.asOf(name, text);
        } else {
            draft.more(name, text);
        }
    }

    /** What to say of parameters in the address of a request whose body says everything. */
    static Decoded stray(String name) {
        return new Decoded.Invalid(List.of(Fault.inField(
                "?" + name,
                "unknown parameter " + Quoted.of(name) + " in the address",
                "say it in the body: only a body that is a document takes parameters")));
    }
}
