package dev.mitigauge.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.mitigauge.http.DocumentLog;
import dev.mitigauge.http.LogLevels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The levels of Logback. Only who has logged already has one, so that names that somebody makes up take no memory; and documents are logged if the
 * settings say so, not for whoever asks.
 *
 * @param context holds who logs
 */
record LoggerLevels(LoggerContext context) implements LogLevels {

    @Override
    public List<String> names() {
        return context.getLoggerList().stream()
                .map(org.slf4j.Logger::getName)
                .filter(name -> !name.equals(DocumentLog.NAME))
                .toList();
    }

    @Override
    public Optional<Logger> find(String name) {
        return existing(name).map(LoggerLevels::told);
    }

    @Override
    public Optional<Logger> set(String name, @Nullable String level) {
        return existing(name).map(logger -> {
            logger.setLevel(level == null ? null : Level.valueOf(level));
            return told(logger);
        });
    }

    private Optional<ch.qos.logback.classic.Logger> existing(String name) {
        return Optional.ofNullable(context.exists(name)).filter(logger -> !name.equals(DocumentLog.NAME));
    }

    private static Logger told(ch.qos.logback.classic.Logger logger) {
        Level own = logger.getLevel();
        return new Logger(logger.getName(), own == null ? null : word(own), word(logger.getEffectiveLevel()));
    }

    private static String word(Level level) {
        return level.toString().toLowerCase(Locale.ROOT);
    }
}
