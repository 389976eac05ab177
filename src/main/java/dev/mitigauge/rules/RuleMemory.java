package dev.mitigauge.rules;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What was loaded last, so that of the next set only what differs is made anew. It was looked at before it was loaded and never leaves this
 * process, so it need not be looked at again.
 */
final class RuleMemory {

    private final AtomicReference<@Nullable RuleBase> last;
    private final AtomicReference<@Nullable Map<String, ReadTable>> tables;
    private final boolean keeps;

    private record ReadTable(String text, TableFile table) {}

    /** Of nothing yet. */
    RuleMemory() {
        this(new AtomicReference<>(), new AtomicReference<>(), true);
    }

    private RuleMemory(
            AtomicReference<@Nullable RuleBase> last,
            AtomicReference<@Nullable Map<String, ReadTable>> tables,
            boolean keeps) {
        this.last = last;
        this.tables = tables;
        this.keeps = keeps;
    }

    /** The same memory for those whose sets shall not be remembered. */
    RuleMemory readOnly() {
        return new RuleMemory(last, tables, false);
    }

    /** The code of files with these keys, if exactly they were loaded last. */
    Optional<RuleCode> code(List<String> keys) {
        return last().map(RuleBase::code).filter(code -> code.keys().equals(keys));
    }

    /** The code of a file with that key, if it was among those that were loaded last. */
    Optional<RuleUnit> unit(String key) {
        return last().flatMap(base -> base.code().units().stream()
                .filter(unit -> unit.key().equals(key))
                .findFirst());
    }

    /** What was loaded last of a file of that name. */
    Optional<RuleUnit> file(String name) {
        return last().flatMap(base -> base.code().units().stream()
                .filter(unit -> unit.file().equals(name))
                .findFirst());
    }

    /**
     * A base of that code: the last one if it is of the same, else a new one with what both have in common.
     *
     * @throws RuleFailure if the rules don't come to an end while their constants are computed
     */
    RuleBase base(RuleCode code, RulesSettings settings) {
        @Nullable RuleBase before = last.get();
        return before != null && before.code().keys().equals(code.keys())
                ? before
                : RuleBase.of(code, settings, before);
    }

    /** A table as it was read last, if it stands as it stood then: sets that differ in one share all others, which are far larger than rules. */
    TableFile table(String name, String text) {
        @Nullable
        ReadTable known = Objects.requireNonNullElse(tables.get(), Map.<String, ReadTable>of())
                .get(name);
        return known != null && known.text().equals(text) ? known.table() : TableFile.read(name, text);
    }

    /** Remembers a base that was tried, and the tables beside it in the order of their names. */
    void keep(RuleBase base, SortedMap<String, String> texts, List<TableFile> read) {
        if (keeps) {
            last.set(base);
            Map<String, ReadTable> now = new HashMap<>();
            Iterator<TableFile> next = read.iterator();
            texts.forEach((name, text) -> now.put(name, new ReadTable(text, next.next())));
            tables.set(now);
        }
    }

    private Optional<RuleBase> last() {
        return Optional.ofNullable(last.get());
    }
}
