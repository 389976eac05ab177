package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.kept.NewActivation;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.assessment.kept.WaiverTerms;
import dev.mitigauge.facts.Waiver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code GET /api/v1/events}. */
@Timeout(120)
class EventStreamsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    /** One who reads. */
    private static final class Reader implements AutoCloseable {

        final HttpResponse<InputStream> response;
        private final BufferedReader lines;

        Reader(KeptService service, String... headers) throws Exception {
            HttpRequest.Builder request = service.running.to("/api/v1/events").GET();
            if (headers.length > 0) {
                request.headers(headers);
            }
            response = service.running.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        /** The next block that is an event; null at the end. */
        @Nullable
        Map<String, String> next() throws IOException {
            Map<String, String> block = new TreeMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && block.containsKey("data")) {
                    return block;
                } else if (line.isEmpty()) {
                    block.clear();
                } else if (!line.startsWith(":")) {
                    block.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
                }
            }
            return null;
        }

        String subject() throws IOException {
            Map<String, String> block = next();
            return block == null ? "none" : tree(block).get("subject").textValue();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    @Test
    void shouldTellWhatHappensAsItHappens() throws Exception {
        try (KeptService service = KeptService.patient(directory)) {
            announce(service, "past", "W-0");
            try (Reader reader = new Reader(service)) {
                announce(service, "ferry", "W-1");

                Map<String, String> block = reader.next();

                assertThat(reader.response.statusCode()).isEqualTo(200);
                assertThat(reader.response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
                assertThat(block).isNotNull().containsEntry("id", "2").containsEntry("event", "waiver.expiring");
                assertThat(tree(block).get("specversion").textValue()).isEqualTo("1.0");
                assertThat(tree(block).get("type").textValue()).isEqualTo("dev.mitigauge.waiver.expiring");
                assertThat(tree(block).get("data").get("project").textValue()).isEqualTo("ferry");
            }
        }
    }

    @Test
    void shouldResumeAfterTheLastEventThatWasSeen() throws Exception {
        try (KeptService service = KeptService.patient(directory)) {
            List<String> waivers =
                    IntStream.range(0, 250).mapToObj("W-%03d"::formatted).toList();
            announce(service, "ferry", waivers.toArray(String[]::new));

            try (Reader reader = new Reader(service, "Last-Event-ID", "3")) {
                List<String> subjects = new ArrayList<>();
                while (subjects.size() < 247) { // of more than two pages
                    subjects.add(reader.subject());
                }

                assertThat(subjects)
                        .containsExactlyElementsOf(waivers.subList(3, 250).stream()
                                .map("projects/ferry/waivers/"::concat)
                                .toList());
            }
        }
    }

    @Test
    void shouldGoOnWithWhatComesNextIfTheNumberIsOfALogThatIsLost() throws Exception {
        try (KeptService service = KeptService.patient(directory);
                Reader reader = new Reader(service, "Last-Event-ID", "4711")) {
            announce(service, "ferry", "W-1");

            assertThat(reader.subject()).isEqualTo("projects/ferry/waivers/W-1");
        }
    }

    @Test
    void shouldShowAConfinedReaderItsProjectsAndTheRulesAlone() throws Exception {
        try (KeptService service = KeptService.patient(directory)) {
            String[] token = service.token("ferry-desk", Set.of("ferry"), Role.READ);
            try (Reader reader = new Reader(service, token)) {
                announce(service, "depot", "W-1");
                announce(service, "ferry", "W-2");
                activate(service, "a");
                activate(service, "b");

                assertThat(reader.subject()).isEqualTo("projects/ferry/waivers/W-2");
                assertThat(reader.subject()).isEqualTo("rulesets/b");
            }
        }
    }

    @Test
    void shouldAskForARole() throws Exception {
        try (KeptService service = KeptService.patient(directory)) {
            String[] token = service.token("ci", Set.of(), Role.ASSESS);

            assertThat(service.get("events", token).statusCode()).isEqualTo(403);
            assertThat(service.get("events").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void shouldEndOnceTheTokenCountsNoMore() throws Exception {
        try (KeptService service = KeptService.patient(directory)) {
            String[] token = service.token("desk", Set.of(), Role.READ);
            try (Reader reader = new Reader(service, token)) {
                service.store.tokens().revoke("desk", Instant.now()).orElseThrow();

                assertThat(reader.next()).as("the end, in good order").isNull();
            }
        }
    }

    @Test
    void shouldTurnAwayMoreReadersThanThereMayBe() throws Exception {
        try (KeptService service = KeptService.patient(directory);
                Reader first = new Reader(service)) {
            HttpResponse<String> third;
            try (Reader second = new Reader(service)) {
                assertThat(List.of(first.response.statusCode(), second.response.statusCode()))
                        .containsOnly(200);
                third = service.get("events");
            }

            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(third.body()).contains("as many readers of events as may be (2) are there");
        }
    }

    @Test
    void shouldMakeRoomWhenAReaderGoes() throws Exception {
        try (KeptService service = KeptService.patient(directory)) {
            new Reader(service).close();
            new Reader(service).close();

            int status = 503;
            for (Instant end = Instant.now().plusSeconds(60);
                    status == 503 && Instant.now().isBefore(end); ) {
                try (Reader next = new Reader(service)) {
                    status = next.response.statusCode();
                }
            }
            assertThat(status).isEqualTo(200);
        }
    }

    @Test
    void shouldCutOffWhoDoesNotRead() throws Exception {
        try (KeptService service = KeptService.patient(directory);
                Socket deaf = new Socket(InetAddress.getLoopbackAddress(), service.running.port)) {
            deaf.setReceiveBufferSize(1_024);
            deaf.getOutputStream()
                    .write("GET /api/v1/events HTTP/1.1\r\nHost: a\r\nLast-Event-ID: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            deaf.getInputStream().read();
            assertThat(service.running.service.eventStreams()).isEqualTo(1);

            int batch = 0;
            Instant end = Instant.now().plusSeconds(90);
            while (service.running.service.eventStreams() > 0 && Instant.now().isBefore(end)) {
                String[] ids = new String[50];
                for (int i = 0; i < ids.length; i++) {
                    ids[i] = "W-" + batch + "-" + i + "-" + "x".repeat(50_000);
                }
                if (batch++ < 20) {
                    announce(service, "ferry", ids);
                }
            }

            assertThat(service.running.service.eventStreams()).isZero();
        }
    }

    @Test
    void shouldEndItsReadersWhenItStops() throws Exception {
        KeptService service = KeptService.patient(directory);
        try (Reader reader = new Reader(service)) {
            Instant start = Instant.now();
            service.close();

            assertThat(reader.next()).isNull();
            assertThat(Instant.now())
                    .as("not as long as requests in flight may take")
                    .isBefore(start.plusSeconds(15));
        }
    }

    @Test
    void shouldSayWhatIsWrongWithARequest() throws Exception {
        try (KeptService service = KeptService.patient(directory);
                RunningService forgetful = new RunningService(RunningService.SETTINGS)) {
            HttpResponse<String> word = service.get("events", "Last-Event-ID", "abc");
            HttpResponse<String> parameter = service.get("events?project=ferry");

            assertThat(word.statusCode()).isEqualTo(422);
            assertThat(word.body()).contains("must be the id of an event of this stream, a whole number, but is `abc`");
            assertThat(parameter.statusCode()).isEqualTo(422);
            assertThat(parameter.body()).contains("unknown parameter `project`");
            assertThat(forgetful.get("/api/v1/events").statusCode()).isEqualTo(404);
            assertThat(service.call("HEAD", "events", null, null).statusCode()).isEqualTo(200);
        }
    }

    private static JsonNode tree(Map<String, String> block) throws IOException {
        return RunningService.JSON.readTree(block.getOrDefault("data", "{}"));
    }

    private static void announce(KeptService service, String project, String... waivers) {
        for (String id : waivers) {
            Waiver waiver = new Waiver(id, null, "R-1", "ada", "bought time", DAY);
            service.store
                    .waivers()
                    .put(project, new WaiverTerms(waiver, null, null), null, Instant.now())
                    .orElseThrow();
        }
        service.store.outbox().announce(DAY, DAY, Instant.now()).orElseThrow();
    }

    private static void activate(KeptService service, String digest) {
        RuleSetFiles files =
                new RuleSetFiles(digest, new TreeMap<>(Map.of("a.drl", digest.getBytes(StandardCharsets.UTF_8))));
        service.store
                .rules()
                .activated(files, new NewActivation(Instant.now(), "ada", NewActivation.How.HTTP, null))
                .orElseThrow();
    }
}
