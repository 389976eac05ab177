package dev.mitigauge.ingest;

import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.WrittenState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a heading says of the items under it. */
final class HeadingReader {

    /** Roles that make a heading about items; a phrase inside the heading is enough. The others must be all that the heading says. */
    private static final Set<SectionRole> ABOUT_ITEMS =
            Set.of(SectionRole.RISKS, SectionRole.TASKS, SectionRole.DONE, SectionRole.OPEN, SectionRole.NO_GO);

    private final Vocabulary words;

    HeadingReader(Vocabulary words) {
        this.words = words;
    }

    Scope scope(Scope parent, String id, Plain plain, int level) {
        return scope(parent, id, HeadingWords.of(plain, words), level);
    }

    Scope scope(Scope parent, String id, HeadingWords heading, int level) {
        String text = heading.text();
        String name = heading.name();
        // "Critical issues" under "Escalation" are those that somebody may call about.
        boolean support = parent.role() == SectionRole.SUPPORT;
        Phrases.Found<SectionRole> role = support ? null : role(heading, level == 1);
        boolean whole = role != null && role.length() >= name.length();
        // "Requirements file cleaned up" under "Resolved issues" is one of them, not a list of requirements.
        boolean named =
                role != null && role.value() == SectionRole.TASKS && !whole && parent.family() == Scope.Family.RISK;
        role = named && parent.ownRole() ? null : role;
        SectionRole own = support && role == null ? null : own(heading, role, parent.family(), level == 1);
        Tier tier = parent.tier();
        boolean must = parent.must();
        String said = withoutId(text);
        Begun rest = said.equals(text) ? heading.begun() : words.begunIn(said);
        List<Phrases.Found<Meaning.Weight>> weights = words.weights.all(rest);
        if (!weights.isEmpty()) {
            tier = weights.get(0).value().tier();
            must = false;
            boolean optional = false;
            for (Phrases.Found<Meaning.Weight> found : weights) {
                must |= found.value().must();
                // "Before launch (non-blocking)": what is said not to hold a release does not.
                optional |= found.value().tier() == Tier.NORMAL;
                // "Phase 2 (post-launch)": what may wait may wait, whichever phase it belongs to.
                boolean later = found.value().tier() == Tier.LOW && tier != Tier.CRITICAL;
                tier = later ? Tier.LOW : tier;
            }
            must &= !optional;
        }
        if (own == SectionRole.DONE && whole) {
            tier = Tier.ARCHIVE;
            must = false;
        }
        // "Critical", "P1" under "Blockers": a grade of what the heading above tells.
        boolean grade = own == null && !weights.isEmpty() && isGrade(name);
        must |= grade && parent.must() && tier == Tier.CRITICAL;
        String[] path = parent.path().toArray(new String[parent.path().size() + 1]);
        path[path.length - 1] = name;
        boolean dotted = isDotted(text);
        Phrases.Found<Severity> dot = dotted ? words.severities.at(text, 0) : null;
        Phrases.Found<Severity> severity = dot == null ? words.severities.first(rest) : dot;
        Phrases.Found<String> environment = words.environments.first(rest);
        return new Scope(
                id,
                List.of(path),
                tier,
                must,
                severity == null || severity.value() == Severity.UNRATED ? parent.severity() : severity.value(),
                environment == null ? parent.environment() : environment.value(),
                family(own, parent.family()),
                own == null ? parent.role() : own,
                grade ? parent.ownRole() : own != null && level > 1,
                state(own, text, dotted, parent));
    }

    /** The role that a heading gives wherever it stands, null if it gives none. */
    @Nullable
    SectionRole role(Part part) {
        HeadingWords heading = part.words(words);
        return own(heading, role(heading, false), Scope.NONE.family(), false);
    }

    private @Nullable SectionRole own(
            HeadingWords heading, Phrases.@Nullable Found<SectionRole> role, Scope.Family family, boolean title) {
        SectionRole own = role != null ? role.value() : title ? null : words.stated.whole(heading.name());
        if (own == null) {
            boolean bare = !title && family != Scope.Family.RISK;
            return bare && words.weights.mayBeIn(heading.begun()) && demands(heading.name()) ? SectionRole.TASKS : null;
        }
        boolean listed = own == SectionRole.RISKS || own == SectionRole.OPEN;
        return listed && saysNone(heading.text()) ? SectionRole.SUMMARY : own;
    }

    /** "Open risks: none", "Known issues (none)": a heading that says that it holds nothing. */
    private boolean saysNone(String text) {
        int at = Math.max(text.lastIndexOf(':'), text.lastIndexOf('：'));
        boolean noted = text.endsWith(")") && text.lastIndexOf('(') > at;
        int from = noted ? text.lastIndexOf('(') : at;
        int end = noted ? text.length() - 1 : text.length();
        return from > 0 && words.states.whole(text.substring(from + 1, end)) == WrittenState.NOT_APPLICABLE;
    }

    /** "P0", "Operator must do": a heading that ends by saying that what stands under it must be. */
    private boolean demands(String name) {
        for (int from = name.lastIndexOf(' ') + 1; ; from = name.lastIndexOf(' ', from - 2) + 1) {
            Phrases.Found<Meaning.Weight> last = words.weights.at(name, from);
            if (last != null && last.end() == name.length()) {
                return last.value().must();
            }
            if (from == 0) {
                return false;
            }
        }
    }

    private boolean isGrade(String name) {
        return words.severities.whole(name) != null || words.weights.whole(name) != null;
    }

    /** Whether a heading is called as registers are, and nothing more. */
    boolean isRegister(String name) {
        return words.roles.whole(name) == SectionRole.RISKS;
    }

    /** A role that a heading begins or ends with is what it is about; one in its middle is only mentioned. */
    private static boolean isProminent(Phrases.Found<SectionRole> role, String text, String name) {
        int from = Math.max(0, text.indexOf(name));
        return role.start() <= from || role.end() >= from + name.length();
    }

    private static Scope.Family family(@Nullable SectionRole own, Scope.Family inherited) {
        if (own == SectionRole.RISKS) {
            return Scope.Family.RISK;
        }
        return own == SectionRole.TASKS ? Scope.Family.TASK : inherited;
    }

    private @Nullable WrittenState state(@Nullable SectionRole own, String text, boolean dotted, Scope parent) {
        if (own == SectionRole.DONE) {
            return WrittenState.DONE;
        }
        if (own == SectionRole.OPEN) {
            return WrittenState.OPEN;
        }
        WrittenState marked = dotted ? null : marked(text);
        return marked != null ? marked : own == null ? parent.defaultState() : null;
    }

    private @Nullable WrittenState marked(String text) {
        WrittenState trailing = Trailing.state(text, words);
        return trailing != null ? trailing : leading(text);
    }

    private @Nullable WrittenState leading(String text) {
        if (text.isEmpty() || Letters.isLetterOrDigit(text.charAt(0))) {
            return null;
        }
        Phrases.Found<WrittenState> found = words.states.at(text, 0);
        return found == null ? null : found.value();
    }

    /** Whether a heading begins with a word for an entry and its number: "Finding 3 — the gate sticks". */
    boolean isNumbered(String text) {
        Phrases.Found<SectionRole> word = Ids.hasDigit(text) ? words.numbered.at(text, 0) : null;
        if (word == null) {
            return false;
        }
        int at = word.end();
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '#')) {
            at++;
        }
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean apart = end == text.length()
                || !Letters.isLetterOrDigit(text.charAt(end))
                || Phrases.unspaced(text.charAt(end));
        return end > at && apart;
    }

    /** "AX-HIGH-002" rates the entry, not what stands under its heading. */
    private static String withoutId(String text) {
        Title title = text.indexOf('-') < 0 ? null : Title.of(text);
        return title == null || title.id() == null ? text : title.text();
    }

    /** A coloured dot in a heading gives a priority, not a state. */
    static boolean isDotted(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x26A0 && isDot(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isDot(int c) {
        return (c >= 0x1F534 && c <= 0x1F535)
                || (c >= 0x1F7E0 && c <= 0x1F7EB)
                || c == 0x26AA
                || c == 0x26AB
                || c == 0x26A0
                || c == 0x1F6A8;
    }

    private Phrases.@Nullable Found<SectionRole> role(HeadingWords heading, boolean title) {
        String text = heading.text();
        String name = heading.name();
        int from = text.indexOf(name);
        Phrases.Found<SectionRole> opening = title ? null : words.openings.at(name, 0);
        if (opening != null) {
            return opening;
        }
        Phrases.Found<SectionRole> best = null;
        for (Phrases.Found<SectionRole> found : words.roles.all(heading.begun())) {
            boolean whole = found.start() <= Math.max(0, from) && found.length() >= name.length();
            boolean counts =
                    whole || (ABOUT_ITEMS.contains(found.value()) && (title || isProminent(found, text, name)));
            if (counts && (best == null || found.length() > best.length())) {
                best = found;
            }
        }
        boolean whole = best != null && best.length() >= name.length();
        return title || best == null || whole ? best : ending(name, best);
    }

    /** The role that the heading's last word gives; it outranks what the heading mentions in front of it. */
    private Phrases.Found<SectionRole> ending(String name, Phrases.Found<SectionRole> mentioned) {
        int space = name.lastIndexOf(' ');
        boolean unspaced = space < 0 && name.length() > 2 && Phrases.unspaced(name.charAt(name.length() - 1));
        int from = unspaced ? name.length() - 2 : space + 1;
        Phrases.Found<SectionRole> last = from > 0 ? words.endings.at(name, from) : null;
        return last != null && last.end() == name.length() ? last : mentioned;
    }

    /** The heading without number, marks and parentheses. */
    static String name(String text) {
        int from = 0;
        while (from < text.length() && !Character.isLetter(text.charAt(from)) && text.charAt(from) != '`') {
            from++;
        }
        int end = text.length();
        int open = text.indexOf(" (", from);
        if (open > from) {
            end = open;
        }
        int wide = text.endsWith("）") ? text.lastIndexOf('（') : -1;
        if (wide > from) {
            end = Math.min(end, wide);
        }
        while (end > from
                && !Letters.isLetterOrDigit(text.charAt(end - 1))
                && text.charAt(end - 1) != ')'
                && text.charAt(end - 1) != '`') {
            end--;
        }
        return from < end ? text.substring(from, end) : text;
    }
}
