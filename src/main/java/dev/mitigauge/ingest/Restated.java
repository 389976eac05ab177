package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.WrittenState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lines that name an entry of the same document by its number or short id and tell how it stands: {@code #3 done}, {@code B1 … | closed}.
 * They are no risks besides it; an entry that states nothing of its own is in the state that they give.
 */
final class Restated {

    private static final int LONGEST_CODE = 6;

    private final Vocabulary words;

    Restated(Vocabulary words) {
        this.words = words;
    }

    /** Takes the lines that restate out of the drafts. */
    void settle(List<RiskDraft> drafts) {
        Map<String, List<RiskDraft>> entries = entries(drafts);
        if (!entries.isEmpty()) {
            drafts.removeIf(draft -> restates(draft, entries));
        }
        Map<String, RiskDraft> titles = new HashMap<>();
        drafts.removeIf(draft -> isSame(draft, titles.putIfAbsent(Fingerprint.of(draft.title.text()), draft)));
    }

    /** A settled entry with the words of another one, of which only one has an id, is that one in a list of what was settled. */
    private static boolean isSame(RiskDraft draft, @Nullable RiskDraft first) {
        return first != null
                && (first.title.id() == null) != (draft.title.id() == null)
                && first.marked == WrittenState.DONE
                && draft.scope.defaultState() == WrittenState.DONE;
    }

    private Map<String, List<RiskDraft>> entries(List<RiskDraft> drafts) {
        Map<String, List<RiskDraft>> entries = new HashMap<>();
        for (RiskDraft draft : drafts) {
            Title title = draft.title;
            String name =
                    title.number() != null ? "#" + title.number() : title.hasShortId() ? title.id() : called(title);
            if (name != null) {
                entries.computeIfAbsent(name, key -> new ArrayList<>(1)).add(draft);
            }
        }
        return entries;
    }

    /** The number in "Issue #4: …". */
    private @Nullable String called(Title title) {
        Phrases.Found<SectionRole> word = title.id() == null ? words.numbered.at(title.text(), 0) : null;
        String rest = word == null ? "" : title.text().substring(word.end()).strip();
        String id = rest.startsWith("#") ? Title.of(rest).id() : null;
        return id != null && id.startsWith("#") ? id : null;
    }

    private boolean restates(RiskDraft draft, Map<String, List<RiskDraft>> entries) {
        List<RiskDraft> named = entries.getOrDefault(name(draft.title), List.of());
        boolean other = named.size() == 1 && named.get(0) != draft;
        WrittenState state = other ? stated(draft) : null;
        if (other && state == null && isAlike(draft.title, named.get(0).title)) {
            return true;
        }
        if (state != null && named.get(0).marked == null && !named.get(0).has(Field.STATUS)) {
            named.get(0).marked = state;
        }
        return state != null;
    }

    private static List<String> words(Title title) {
        return List.of(Fingerprint.of(title.text()).split(" ", -1));
    }

    /** Whether most words of the one are words of the other. */
    private static boolean isAlike(Title draft, Title entry) {
        Set<String> known = new HashSet<>(words(entry));
        List<String> words = words(draft);
        long same = words.stream().filter(known::contains).count();
        return same > 1 && same * 2 >= words.size();
    }

    /** Whether a line begins with the number of one of the entries: {@code #3 done}. */
    static boolean isNumbered(String text, List<RiskDraft> entries) {
        String id = text.startsWith("#") ? Title.of(text).id() : null;
        if (id == null) {
            return false;
        }
        for (RiskDraft entry : entries) {
            if (id.equals("#" + entry.title.number())) {
                return true;
            }
        }
        return false;
    }

    /** The number in {@code #3 done}, the first word of {@code B1 stale filter}. */
    private static String name(Title title) {
        String id = title.id();
        if (id != null) {
            return id;
        }
        int space = title.text().indexOf(' ');
        return space > 0 && space <= LONGEST_CODE ? title.text().substring(0, space) : "";
    }

    private @Nullable WrittenState stated(RiskDraft draft) {
        String id = draft.title.id();
        String text = draft.title.text();
        if (id == null || !id.startsWith("#")) {
            WrittenState written = draft.writtenState(words);
            return written != null ? written : draft.marked;
        }
        int from = text.startsWith(id) ? id.length() + 1 : 0;
        Phrases.Found<WrittenState> state = from < text.length() ? words.states.at(text, from) : null;
        return state == null ? null : state.value();
    }
}
