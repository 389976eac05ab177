package dev.mitigauge.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: how much is logged, by whom. */
public interface LogLevels {

    /**
     * Somebody who logs.
     *
     * @param name {@code ROOT}, a package or a class
     * @param level of its own: {@code error}, {@code warn}, {@code info}, {@code debug}, {@code trace} or {@code off}; null if it has that of the
     *     package above
     * @param effective the level that counts
     */
    record Logger(String name, @Nullable String level, String effective) {}

    /** Above all packages. */
    String ROOT = "ROOT";

    /** The words for levels, from few lines to many. */
    List<String> WORDS = List.of("off", "error", "warn", "info", "debug", "trace");

    /** All that can be asked for by name, with those that nobody gave a level; in order. */
    List<String> names();

    /** Who logs under that name; nothing if nobody does. */
    Optional<Logger> find(String name);

    /**
     * Has somebody log as much until the program ends.
     *
     * @param level one of {@link #WORDS}, null for that of the package above
     * @return how it is now; nothing if nobody logs under that name
     */
    Optional<Logger> set(String name, @Nullable String level);
}
