package dev.mitigauge.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where compiled rules may already be: in this program, else in a directory, else nowhere. Told by rule texts, by file name. */
interface CodeStore {

    /**
     * Code that is known to do nothing forbidden. What ships is part of this program, as trusted as the rest of it; a cache is a file, and
     * files change, so what comes from there is looked at before any class of it is loaded.
     */
    Optional<RuleCode> find(SortedMap<String, String> texts);

    /** Code of one rule file, by its key; as trusted as what is found as a whole. */
    Optional<RuleUnit> unit(String key);

    void keep(SortedMap<String, String> texts, RuleCode code);

    /** Holds nothing and keeps nothing: all is compiled. */
    CodeStore NONE = new CodeStore() {
        @Override
        public Optional<RuleCode> find(SortedMap<String, String> texts) {
            return Optional.empty();
        }

        @Override
        public Optional<RuleUnit> unit(String key) {
            return Optional.empty();
        }

        @Override
        public void keep(SortedMap<String, String> texts, RuleCode code) {
            // There is nowhere to keep it.
        }
    };

    /** What ships with this program, and a directory if there is one. */
    static CodeStore of(@Nullable Path directory) {
        return new Kept(directory == null ? null : new CodeCache(directory));
    }

    /** The shipped code and a cache. */
    record Kept(@Nullable CodeCache cache) implements CodeStore {

        private static final Logger LOG = LoggerFactory.getLogger(CodeStore.class);

        @Override
        public Optional<RuleCode> find(SortedMap<String, String> texts) {
            try {
                String key = CodeKey.of(texts);
                return ShippedCode.find(key).or(() -> cached(key));
            } catch (IOException e) {
                LOG.info("rules are compiled at each start: {}", e.getMessage());
                return Optional.empty();
            }
        }

        private Optional<RuleCode> cached(String key) {
            return cache == null ? Optional.empty() : cache.find(key).filter(Gate::allows);
        }

        @Override
        public Optional<RuleUnit> unit(String key) {
            return ShippedCode.unit(key);
        }

        @Override
        public void keep(SortedMap<String, String> texts, RuleCode code) {
            if (cache == null) {
                return;
            }
            try {
                cache.keep(CodeKey.of(texts), code);
            } catch (IOException e) {
                LOG.debug("rules are not kept", e);
            }
        }
    }
}
