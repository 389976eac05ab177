package dev.mitigauge.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for a renewed certificate, and has it shown to those who connect from then on; nobody who is connected is interrupted. */
final class TlsWatch {

    private static final Logger LOG = LoggerFactory.getLogger(TlsWatch.class);

    private final TlsFiles files;
    private final Function<PemKeyCertOptions, Future<Boolean>> show;
    private volatile TlsIdentity shown;
    private String told = "";

    /**
     * @param shown the one that is shown now
     * @param show has another one shown
     */
    TlsWatch(TlsFiles files, TlsIdentity shown, Function<PemKeyCertOptions, Future<Boolean>> show) {
        this.files = files;
        this.shown = shown;
        this.show = show;
    }

    /** From when on nobody believes the certificate that is shown. */
    Instant expiry() {
        return shown.expiry();
    }

    void start(Vertx vertx) {
        vertx.setPeriodic(files.reload().toMillis(), tick -> vertx.executeBlocking(() -> files.read(vertx), true)
                .compose(this::renew)
                .onFailure(this::keep));
    }

    private Future<Boolean> renew(TlsIdentity found) {
        told = "";
        if (found.certificate().equals(shown.certificate())) {
            return Future.succeededFuture(false);
        }
        return show.apply(found.pem()).onSuccess(done -> {
            shown = found;
            LOG.info("certificate renewed, valid until {}", found.expiry());
        });
    }

    /** Certificate and key are rarely renewed in one step: what does not fit together now may do so a moment later. */
    private void keep(Throwable failure) {
        String why = String.valueOf(failure.getMessage());
        if (!why.equals(told)) {
            told = why;
            LOG.warn("the certificate is not renewed, the one before is shown until {}: {}", expiry(), why);
        }
    }
}
