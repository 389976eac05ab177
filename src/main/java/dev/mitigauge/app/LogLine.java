package dev.mitigauge.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;

/** Writes what is logged, one way or the other. */
abstract class LogLine extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = {};

    /** Whether what an exception says is told even if it was thrown while a request was served. */
    private final boolean documents;

    LogLine(boolean documents) {
        this.documents = documents;
    }

    /** Whether to tell what the exceptions of an event say: those of a request may quote its documents. */
    final boolean messages(ILoggingEvent event) {
        return documents || !event.getMDCPropertyMap().containsKey("requestId");
    }

    @Override
    public final byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public final byte[] footerBytes() {
        return NOTHING;
    }
}
