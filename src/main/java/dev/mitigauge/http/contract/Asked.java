package dev.mitigauge.http.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters that a request carries, as texts. */
public interface Asked {

    /** A part of the path, by its name in braces; null if there is none. */
    @Nullable
    String path(String name);

    /** A header; null if there is none. */
    @Nullable
    String header(String name);

    /** What stands behind the question mark, unescaped, in its order. */
    List<Map.Entry<String, String>> query();
}
