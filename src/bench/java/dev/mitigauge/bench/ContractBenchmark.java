package dev.mitigauge.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mitigauge.http.contract.Asked;
import dev.mitigauge.http.contract.Objection;
import dev.mitigauge.http.contract.OperationContract;
import dev.mitigauge.http.contract.RequestContract;
import dev.mitigauge.ingest.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Checklist and register as one request of JSON: holding it to the contract, without reading or judging it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ContractBenchmark {

    private static final Asked NOTHING = new Asked() {
        @Override
        public @Nullable String path(String name) {
            return null;
        }

        @Override
        public @Nullable String header(String name) {
            return null;
        }

        @Override
        public List<Map.Entry<String, String>> query() {
            return List.of();
        }
    };

    @Param
    @SuppressWarnings("NullAway.Init")
    public Size size;

    @SuppressWarnings("NullAway.Init")
    private OperationContract operation;

    @SuppressWarnings("NullAway.Init")
    private byte[] body;

    @Setup
    public void prepare() throws IOException {
        try (InputStream yaml = RequestContract.class.getResourceAsStream("/openapi.yaml")) {
            operation = RequestContract.of(yaml.readAllBytes()).operation("POST", "/api/v1/assessments");
        }
        body = body(Read.both(size));
        if (contract().isPresent()) {
            throw new IllegalStateException("the contract forbids the request of the benchmark");
        }
    }

    @Benchmark
    public Optional<Objection> contract() {
        return operation.parameters(NOTHING).or(() -> operation.body("application/json", body));
    }

    private static byte[] body(List<Input> documents) throws JsonProcessingException {
        List<Map<String, String>> told = documents.stream()
                .map(one -> Map.of("name", one.name(), "content", new String(one.content(), StandardCharsets.UTF_8)))
                .toList();
        return new ObjectMapper().writeValueAsBytes(Map.of("documents", told, "profile", Rules.PROFILE));
    }
}
