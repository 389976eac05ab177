package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.AssessmentSettings;
import dev.mitigauge.assessment.Assessor;
import dev.mitigauge.assessment.Checkouts;
import dev.mitigauge.assessment.KnownAnswers;
import dev.mitigauge.assessment.RuleSwitch;
import dev.mitigauge.assessment.StricterSets;
import dev.mitigauge.assessment.event.EventSettings;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.Token;
import dev.mitigauge.assessment.kept.TokenSecret;
import dev.mitigauge.assessment.project.OwnTableSettings;
import dev.mitigauge.assessment.project.WaiverSettings;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.store.SqlStore;
import dev.mitigauge.store.StoreSettings;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A service that keeps what it judges: the rules that ship, a real store, a port of its own. */
final class KeptService implements AutoCloseable {

    /** Gives up soon, so that a test of an outage is short. */
    private static final StoreSettings IMPATIENT = new StoreSettings(null, null, null, 8, 250, 10_000, 0, 0);

    static final StoreSettings PATIENT = new StoreSettings(null, null, null, 8, 60_000, 10_000, 0, 0);

    static final String REGISTER = """
            # Deferred

            ### R-1: No rate limit

            - **Severity:** High
            - **Mitigation:** the proxy limits it
            """;

    final SqlStore store;
    final RunningService running;
    final Assessor assessor;

    private KeptService(Path file, StoreSettings settings, Front front) {
        this(file, settings, front, Resource.read("/openapi.yaml"));
    }

    private KeptService(Path file, StoreSettings settings, Front front, byte[] contract) {
        store = SqlStore.sqlite(file, settings);
        StricterSets stricter = Trials.stricter();
        assessor = new Assessor(
                Trials.rules(),
                IngestSettings.DEFAULT,
                AssessmentSettings.DEFAULT,
                new RecordingListener(),
                Clock.systemUTC(),
                Checkouts.NONE,
                stricter);
        running = new RunningService(
                RunningService.SETTINGS,
                RuleWriteSettings.DEFAULT,
                Trials.shipped(),
                Optional.of(new KeptParts(
                        store,
                        new RuleSwitch(assessor, null, Clock.systemUTC()),
                        Trials.shipped(),
                        new WaiverSettings(180, 3),
                        stricter,
                        new OwnTableSettings(10, 400),
                        new EventSettings("urn:shop", 14, 30, 2, 1))),
                new AccessSettings("auto", 1, 900),
                Trials::rules,
                front,
                contract);
        running.assessments.answering(
                new KnownAnswers(
                                assessor,
                                () -> assessor.rules().digest(),
                                new RecordingListener(),
                                Clock.systemUTC(),
                                1 << 20)::assess);
    }

    static KeptService patient(Path directory) {
        return behind(directory, Front.DEFAULT);
    }

    static KeptService behind(Path directory, Front front) {
        return new KeptService(directory.resolve("mitigauge.db"), PATIENT, front);
    }

    static KeptService under(Path directory, byte[] contract) {
        return new KeptService(directory.resolve("mitigauge.db"), PATIENT, Front.DEFAULT, contract);
    }

    static KeptService impatient(Path file) {
        return new KeptService(file, IMPATIENT, Front.DEFAULT);
    }

    /** Sends a register of one risk for a project. */
    HttpResponse<String> assess(String project, String... headers) {
        return judge(project, REGISTER, headers);
    }

    HttpResponse<String> judge(String project, String document, String... headers) {
        return call("POST", "projects/" + project + "/assessments", "text/markdown", document, headers);
    }

    HttpResponse<String> get(String path, String... headers) {
        return call("GET", path, null, null, headers);
    }

    HttpResponse<String> put(String path, String json, String... headers) {
        return call("PUT", path, "application/json", json, headers);
    }

    HttpResponse<String> delete(String path, String... headers) {
        return call("DELETE", path, null, null, headers);
    }

    HttpResponse<String> call(
            String method, String path, @Nullable String type, @Nullable String body, String... headers) {
        HttpRequest.Builder request = running.to("/api/v1/" + path)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return running.send(request);
    }

    /** A token; the header that shows it. */
    String[] token(String name, Set<String> projects, Role... roles) {
        TokenSecret secret = TokenSecret.random();
        Token token = new Token(
                secret.id(),
                name,
                Set.of(roles),
                projects.isEmpty() ? null : new TreeSet<>(projects),
                Instant.now(),
                null,
                null);
        assertThat(store.tokens().add(token, secret).orElseThrow()).isTrue();
        return new String[] {"Authorization", "Bearer " + secret.reveal()};
    }

    @Override
    public void close() {
        running.close();
        store.close();
    }
}
