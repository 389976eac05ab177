package dev.mitigauge.app.settings;

import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Fault;
import dev.mitigauge.cli.Nearest;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.cli.Workshop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads settings: defaults, then the file, then the environment, then options; the later one wins. All faults are collected. */
public final class SettingsReader {

    private final List<Section<?>> sections;
    private final Map<String, Key> keys = new LinkedHashMap<>();

    public SettingsReader(List<? extends Section<?>> sections) {
        this.sections = List.copyOf(sections);
        this.sections.forEach(section -> section.keys().forEach(key -> keys.put(key.name(), key)));
    }

    /**
     * The settings in force, or all that is wrong.
     *
     * @param file the settings file, null for none
     * @param environment all environment variables
     * @param options settings that options give, by key
     */
    public Outcome<Settings> read(
            @Nullable Path file, Map<String, String> environment, Map<String, Choices.Given> options) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Given> given = new TreeMap<>();
        if (file != null) {
            SettingsFile read = SettingsFile.read(file);
            faults.addAll(read.faults());
            read.values().forEach(value -> take(value, given, faults));
        }
        EnvironmentVariables variables = EnvironmentVariables.read(environment, keys.values());
        faults.addAll(variables.faults());
        variables.values().forEach(value -> take(value, given, faults));
        new TreeMap<>(options)
                .forEach((key, option) ->
                        take(Given.outsideOfFiles(key, option.value(), option.option()), given, faults));
        return settings(given, faults);
    }

    private Outcome<Settings> settings(Map<String, Given> given, List<Fault> faults) {
        Map<Class<? extends Record>, Record> records = new LinkedHashMap<>();
        List<Workshop.Setting> all = new ArrayList<>();
        for (Section<?> section : sections) {
            Bound<?> bound = Bound.of(section, given);
            faults.addAll(bound.faults());
            records.put(bound.settings().getClass(), bound.settings());
            all.addAll(bound.described(given));
        }
        return faults.isEmpty() ? new Outcome.Made<>(new Settings(records, all)) : new Outcome.Invalid<>(faults);
    }

    private void take(Given value, Map<String, Given> given, List<Fault> faults) {
        if (keys.containsKey(value.key())) {
            given.put(value.key(), value);
        } else if (sections.stream().noneMatch(section -> section.name().equals(value.key()))) {
            faults.add(value.keyPlace().fault("unknown key `" + value.key() + "`", remedy(value.key())));
        } else if (value.text() != null) {
            faults.add(value.valuePlace()
                    .fault(
                            "`" + value.key() + "` holds keys, but is `" + value.text() + "`",
                            "write its keys below it, indented"));
        }
    }

    private String remedy(String unknown) {
        return Nearest.to(unknown, keys.keySet())
                .map(near -> "did you mean `" + near + "`?")
                .orElse("remove it; `mitigauge config show` lists all keys");
    }
}
