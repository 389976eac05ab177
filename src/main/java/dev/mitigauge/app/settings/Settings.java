package dev.mitigauge.app.settings;

import dev.mitigauge.cli.Workshop;
import java.util.List;
import java.util.Map;

/** The settings in force. */
public final class Settings {

    private final Map<Class<? extends Record>, Record> records;
    private final List<Workshop.Setting> all;

    Settings(Map<Class<? extends Record>, Record> records, List<Workshop.Setting> all) {
        this.records = Map.copyOf(records);
        this.all = List.copyOf(all);
    }

    /** The settings of the package that owns this record. */
    public <R extends Record> R of(Class<R> type) {
        Record settings = records.get(type);
        if (settings == null) {
            throw new IllegalArgumentException("no section is declared for " + type.getName());
        }
        return type.cast(settings);
    }

    /** Every setting with its value and where it came from, in the order of sections and components. */
    public List<Workshop.Setting> all() {
        return all;
    }
}
