package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitigauge.assessment.Trace;
import dev.mitigauge.assessment.Tracing;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TracedRetrieverTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final List<String> ended = new ArrayList<>();

    private final Tracing tracing = new Tracing() {
        @Override
        public Trace call(@Nullable String traceParent) {
            return new Trace() {
                @Override
                public Map<String, String> headers() {
                    return Map.of("traceparent", PARENT);
                }

                @Override
                public void end(String method, String route, int status) {
                    ended.add(method + " " + route + " " + status);
                }
            };
        }
    };

    @Test
    void shouldAskTheIssuerInTheTraceOfTheRequest() throws IOException {
        try (FakeIssuer issuer = new FakeIssuer()) {
            TracedRetriever retriever = new TracedRetriever(3_000, 100_000, tracing);
            retriever.retrieveResource(URI.create(issuer.address() + "/keys").toURL());
            issuer.away(true);

            assertThatThrownBy(() -> retriever.retrieveResource(
                            URI.create(issuer.address() + "/keys").toURL()))
                    .isInstanceOf(IOException.class);
            assertThat(issuer.traces).containsExactly(PARENT, PARENT);
            assertThat(ended).containsExactly("GET oidc issuer 200", "GET oidc issuer 0");
        }
    }

    @Test
    void shouldSendNoHeaderIfNobodyFollows() throws IOException {
        try (FakeIssuer issuer = new FakeIssuer()) {
            new TracedRetriever(3_000, 100_000, Tracing.OFF)
                    .retrieveResource(URI.create(issuer.address() + "/keys").toURL());

            assertThat(issuer.traces).containsExactly("null");
        }
    }
}
