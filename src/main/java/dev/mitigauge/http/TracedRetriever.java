package dev.mitigauge.http;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import dev.mitigauge.assessment.Trace;
import dev.mitigauge.assessment.Tracing;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** Fetches what an issuer publishes, as part of the trace of the request whose token is checked. */
final class TracedRetriever extends DefaultResourceRetriever {

    private static final String WHO = "oidc issuer";

    private final Tracing tracing;
    /** The call that the thread makes: between the two methods there is a class that knows nothing of it. */
    private final ThreadLocal<Trace> calling = ThreadLocal.withInitial(() -> Trace.NONE);

    TracedRetriever(int millis, int mostBytes, Tracing tracing) {
        super(millis, millis, mostBytes);
        this.tracing = tracing;
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        Trace trace = tracing.call(null);
        calling.set(trace);
        int status = 0;
        try {
            Resource found = super.retrieveResource(address);
            status = HttpURLConnection.HTTP_OK;
            return found;
        } finally {
            calling.remove();
            trace.end("GET", WHO, status);
        }
    }

    @Override
    protected HttpURLConnection openHTTPConnection(URL address) throws IOException {
        HttpURLConnection connection = super.openHTTPConnection(address);
        calling.get().headers().forEach(connection::setRequestProperty);
        return connection;
    }
}
