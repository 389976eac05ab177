package dev.mitigauge.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Sets how much is logged; {@link LogConfigurator} begins with warnings, so that a command is quiet until its settings are read. */
final class LogLevel {

    private LogLevel() {}

    static void set(LogSettings settings, String otherwise) {
        String level = settings.level() == null ? otherwise : settings.level();
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.toLevel(level));
        }
    }
}
