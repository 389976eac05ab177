package dev.mitigauge.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;

/**
 * Plain lines to the error output: the output belongs to the answer. In code, because reading a file for it takes a third of a second of
 * each command. A file that {@code -Dlogback.configurationFile} names wins.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {

    private static final String OWN_FILE = "logback.configurationFile";
    /** Where lines go to. */
    static final String OUTPUT = "STDERR";

    /** By name: a command loads nothing of the service for it. */
    private static final String DOCUMENTS = "mitigauge.documents";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(OWN_FILE) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        context.getStatusManager().add(new NopStatusListener());
        LogLine encoder = TextLine.of(false);
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> output = new ConsoleAppender<>();
        output.setContext(context);
        output.setName(OUTPUT);
        output.setTarget("System.err");
        output.setEncoder(encoder);
        output.start();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(output);
        // Until settings are read, a command is quiet.
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        // Advice on how rules are written is for whoever writes them, and `rules check` gives it.
        context.getLogger("org.drools").setLevel(Level.ERROR);
        context.getLogger("org.kie").setLevel(Level.ERROR);
        context.getLogger("org.drools.compiler.kie.builder.impl.KieProject").setLevel(Level.OFF);
        // The store says itself what is wrong with its database, once.
        context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR);
        context.getLogger("org.flywaydb").setLevel(Level.WARN);
        // That a collector is away is said once, by who hands it spans.
        context.getLogger("io.opentelemetry").setLevel(Level.OFF);
        // Only settings that say so let documents and requests be logged.
        context.getLogger(DOCUMENTS).setLevel(Level.OFF);
        context.getLogger("mitigauge.access").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
