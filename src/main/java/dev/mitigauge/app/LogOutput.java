package dev.mitigauge.app;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.OutputStreamAppender;
import dev.mitigauge.http.DocumentLog;
import dev.mitigauge.http.LogLevels;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** What settings make of the log; {@link LogConfigurator} begins with warnings, so that a command is quiet until its settings are read. */
final class LogOutput {

    private static final int QUEUE = 8_192;

    private LogOutput() {}

    /** @param otherwise the level if the settings name none */
    static void set(LogSettings settings, String otherwise) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.setLevel(Level.toLevel(settings.level() == null ? otherwise : settings.level()));
            if (root.getAppender(LogConfigurator.OUTPUT) instanceof OutputStreamAppender<ILoggingEvent> output) {
                LogLine line = settings.format().equals(LogSettings.JSON)
                        ? JsonLine.of(settings.documents())
                        : TextLine.of(settings.documents());
                line.setContext(context);
                line.start();
                output.setEncoder(line);
            }
        }
    }

    /** For a service: what libraries tell the log of the JDK comes here, and documents and requests are logged as far as the settings say so. */
    static AccessLog serve(LogSettings settings) {
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
        boolean all = settings.access().equals(LogSettings.ALL);
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return new AccessLog(all, () -> true, () -> {});
        }
        context.getLogger(DocumentLog.NAME).setLevel(settings.documents() ? Level.INFO : Level.OFF);
        Logger access = context.getLogger(AccessLog.NAME);
        access.setLevel(settings.access().equals(LogSettings.NONE) ? Level.OFF : Level.INFO);
        return queued(context, access, all);
    }

    /** Whose levels can be changed while the service runs. */
    static LogLevels levels() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            return new LoggerLevels(context);
        }
        throw new IllegalStateException("slf4j is bound to another library than Logback");
    }

    /** Whoever reads the error output slowly, or not at all, holds up a thread of its own, and no request. */
    private static AccessLog queued(LoggerContext context, Logger access, boolean all) {
        var output = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender(LogConfigurator.OUTPUT);
        if (output == null) {
            return new AccessLog(all, () -> true, () -> {}); // a configuration of somebody's own
        }
        AsyncAppender queue = new AsyncAppender();
        queue.setContext(context);
        queue.setName("ACCESS");
        queue.setQueueSize(QUEUE);
        queue.setDiscardingThreshold(0);
        queue.setNeverBlock(true);
        queue.addAppender(through(output, context));
        queue.start();
        access.setAdditive(false);
        access.addAppender(queue);
        return new AccessLog(all, () -> queue.getRemainingCapacity() > AccessLog.SLACK, () -> {
            access.detachAppender(queue);
            queue.stop();
        });
    }

    /** What a queue may stop when it ends: the output itself goes on for others. */
    private static Appender<ILoggingEvent> through(Appender<ILoggingEvent> output, LoggerContext context) {
        AppenderBase<ILoggingEvent> through = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                output.doAppend(event);
            }
        };
        through.setContext(context);
        through.start();
        return through;
    }
}
