package dev.mitigauge.store;

import static dev.mitigauge.store.Made.NOON;
import static dev.mitigauge.store.Made.bytes;
import static dev.mitigauge.store.Made.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.kept.Activation;
import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.assessment.kept.AuditCheck;
import dev.mitigauge.assessment.kept.AuditEntry;
import dev.mitigauge.assessment.kept.AuditEvent;
import dev.mitigauge.assessment.kept.Change;
import dev.mitigauge.assessment.kept.DocumentRef;
import dev.mitigauge.assessment.kept.Keeping;
import dev.mitigauge.assessment.kept.KeptAssessment;
import dev.mitigauge.assessment.kept.NewActivation;
import dev.mitigauge.assessment.kept.NewAssessment;
import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.OwnTable;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.Position;
import dev.mitigauge.assessment.kept.Project;
import dev.mitigauge.assessment.kept.ProjectDetails;
import dev.mitigauge.assessment.kept.ProjectStanding;
import dev.mitigauge.assessment.kept.ProjectWaiver;
import dev.mitigauge.assessment.kept.Removal;
import dev.mitigauge.assessment.kept.Replayable;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.assessment.kept.Sha256;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.kept.Swept;
import dev.mitigauge.assessment.kept.Token;
import dev.mitigauge.assessment.kept.TokenSecret;
import dev.mitigauge.assessment.kept.WaiverTerms;
import dev.mitigauge.facts.Waiver;
import dev.mitigauge.ingest.Input;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store must do, whatever database it stands on. */
abstract class StoreContract {

    /** The store under test, which was empty when the test began. */
    abstract SqlStore store();

    /** Another one over the same database, as a second process or replica has it. */
    abstract SqlStore another(StoreSettings settings);

    /** Does what no port can do. */
    abstract void tamper(String sql);

    @Test
    void shouldCreateAProjectOnFirstUseAndKeepItAfterwards() {
        Project first = store().projects().open("ferry", NOON).orElseThrow();
        Project again = store().projects().open("ferry", NOON.plusSeconds(60)).orElseThrow();

        assertThat(first).isEqualTo(new Project("ferry", ProjectDetails.NONE, NOON, 1));
        assertThat(again).isEqualTo(first);
    }

    @Test
    void shouldChangeAProjectOnlyFromTheVersionThatTheCallerKnows() {
        ProjectDetails ada = new ProjectDetails("ada", new TreeSet<>(Set.of("web", "core")), "staging");
        ProjectDetails bob = new ProjectDetails("bob", new TreeSet<>(), null);

        assertThat(put("ferry", ada, 1L)).isEqualTo(new Change.Outdated<>(null));
        assertThat(put("ferry", ada, 0L)).isEqualTo(new Change.Saved<>(new Project("ferry", ada, NOON, 1), true));
        assertThat(put("ferry", bob, 0L)).isEqualTo(new Change.Outdated<>(new Project("ferry", ada, NOON, 1)));
        assertThat(put("ferry", bob, 1L)).isEqualTo(new Change.Saved<>(new Project("ferry", bob, NOON, 2), false));
        assertThat(put("ferry", ada, null)).isEqualTo(new Change.Saved<>(new Project("ferry", ada, NOON, 3), false));
        assertThat(put("new", bob, null)).isEqualTo(new Change.Saved<>(new Project("new", bob, NOON, 1), true));
    }

    @Test
    void shouldListProjectsByNameWithWhereTheyStand() {
        List<String> names = List.of("Zebra", "a.b", "ferry", "harbour", "quay-2");
        names.forEach(name -> store().projects().open(name, NOON).orElseThrow());
        keep(Made.of("ferry", "1", NOON, "a"));
        AssessmentSummary newest = keep(Made.of("ferry", "2", NOON.plusSeconds(1), "b"));

        Page<ProjectStanding> first = store().projects().list(null, null, 3).orElseThrow();
        Page<ProjectStanding> second = store().projects().list(null, "ferry", 3).orElseThrow();

        assertThat(names(first)).containsExactly("Zebra", "a.b", "ferry");
        assertThat(first.more()).isTrue();
        assertThat(first.items().get(2).latest()).isEqualTo(newest);
        assertThat(names(second)).containsExactly("harbour", "quay-2");
        assertThat(second.more()).isFalse();
        assertThat(second.items().get(0).latest()).isNull();
        assertThat(store().projects().find("ferry").orElseThrow())
                .hasValueSatisfying(found -> assertThat(found.latest()).isEqualTo(newest));
        assertThat(store().projects().find("nobody").orElseThrow()).isEmpty();
    }

    @Test
    void shouldGiveAnAssessmentBackByteForByte() {
        NewAssessment made = Made.of("ferry", "id-1", NOON, "- [ ] one\n", "- [x] two, longer\n");

        Keeping keeping = store().history().keep(made).orElseThrow();

        AssessmentSummary summary = AssessmentSummary.of(made);
        assertThat(keeping).isEqualTo(new Keeping.Kept(summary));
        KeptAssessment kept = store().history().find("id-1").orElseThrow().orElseThrow();
        assertThat(kept.summary()).isEqualTo(summary);
        assertThat(kept.answer()).isEqualTo(made.answer());
        assertThat(kept.documents())
                .containsExactly(
                        new DocumentRef("doc-10.md", Sha256.hex(bytes("- [ ] one\n")), 10),
                        new DocumentRef("doc-18.md", Sha256.hex(bytes("- [x] two, longer\n")), 18));
        assertThat(store().history().document(Sha256.hex(bytes("- [ ] one\n"))).orElseThrow())
                .hasValue(bytes("- [ ] one\n"));
        assertThat(store().history().find("id-2").orElseThrow()).isEmpty();
        assertThat(store().history().document("none").orElseThrow()).isEmpty();
    }

    @Test
    void shouldKeepAnEmptyAndALargeDocument() {
        String large = "0123456789abcdef".repeat(1 << 18);

        keep(Made.of("ferry", "1", NOON, "", large));

        assertThat(store().history().document(Sha256.hex(new byte[0])).orElseThrow())
                .hasValue(new byte[0]);
        assertThat(store().history().document(Sha256.hex(bytes(large))).orElseThrow())
                .hasValue(bytes(large));
    }

    @Test
    void shouldGiveBackWhatItTakesToJudgeAgain() {
        NewAssessment made = Made.of("ferry", "1", NOON, "- [ ] one\n", "- [x] two, longer\n");
        keep(made);

        Replayable replayable = store().history().replayable("1").orElseThrow().orElseThrow();

        AssessmentRequest request = replayable.request();
        assertThat(replayable.was()).isEqualTo(AssessmentSummary.of(made));
        assertThat(request.documents()).extracting(Input::name).containsExactly("doc-10.md", "doc-18.md");
        assertThat(request.documents())
                .extracting(Input::content)
                .containsExactly(bytes("- [ ] one\n"), bytes("- [x] two, longer\n"));
        assertThat(request.deployment()).isEqualTo(made.request().deployment());
        assertThat(request.waivers()).isEqualTo(made.request().waivers());
        assertThat(request.nextActions()).isEqualTo(7);
        assertThat(request.project()).isEqualTo("ferry");
        assertThat(request.asOf()).isEqualTo(made.assessment().asOf());
        assertThat(request.profile()).isEqualTo(made.assessment().rules().profile());
    }

    @Test
    void shouldGiveBackTheNewestInputOfEachProjectPageByPage() {
        store().projects().open("empty", NOON).orElseThrow();
        keep(Made.of("b", "b1", NOON, "old"));
        keep(Made.of("b", "b2", NOON.plusSeconds(2), "new"));
        keep(Made.of("a", "a1", NOON, "a"));
        keep(Made.of("c", "c1", NOON, "c"));

        Page<Replayable> first = store().history().newestReplayable(null, 2).orElseThrow();
        Page<Replayable> second = store().history().newestReplayable("b", 2).orElseThrow();

        assertThat(first.items()).extracting(each -> each.was().id()).containsExactly("a1", "b2");
        assertThat(first.items().get(1).request().documents().get(0).content()).isEqualTo(bytes("new"));
        assertThat(first.more()).isTrue();
        assertThat(second.items()).extracting(each -> each.was().id()).containsExactly("c1");
        assertThat(second.more()).isFalse();
    }

    @Test
    void shouldGiveBackTheLatestInputsOfProjectsAsFarAsTheyFit() {
        store().projects().open("empty", NOON).orElseThrow();
        keep(Made.of("a", "a1", NOON, "old"));
        keep(Made.of("c", "c1", NOON.plusSeconds(1), "one"));
        keep(Made.of("b", "b1", NOON.plusSeconds(2), "five!"));
        keep(Made.of("a", "a2", NOON.plusSeconds(3), "four", "more"));

        assertThat(store().history().assessedProjects().orElseThrow()).isEqualTo(3);
        assertThat(latest(9, 100)).containsExactly("a2", "b1", "c1");
        assertThat(latest(2, 100)).containsExactly("a2", "b1");
        assertThat(latest(9, 12)).as("five do not fit any more").containsExactly("a2", "c1");
        assertThat(latest(9, 0)).isEmpty();
    }

    @Test
    void shouldTakeTheOneKeptLastForTheNewestThoughTheClockWasSetBack() {
        keep(Made.of("ferry", "1", NOON.plus(Duration.ofHours(1)), "a"));
        keep(Made.of("harbour", "h", NOON.plusSeconds(30), "h"));
        AssessmentSummary last = keep(Made.of("ferry", "2", NOON, "b"));

        Page<AssessmentSummary> first = store().history().list("ferry", null, 1).orElseThrow();
        Page<AssessmentSummary> second =
                store().history().list("ferry", last.position(), 1).orElseThrow();

        assertThat(store().history().latest("ferry").orElseThrow()).hasValue(last);
        assertThat(store().projects().find("ferry").orElseThrow())
                .hasValueSatisfying(found -> assertThat(found.latest()).isEqualTo(last));
        assertThat(store().history().newestReplayable(null, 9).orElseThrow().items())
                .extracting(each -> each.was().id())
                .containsExactly("2", "h");
        assertThat(latest(9, 100)).containsExactly("2", "h");
        assertThat(first.items()).containsExactly(last);
        assertThat(first.more()).isTrue();
        assertThat(second.items()).extracting(AssessmentSummary::id).containsExactly("1");
        assertThat(second.more()).isFalse();
        try (SqlStore limited = another(settings(1, 0))) {
            assertThat(limited.sweep(NOON).orElseThrow()).isEqualTo(new Swept(1, 1));
        }
        assertThat(ids("ferry")).containsExactly("2");
    }

    @Test
    void shouldGoOnAfterAPlaceWhoseAssessmentIsGone() {
        IntStream.range(0, 4).forEach(i -> keep(Made.of("ferry", "f" + i, NOON.plusSeconds(i), "x")));
        Position gone = new Position(NOON.plusSeconds(2), "f2");
        tamper("delete from assessment where id = 'f2'");

        assertThat(store().history().list("ferry", gone, 9).orElseThrow().items())
                .extracting(AssessmentSummary::id)
                .containsExactly("f1", "f0");
        assertThat(store().history()
                        .list("ferry", new Position(NOON, ""), 9)
                        .orElseThrow()
                        .items())
                .as("nothing was made before")
                .isEmpty();
    }

    private List<String> latest(int limit, long bytes) {
        return store().history().latestReplayable(limit, bytes).orElseThrow().stream()
                .map(each -> each.was().id())
                .toList();
    }

    @Test
    void shouldListAssessmentsNewestFirstWithoutLosingAnyBetweenPages() {
        // Three made in the same microsecond, so that the place of a page's end is not told by time alone.
        Stream.of("1", "2", "3").forEach(id -> keep(Made.of("ferry", id, NOON, "x")));
        keep(Made.of("ferry", "0", NOON.plusSeconds(1), "x"));
        keep(Made.of("other", "9", NOON.plusSeconds(9), "x"));

        List<String> seen = new ArrayList<>();
        @Nullable Position before = null;
        Page<AssessmentSummary> page;
        do {
            page = store().history().list("ferry", before, 2).orElseThrow();
            page.items().forEach(each -> seen.add(each.id()));
            before = Position.parse(
                            page.items().get(page.items().size() - 1).position().text())
                    .orElseThrow();
        } while (page.more());

        assertThat(seen).containsExactly("0", "3", "2", "1");
        assertThat(store().history().latest("ferry").orElseThrow())
                .hasValueSatisfying(latest -> assertThat(latest.id()).isEqualTo("0"));
        assertThat(store().history().latest("nobody").orElseThrow()).isEmpty();
        assertThatThrownBy(() -> store().history().list("ferry", null, 0))
                .hasMessage("limit must be between 1 and 1000, but is 0");
    }

    @Test
    void shouldNeverChangeAnAssessment() {
        NewAssessment made = Made.of("ferry", "1", NOON, "a");
        keep(made);

        assertThatThrownBy(() -> store().history().keep(Made.of("ferry", "1", NOON.plusSeconds(1), "b")));
        assertThatThrownBy(() -> tamper("update assessment set verdict = 'READY'"))
                .rootCause()
                .message()
                .contains("never change");

        assertThat(store().history().list("ferry", null, 9).orElseThrow().items())
                .containsExactly(AssessmentSummary.of(made));
    }

    @Test
    void shouldCountARepeatedRequestOnce() {
        Keeping first = store().history()
                .keep(Made.of("ferry", "1", NOON, key("k", "request"), "a"))
                .orElseThrow();
        Keeping again = store().history()
                .keep(Made.of("ferry", "2", NOON, key("k", "request"), "a"))
                .orElseThrow();
        Keeping other = store().history()
                .keep(Made.of("ferry", "3", NOON, key("k", "another"), "b"))
                .orElseThrow();
        Keeping elsewhere = store().history()
                .keep(Made.of("harbour", "4", NOON, key("k", "request"), "a"))
                .orElseThrow();

        assertThat(first).isInstanceOf(Keeping.Kept.class);
        assertThat(again).isEqualTo(new Keeping.Repeated("1"));
        assertThat(other).isEqualTo(new Keeping.KeyTaken("1"));
        assertThat(elsewhere).isInstanceOf(Keeping.Kept.class);
        assertThat(earlier("k", "request")).hasValue(new Keeping.Repeated("1"));
        assertThat(earlier("k", "another")).hasValue(new Keeping.KeyTaken("1"));
        assertThat(earlier("l", "request")).isEmpty();
        assertThat(ids("ferry")).containsExactly("1");
        assertThat(store().history().document(Sha256.hex(bytes("b"))).orElseThrow())
                .as("document of the refused request")
                .isEmpty();
    }

    @Test
    void shouldChangeAWaiverOnlyFromTheVersionThatTheCallerKnows() {
        WaiverTerms early = terms("w1", "bought time", LocalDate.of(2027, 1, 31));
        WaiverTerms late = terms("w1", "bought more time", LocalDate.of(2027, 3, 31));
        ProjectWaiver created = new ProjectWaiver("ferry", early, NOON, NOON, 1);
        Instant later = NOON.plusSeconds(60);
        ProjectWaiver changed = new ProjectWaiver("ferry", late, NOON, later, 2);

        assertThat(put(early, 5L, NOON)).isEqualTo(new Change.Outdated<>(null));
        assertThat(put(early, null, NOON)).isEqualTo(new Change.Saved<>(created, true));
        assertThat(put(late, 0L, later)).isEqualTo(new Change.Outdated<>(created));
        assertThat(put(late, 1L, later)).isEqualTo(new Change.Saved<>(changed, false));
        assertThat(store().waivers().find("ferry", "w1").orElseThrow()).hasValue(changed);
        assertThat(store().waivers().of("ferry").orElseThrow()).containsExactly(changed);
        assertThat(store().waivers().remove("ferry", "w1", 1L).orElseThrow()).isEqualTo(Removal.OUTDATED);
        assertThat(store().waivers().remove("ferry", "w1", 2L).orElseThrow()).isEqualTo(Removal.REMOVED);
        assertThat(store().waivers().remove("ferry", "w1", null).orElseThrow()).isEqualTo(Removal.ABSENT);
        assertThat(store().waivers().of("ferry").orElseThrow()).isEmpty();
    }

    @Test
    void shouldChangeAnOwnTableOnlyFromTheVersionThatTheCallerKnows() {
        Instant later = NOON.plusSeconds(60);
        OwnTable created = new OwnTable("ferry", "thresholds", "a,b\n", NOON, NOON, 1);
        OwnTable changed = new OwnTable("ferry", "thresholds", "a,b\n\u00e9,2\n", NOON, later, 2);

        assertThat(put("thresholds", "a,b\n", 5L, NOON)).isEqualTo(new Change.Outdated<>(null));
        assertThat(put("thresholds", "a,b\n", null, NOON)).isEqualTo(new Change.Saved<>(created, true));
        assertThat(put("thresholds", "x\n", 0L, later)).isEqualTo(new Change.Outdated<>(created));
        assertThat(put("thresholds", changed.csv(), 1L, later)).isEqualTo(new Change.Saved<>(changed, false));
        put("caps", "c\n", null, NOON);
        assertThat(store().tables().find("ferry", "thresholds").orElseThrow()).hasValue(changed);
        assertThat(store().tables().of("ferry").orElseThrow())
                .extracting(OwnTable::name)
                .containsExactly("caps", "thresholds");
        assertThat(store().projects().find("ferry").orElseThrow())
                .hasValueSatisfying(found -> assertThat(found.tables()).containsExactly("caps", "thresholds"));
        assertThat(store().projects().list(null, null, 9).orElseThrow().items())
                .singleElement()
                .satisfies(found -> assertThat(found.tables()).containsExactly("caps", "thresholds"));
        assertThat(store().tables().remove("ferry", "thresholds", 1L).orElseThrow())
                .isEqualTo(Removal.OUTDATED);
        assertThat(store().tables().remove("ferry", "thresholds", 2L).orElseThrow())
                .isEqualTo(Removal.REMOVED);
        assertThat(store().tables().remove("ferry", "thresholds", null).orElseThrow())
                .isEqualTo(Removal.ABSENT);
        assertThat(store().tables().of("ferry").orElseThrow()).hasSize(1);
        assertThat(store().tables().of("harbour").orElseThrow()).isEmpty();
    }

    private Change<OwnTable> put(String name, String csv, @Nullable Long ifVersion, Instant at) {
        return store().tables().put("ferry", name, csv, ifVersion, at).orElseThrow();
    }

    @Test
    void shouldGiveBackTheTablesUnderWhichItWasJudged() {
        NewAssessment made = Made.of("ferry", "1", NOON, "a");
        TreeMap<String, String> tables = new TreeMap<>(Map.of("thresholds", "profile,ready\n"));
        keep(new NewAssessment(made.assessment(), made.answer(), made.request().underTables(tables), null));

        Replayable replayable = store().history().replayable("1").orElseThrow().orElseThrow();

        assertThat(replayable.request().tables()).isEqualTo(tables);
    }

    @Test
    void shouldListTheProjectsWithATagPageByPage() {
        Map.of("a", "web", "b", "pay", "c", "web", "d", "web\"", "e", "we", "f", "web")
                .forEach((name, tag) ->
                        put(name, new ProjectDetails(null, new TreeSet<>(Set.of(tag, "all")), null), null));
        store().projects().open("untagged", NOON).orElseThrow();

        Page<ProjectStanding> first = store().projects().list("web", null, 2).orElseThrow();
        Page<ProjectStanding> second = store().projects().list("web", "c", 2).orElseThrow();

        assertThat(names(first)).containsExactly("a", "c");
        assertThat(first.more()).isTrue();
        assertThat(names(second)).containsExactly("f");
        assertThat(second.more()).isFalse();
        assertThat(names(store().projects().list("web\"", null, 9).orElseThrow()))
                .containsExactly("d");
        assertThat(names(store().projects().list("all", null, 9).orElseThrow())).hasSize(6);
        assertThat(names(store().projects().list("none", null, 9).orElseThrow()))
                .isEmpty();
    }

    @Test
    void shouldRemoveAProjectWithAllThatIsKeptOfItAlone() {
        keep(Made.of("ferry", "1", NOON, key("k", "request"), "mine", "shared"));
        keep(Made.of("harbour", "2", NOON, key("k", "request"), "shared", "theirs"));
        put(terms("w1", "r", LocalDate.of(2027, 3, 1)), null, NOON);
        put("thresholds", "a,b\n", null, NOON);
        RuleSetFiles rules = new RuleSetFiles("sha256:1", new TreeMap<>(Map.of("a.drl", bytes("mine"))));

        assertThat(store().projects().remove("ferry", 2L).orElseThrow()).isEqualTo(Removal.OUTDATED);
        assertThat(ids("ferry")).containsExactly("1");
        assertThat(store().projects().remove("ferry", 1L).orElseThrow()).isEqualTo(Removal.REMOVED);
        assertThat(store().projects().remove("ferry", null).orElseThrow()).isEqualTo(Removal.ABSENT);

        assertThat(store().projects().find("ferry").orElseThrow()).isEmpty();
        assertThat(store().history().find("1").orElseThrow()).isEmpty();
        assertThat(ids("ferry")).isEmpty();
        assertThat(earlier("k", "request")).isEmpty();
        assertThat(store().waivers().of("ferry").orElseThrow()).isEmpty();
        assertThat(store().tables().of("ferry").orElseThrow()).isEmpty();
        assertThat(document("mine")).isEmpty();
        assertThat(document("shared")).isPresent();
        assertThat(ids("harbour")).containsExactly("2");
        store().rules().keep(rules).orElseThrow();
        keep(Made.of("ferry", "3", NOON, "mine"));
        assertThat(store().projects().remove("ferry", null).orElseThrow()).isEqualTo(Removal.REMOVED);
        assertThat(document("mine")).as("a rule set needs it").isPresent();
    }

    @Test
    void shouldRemoveAProjectWhileOthersKeepSomethingOfIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> work = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(i -> () -> switch (i % 4) {
                        case 0 -> store().projects().remove("ferry", null) instanceof Stored.Done;
                        case 1 ->
                            store().history().keep(Made.of("ferry", "id-" + i, NOON, "x", "y" + i))
                                    instanceof Stored.Done;
                        case 2 -> store().tables().put("ferry", "caps", "c" + i, null, NOON) instanceof Stored.Done;
                        default ->
                            store().waivers().put("ferry", terms("w" + i, "r", LocalDate.of(2027, 3, 1)), null, NOON)
                                    instanceof Stored.Done;
                    })
                    .toList();

            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        store().projects().remove("ferry", null).orElseThrow();
        assertThat(document("x")).isEmpty();
        assertThat(store().projects().find("ferry").orElseThrow()).isEmpty();
    }

    @Test
    void shouldFindWaiversThatExpire() {
        put(terms("in-march", "r", LocalDate.of(2027, 3, 1)), null, NOON);
        put(terms("in-may", "r", LocalDate.of(2027, 5, 1)), null, NOON);
        put(terms("in-february", "r", LocalDate.of(2027, 2, 1)), null, NOON);

        List<ProjectWaiver> found = store().waivers()
                .expiring(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 3, 1))
                .orElseThrow();

        assertThat(found).extracting(each -> each.terms().waiver().id()).containsExactly("in-february", "in-march");
    }

    @Test
    void shouldKeepEveryRuleSetAndWhenItBecameActive() {
        RuleSetFiles one = new RuleSetFiles(
                "sha256:1", new TreeMap<>(Map.of("a.drl", bytes("rule a"), "tables/t.csv", bytes("x,y\n"))));
        RuleSetFiles two = new RuleSetFiles(
                "sha256:2", new TreeMap<>(Map.of("a.drl", bytes("rule b"), "tables/t.csv", bytes("x,y\n"))));
        NewActivation start = new NewActivation(NOON, "service", NewActivation.How.START, null);
        NewActivation http = new NewActivation(NOON.plusSeconds(9), "ada", NewActivation.How.HTTP, "less strict");

        store().rules().keep(two).orElseThrow();
        Activation first = store().rules().activated(one, start).orElseThrow();
        Activation second = store().rules().activated(two, http).orElseThrow();
        Activation third = store().rules().activated(one, start).orElseThrow();

        assertThat(first).isEqualTo(new Activation(first.number(), "sha256:1", start));
        assertThat(second.what()).isEqualTo(http);
        Page<Activation> newest = store().rules().activations(null, 2).orElseThrow();
        assertThat(newest).isEqualTo(new Page<>(List.of(third, second), true));
        assertThat(store().rules().activations(second.number(), 2).orElseThrow())
                .isEqualTo(new Page<>(List.of(first), false));
        RuleSetFiles found = store().rules().find("sha256:2").orElseThrow().orElseThrow();
        assertThat(found.files().keySet()).containsExactly("a.drl", "tables/t.csv");
        assertThat(found.files().get("a.drl")).isEqualTo(bytes("rule b"));
        assertThat(store().rules().find("sha256:3").orElseThrow()).isEmpty();
        assertThatThrownBy(() -> tamper("delete from activation"))
                .rootCause()
                .hasMessageMatching("(?s).*(grows|changes).*");
    }

    @Test
    void shouldKnowATokenByItsSecretAlone() {
        TokenSecret secret = TokenSecret.random();
        Token token = new Token(
                secret.id(),
                "ci",
                Set.of(Role.ASSESS, Role.RULES_WRITE),
                new TreeSet<>(Set.of("ferry")),
                NOON,
                NOON.plusSeconds(60),
                null);
        assertThat(store().tokens().add(token, secret).orElseThrow()).isTrue();

        String wrong =
                secret.reveal().substring(0, 30) + "A".repeat(secret.reveal().length() - 30);
        assertThat(found(secret.reveal())).hasValue(token);
        assertThat(found(wrong)).isEmpty();
        assertThat(found(TokenSecret.random().reveal())).isEmpty();
        assertThat(store().tokens().list().orElseThrow()).containsExactly(token);
        assertThat(dump("token"))
                .isNotEmpty()
                .noneMatch(value -> value.contains(secret.reveal().substring(20)));
    }

    @Test
    void shouldRefuseASecondTokenOfOneNameAndRevokeForGood() {
        TokenSecret secret = TokenSecret.random();
        Token token = new Token(secret.id(), "ci", Set.of(Role.READ), null, NOON, null, null);
        TokenSecret second = TokenSecret.random();
        store().tokens().add(token, secret).orElseThrow();

        boolean added = store().tokens()
                .add(new Token(second.id(), "ci", Set.of(Role.ADMIN), null, NOON, null, null), second)
                .orElseThrow();
        Optional<Token> revoked =
                store().tokens().revoke("ci", NOON.plusSeconds(5)).orElseThrow();
        Optional<Token> again =
                store().tokens().revoke("ci", NOON.plusSeconds(9)).orElseThrow();

        assertThat(added).isFalse();
        assertThat(revoked)
                .hasValueSatisfying(each -> assertThat(each.revoked()).isEqualTo(NOON.plusSeconds(5)));
        assertThat(again).isEqualTo(revoked);
        assertThat(found(secret.reveal())).isEqualTo(revoked);
        assertThat(store().tokens().revoke("nobody", NOON).orElseThrow()).isEmpty();
    }

    @Test
    void shouldChainTheAuditTrail() {
        AuditEntry first = store().audit().append(event("waiver.put", null)).orElseThrow();
        AuditEntry second =
                store().audit().append(event("rules.activate", "note")).orElseThrow();

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.previous()).isEqualTo(AuditEntry.BEGIN);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(store().audit().list(null, 1).orElseThrow()).isEqualTo(new Page<>(List.of(second), true));
        assertThat(store().audit().list(2L, 1).orElseThrow()).isEqualTo(new Page<>(List.of(first), false));
        assertThat(store().audit().verify(null).orElseThrow()).isEqualTo(new AuditCheck.Sound(2, second.hash()));
        assertThat(store().audit().verify(first.hash()).orElseThrow())
                .isEqualTo(new AuditCheck.Sound(2, second.hash()));
    }

    @Test
    void shouldNameTheFirstEntryOfTheAuditTrailThatWasTouched() {
        IntStream.rangeClosed(1, 5)
                .forEach(i -> store().audit().append(event("act-" + i, "d")).orElseThrow());
        String head = ((AuditCheck.Sound) store().audit().verify(null).orElseThrow()).head();
        assertThatThrownBy(() -> tamper("update audit set who = 'eve'")).isNotNull();
        assertThatThrownBy(() -> tamper("delete from audit")).isNotNull();
        unlockAudit();

        tamper("delete from audit where number = 5");
        assertThat(store().audit().verify(null).orElseThrow()).isInstanceOf(AuditCheck.Sound.class);
        assertThat(store().audit().verify(head).orElseThrow())
                .isEqualTo(new AuditCheck.Broken(5, "the entry with the given hash is missing"));
        tamper("update audit set hash = '" + "a".repeat(64) + "' where number = 4");
        assertThat(store().audit().verify(null).orElseThrow())
                .isEqualTo(new AuditCheck.Broken(4, "its content is not what its hash was made of"));
        tamper("delete from audit where number = 3");
        assertThat(store().audit().verify(null).orElseThrow()).isEqualTo(new AuditCheck.Broken(3, "it is missing"));
        tamper("update audit set detail = null where number = 1");
        assertThat(store().audit().verify(null).orElseThrow())
                .isEqualTo(new AuditCheck.Broken(1, "its content is not what its hash was made of"));
        tamper("update audit set previous = '" + "b".repeat(64) + "' where number = 1");
        assertThat(store().audit().verify(null).orElseThrow())
                .isEqualTo(new AuditCheck.Broken(1, "it does not follow from the entry before"));
    }

    @Test
    void shouldKeepTextsThatOnlyMisbehavingCallersSend() {
        String odd = "nul \0, half \ud83d, whole \ud83d\ude00, '; drop table audit; --";

        AuditEntry entry = store().audit().append(event("odd", odd)).orElseThrow();
        NewAssessment made = Made.of("ferry", "1", NOON, key(odd, "r"), "a");
        keep(made);
        assertThat(store().history().find(odd).orElseThrow()).isEmpty();

        assertThat(store().audit().list(null, 1).orElseThrow().items()).containsExactly(entry);
        assertThat(store().audit().verify(null).orElseThrow()).isInstanceOf(AuditCheck.Sound.class);
        assertThat(earlier(odd, "r")).isPresent();
    }

    @Test
    void shouldSweepWhatIsTooManyOrTooOldButNeverTheLatest() {
        Instant now = NOON.plus(Duration.ofDays(100));
        try (SqlStore limited = another(settings(2, 0));
                SqlStore young = another(settings(0, 30))) {
            IntStream.range(0, 4)
                    .forEach(i -> keep(Made.of("ferry", "f" + i, NOON.plusSeconds(i), "old-" + i, "shared")));
            keep(Made.of("harbour", "h", NOON, "other"));
            keep(Made.of("quay", "q1", now.minus(Duration.ofDays(31)), "q1"));
            keep(Made.of("quay", "q2", now.minus(Duration.ofDays(29)), "q2"));
            keep(Made.of("quay", "q3", now.minus(Duration.ofDays(1)), "q3"));
            RuleSetFiles rules = new RuleSetFiles("sha256:1", new TreeMap<>(Map.of("a.drl", bytes("old-0"))));
            store().rules().keep(rules).orElseThrow();

            assertThat(store().sweep(now).orElseThrow()).as("without bounds").isEqualTo(new Swept(0, 0));
            assertThat(young.sweep(now).orElseThrow()).as("by age").isEqualTo(new Swept(4, 3));
            assertThat(ids("ferry")).containsExactly("f3");
            assertThat(ids("quay")).containsExactly("q3", "q2");
            assertThat(limited.sweep(now).orElseThrow()).as("by number").isEqualTo(new Swept(0, 0));
            keep(Made.of("quay", "q4", now, "q4"));
            assertThat(limited.sweep(now).orElseThrow()).as("by number").isEqualTo(new Swept(1, 1));
        }

        assertThat(ids("quay")).containsExactly("q4", "q3");
        assertThat(ids("harbour")).containsExactly("h");
        assertThat(document("old-0")).as("document that a rule set needs").isPresent();
        assertThat(document("shared")).isPresent();
        assertThat(document("old-1")).isEmpty();
        assertThat(document("q2")).isEmpty();
    }

    @Test
    void shouldFreeTheKeysOfAssessmentsThatAreSwept() {
        keep(Made.of("ferry", "1", NOON, key("k", "r"), "a"));
        keep(Made.of("ferry", "2", NOON.plusSeconds(1), "b"));

        try (SqlStore limited = another(settings(1, 0))) {
            limited.sweep(NOON).orElseThrow();
        }

        assertThat(earlier("k", "r")).isEmpty();
    }

    @Test
    void shouldLoseNothingOfManyThreadsAndReplicas() {
        try (SqlStore replica = another(settings(0, 0))) {
            List<Keeping> results = together(8, worker -> {
                Store mine = worker % 2 == 0 ? store() : replica;
                List<Keeping> kept = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    String id = worker + "-" + i;
                    mine.audit().append(event(id, null)).orElseThrow();
                    kept.add(mine.history()
                            .keep(Made.of("project-" + i % 3, id, NOON, "shared", "own " + id))
                            .orElseThrow());
                }
                return kept;
            });

            assertThat(results).hasSize(80).allMatch(Keeping.Kept.class::isInstance);
            assertThat(Stream.of("project-0", "project-1", "project-2")
                            .mapToInt(each -> ids(each).size())
                            .sum())
                    .isEqualTo(80);
            assertThat(store().audit().verify(null).orElseThrow())
                    .isInstanceOfSatisfying(AuditCheck.Sound.class, sound -> assertThat(sound.entries())
                            .isEqualTo(80));
        }
    }

    @Test
    void shouldLetOneOfManyHaveTheKey() {
        try (SqlStore replica = another(settings(0, 0))) {
            List<Keeping> results = together(8, worker -> {
                Store mine = worker % 2 == 0 ? store() : replica;
                return List.of(mine.history()
                        .keep(Made.of("new", "id-" + worker, NOON, key("k", "same"), "doc"))
                        .orElseThrow());
            });

            List<String> kept = results.stream()
                    .filter(Keeping.Kept.class::isInstance)
                    .map(each -> ((Keeping.Kept) each).assessment().id())
                    .toList();
            assertThat(kept).hasSize(1);
            assertThat(results)
                    .filteredOn(new Keeping.Repeated(kept.get(0))::equals)
                    .hasSize(7);
            assertThat(ids("new")).isEqualTo(kept);
        }
    }

    @Test
    void shouldNotSweepWhatSomebodyBeginsToNeed() {
        try (SqlStore limited = another(settings(1, 0))) {
            List<Keeping> results = together(4, worker -> {
                List<Keeping> kept = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    if (worker == 0) {
                        limited.sweep(NOON).orElseThrow();
                    } else {
                        Instant at = NOON.plusSeconds(i);
                        kept.add(store().history()
                                .keep(Made.of("p" + worker, worker + "-" + i, at, "document " + i % 2))
                                .orElseThrow());
                    }
                }
                return kept;
            });

            assertThat(results).hasSize(30);
            limited.sweep(NOON).orElseThrow();
        }
        Page<Replayable> left = store().history().newestReplayable(null, 9).orElseThrow();
        assertThat(left.items()).hasSize(3).allSatisfy(each -> assertThat(
                        each.request().documents().get(0).content())
                .isEqualTo(bytes("document 1")));
        assertThat(document("document 0")).isEmpty();
    }

    @Test
    void shouldNeitherSweepNorKeepDocumentsWhileTheOtherIsAtIt() {
        keep(Made.of("ferry", "1", NOON, "needed by nobody"));
        keep(Made.of("ferry", "2", NOON.plusSeconds(1), "b"));
        tamper("delete from assessment where id = '1'");

        try (SqlStore other = another(new StoreSettings(null, null, null, 4, 250, 10_000, 1, 0))) {
            other.check().orElseThrow();
            Stored<Swept> whileKeeping = during(session -> {
                session.share(Dialect.Lock.CONTENT);
                Content.keep(session, List.of(Content.of(bytes("needed by nobody"))));
                return other.sweep(NOON);
            });
            Stored<Keeping> whileSweeping = during(session -> {
                session.take(Dialect.Lock.CONTENT);
                return other.history().keep(Made.of("ferry", "3", NOON, "needed by nobody"));
            });

            assertThat(cause(whileKeeping)).isEqualTo(Outage.Cause.BUSY);
            assertThat(cause(whileSweeping)).isEqualTo(Outage.Cause.BUSY);
            assertThat(other.sweep(NOON).orElseThrow()).isEqualTo(new Swept(0, 1));
        }
    }

    @Test
    void shouldOpenWhatAnotherHasMade() {
        keep(Made.of("ferry", "1", NOON, "a"));

        try (SqlStore second = another(settings(0, 0))) {
            assertThat(second.history().find("1").orElseThrow()).isPresent();
            assertThat(second.check().orElseThrow()).matches("(SQLite|PostgreSQL) \\d+\\.\\d+.*");
        }
    }

    @Test
    void shouldSayThatItIsClosed() {
        SqlStore closed = another(settings(0, 0));
        closed.close();

        assertThat(closed.check()).isInstanceOfSatisfying(Stored.Unavailable.class, unavailable -> assertThat(
                        unavailable.outage().detail())
                .isEqualTo("the store is closed"));
    }

    static StoreSettings settings(int keepPerProject, int keepDays) {
        return new StoreSettings(null, null, null, 4, 5000, 10_000, keepPerProject, keepDays);
    }

    /** Makes it possible to change the audit trail, which takes more than a statement. */
    abstract void unlockAudit();

    /** All texts of a table. */
    private List<String> dump(String table) {
        return store().database()
                .read(session -> session.handle().createQuery("select * from " + table).mapToMap().list().stream()
                        .flatMap(row -> row.values().stream())
                        .map(String::valueOf)
                        .toList())
                .orElseThrow();
    }

    interface Task<T> {
        List<T> run(int worker);
    }

    private static <T> List<T> together(int workers, Task<T> task) {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<List<T>>> calls = IntStream.range(0, workers)
                    .<Callable<List<T>>>mapToObj(worker -> () -> task.run(worker))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<List<T>> future : threads.invokeAll(calls)) {
                results.addAll(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** What comes of something while a transaction is open. */
    private <T> Stored<T> during(Database.Work<Stored<T>> work) {
        return store().database().write(work).orElseThrow();
    }

    private static Outage.Cause cause(Stored<?> stored) {
        assertThat(stored).isInstanceOf(Stored.Unavailable.class);
        return ((Stored.Unavailable<?>) stored).outage().cause();
    }

    private AssessmentSummary keep(NewAssessment made) {
        return ((Keeping.Kept) store().history().keep(made).orElseThrow()).assessment();
    }

    private Optional<Keeping> earlier(String key, String request) {
        return store().history().earlier("ferry", key(key, request)).orElseThrow();
    }

    private Optional<byte[]> document(String text) {
        return store().history().document(Sha256.hex(bytes(text))).orElseThrow();
    }

    private List<String> ids(String project) {
        return store().history().list(project, null, Page.LARGEST).orElseThrow().items().stream()
                .map(AssessmentSummary::id)
                .toList();
    }

    private Change<Project> put(String name, ProjectDetails details, @Nullable Long version) {
        return store().projects().put(name, details, version, NOON).orElseThrow();
    }

    private Change<ProjectWaiver> put(WaiverTerms terms, @Nullable Long version, Instant at) {
        return store().waivers().put("ferry", terms, version, at).orElseThrow();
    }

    private Optional<Token> found(String shown) {
        return store().tokens().find(TokenSecret.parse(shown).orElseThrow()).orElseThrow();
    }

    private static WaiverTerms terms(String id, String reason, LocalDate expires) {
        return new WaiverTerms(new Waiver(id, "DEF-001", "R-1", "ada", reason, expires), "Launch", "grace");
    }

    private static AuditEvent event(String action, @Nullable String detail) {
        return new AuditEvent(NOON, "ada", action, "ferry/w1", "done", detail);
    }

    private static List<String> names(Page<ProjectStanding> page) {
        return page.items().stream().map(each -> each.project().name()).toList();
    }
}
