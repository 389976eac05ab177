package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mitigauge.assessment.kept.Delivery;
import dev.mitigauge.assessment.kept.NewActivation;
import dev.mitigauge.assessment.kept.Outbox;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.assessment.kept.Settling;
import dev.mitigauge.store.SqlStore;
import dev.mitigauge.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dead letters on the command line: the whole program, a real store. */
class EventsCommandsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldListDeadLettersNewestFirstAndWhatIsOnItsWay() {
        twoEventsGivenUpForPortal();

        Typed typed = typed("list");

        assertThat(typed).isEqualTo(new Typed(0, """
                        2 2026-11-20 12:00:02 UTC rules.changed rulesets/sha256:r2 for portal
                            attempts: 1, the target says 410
                        1 2026-11-20 12:00:01 UTC rules.changed rulesets/sha256:r1 for portal
                            attempts: 1, the target says 410
                        on their way: 2, the oldest since 2026-11-20 12:00:00 UTC
                        """, ""));
    }

    @Test
    void shouldListNoMoreThanAskedForAndSaySo() {
        twoEventsGivenUpForPortal();

        Typed typed = typed("list", "--limit", "1");

        assertThat(typed.out())
                .startsWith("2 2026-11-20")
                .contains("there are more, 2 in all: --limit")
                .doesNotContain("sha256:r1");
    }

    @Test
    void shouldListThemAsJson() throws JsonProcessingException {
        twoEventsGivenUpForPortal();

        Typed typed = typed("list", "--limit", "1", "--format", "json");

        JsonNode told = new JsonMapper().readTree(typed.out());
        assertThat(typed.out()).endsWith("}\n").hasLineCount(1);
        assertThat(told.at("/items")).hasSize(1);
        assertThat(told.at("/items/0/number").asInt()).isEqualTo(2);
        assertThat(told.at("/items/0/at").asText()).isEqualTo("2026-11-20T12:00:02Z");
        assertThat(told.at("/items/0/type").asText()).isEqualTo("rules.changed");
        assertThat(told.at("/items/0/subject").asText()).isEqualTo("rulesets/sha256:r2");
        assertThat(told.at("/items/0/target").asText()).isEqualTo("portal");
        assertThat(told.at("/items/0/attempts").asInt()).isEqualTo(1);
        assertThat(told.at("/items/0/reason").asText()).isEqualTo("the target says 410");
        assertThat(told.at("/items/0/data/digest").asText()).isEqualTo("sha256:r2");
        assertThat(told.at("/dead").asInt()).isEqualTo(2);
        assertThat(told.at("/waiting").asInt()).isEqualTo(2);
        assertThat(told.at("/oldest").asText()).isEqualTo("2026-11-20T12:00:00Z");
    }

    @Test
    void shouldSayThatNothingWasGivenUp() {
        open().close();

        assertThat(typed("list").out()).isEqualTo("no event was given up\non their way: 0\n");
        assertThat(typed("list", "--format", "json").out())
                .isEqualTo("{\"items\":[],\"dead\":0,\"waiting\":0,\"oldest\":null}\n");
        assertThat(typed("retry", "--all")).isEqualTo(new Typed(0, "0\n", ""));
    }

    @Test
    void shouldHaveAllTriedAgain() {
        twoEventsGivenUpForPortal();

        Typed typed = typed("retry", "--all");

        assertThat(typed).isEqualTo(new Typed(0, "2\n", ""));
        assertThat(typed("list").out()).startsWith("no event was given up\non their way: 4");
        assertThat(claimed("portal")).hasValueSatisfying(delivery -> {
            assertThat(delivery.event().number()).isEqualTo(1);
            assertThat(delivery.attempt()).as("as if for the first time").isEqualTo(1);
        });
    }

    @Test
    void shouldHaveOneEventOfOneTargetTriedAgain() {
        twoEventsGivenUpForPortal();

        assertThat(typed("retry", "--event", "2", "--target", "chat").out())
                .as("not given up for that target")
                .isEqualTo("0\n");
        assertThat(typed("retry", "--event", "2", "--target", "portal").out()).isEqualTo("1\n");

        assertThat(typed("list").out()).startsWith("1 2026-11-20").doesNotContain("sha256:r2");
        assertThat(claimed("portal"))
                .hasValueSatisfying(
                        delivery -> assertThat(delivery.event().number()).isEqualTo(2));
    }

    @Test
    void shouldHaveAllOfATargetOrAnEventTriedAgain() {
        twoEventsGivenUpForPortal();

        assertThat(typed("retry", "--event", "1").out()).isEqualTo("1\n");
        assertThat(typed("retry", "--target", "portal").out()).isEqualTo("1\n");
        assertThat(typed("retry", "--target", "portal").out())
                .as("nothing left")
                .isEqualTo("0\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            list --limit 0             | --limit must be between 1 and 1000, but is 0
            list --limit 1001          | --limit must be between 1 and 1000, but is 1001
            list --limit many          | --limit
            list --format jason        | unknown format `jason`
            retry                      | which events is not said
            retry --all --event 1      | --all goes with neither --event nor --target
            retry --all --target chat  | --all goes with neither --event nor --target
            retry --event first        | --event
            rettry --all               | did you mean
            """)
    void shouldSayWhatIsWrongWithACommand(String arguments, String message) {
        twoEventsGivenUpForPortal();

        Typed typed = typed(arguments.split(" ", -1));

        assertThat(typed.exitCode()).isEqualTo(64);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains(message);
        assertThat(typed("list").out()).as("nothing was changed").startsWith("2 2026-11-20");
    }

    @Test
    void shouldSayThatThereIsNoStore() {
        for (String command : List.of("list", "retry --all")) {
            Typed typed = typed(command.split(" ", -1));

            assertThat(typed.exitCode()).as(typed.err()).isIn(66, 78);
            assertThat(typed.out()).isEmpty();
            assertThat(typed.err()).isNotEmpty();
        }
        assertThat(Files.exists(directory.resolve(StoreLocation.FILE))).isFalse();
    }

    private Typed typed(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "events";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--data";
        all[arguments.length + 2] = directory.toString();
        return Typed.in(directory, all);
    }

    /** Two changes of the rules, each for two targets; one of these has refused both. */
    private void twoEventsGivenUpForPortal() {
        try (SqlStore store = open()) {
            // The first set is no change.
            for (int number = 0; number <= 2; number++) {
                activate(store, number);
            }
            Outbox outbox = store.outbox();
            assertThat(outbox.plan(event -> Set.of("portal", "chat"), NOON).orElseThrow())
                    .isEqualTo(2);
            for (int i = 0; i < 2; i++) {
                Delivery delivery = outbox.claim("portal", NOON, NOON.plusSeconds(60))
                        .orElseThrow()
                        .orElseThrow();
                assertThat(outbox.settle(delivery, new Settling.Dead("the target says 410"))
                                .orElseThrow())
                        .isTrue();
            }
        }
    }

    private static void activate(SqlStore store, int number) {
        RuleSetFiles files =
                new RuleSetFiles("sha256:r" + number, new TreeMap<>(Map.of("a.drl", new byte[] {(byte) number})));
        store.rules()
                .activated(files, new NewActivation(NOON.plusSeconds(number), "desk", NewActivation.How.HTTP, null))
                .orElseThrow();
    }

    private Optional<Delivery> claimed(String target) {
        try (SqlStore store = open()) {
            Instant now = Instant.now();
            return store.outbox().claim(target, now, now.plusSeconds(60)).orElseThrow();
        }
    }

    private SqlStore open() {
        return SqlStore.sqlite(directory.resolve(StoreLocation.FILE), StoreSettings.DEFAULT);
    }
}
