package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(strings = {"00-%s-00f067aa0ba902b7-01", "cc-%s-00f067aa0ba902b7-01-what-will-be"})
    void shouldFindTheTrace(String header) {
        assertThat(TraceParent.traceId(header.formatted(TRACE))).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void shouldFindNoneInWhatIsNoTraceParent(String header) {
        assertThat(TraceParent.traceId(header)).isNull();
    }

    @Test
    void shouldFindNoneWithoutAHeader() {
        assertThat(TraceParent.traceId(null)).isNull();
    }
}
