package dev.mitigauge.app.settings;

import org.jspecify.annotations.Nullable;

/**
 * A value that somebody gave, and where.
 *
 * @param key name of the setting
 * @param text the value as written, null for an empty one
 * @param keyPlace where the key stands
 * @param valuePlace where the value stands
 */
record Given(String key, @Nullable String text, Place keyPlace, Place valuePlace) {

    static Given outsideOfFiles(String key, String text, String name) {
        Place place = Place.outsideOfFiles(name);
        return new Given(key, text, place, place);
    }
}
