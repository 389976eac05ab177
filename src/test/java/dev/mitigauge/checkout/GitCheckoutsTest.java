package dev.mitigauge.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.Checkouts.Looking;
import dev.mitigauge.facts.Checkout;
import dev.mitigauge.facts.CodeOwner;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.LookedUp;
import dev.mitigauge.facts.Proof;
import dev.mitigauge.facts.Task;
import dev.mitigauge.ingest.DocumentReader;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.ingest.Reading;
import dev.mitigauge.ingest.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitCheckoutsTest {

    private static final DocumentReader READER = new DocumentReader(Words.SHIPPED, IngestSettings.DEFAULT);
    private static final CheckoutSettings SETTINGS = CheckoutSettings.DEFAULT;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // before each test
    private MadeRepository repository;

    private String first = "";

    @BeforeEach
    void makeRepository() throws IOException, GitAPIException {
        repository = new MadeRepository(Files.createDirectory(directory.resolve("shop")));
        first = repository
                .file("src/limits.ts", "one\ntwo\nthree\n")
                .file("web/seats.ts", "one")
                .commit();
    }

    @AfterEach
    void closeRepository() {
        repository.close();
    }

    @ParameterizedTest
    @CsvSource({
        "src/limits.ts, is in the checkout",
        "./src/limits.ts, is in the checkout",
        "shop/src/limits.ts, is in the checkout",
        "limits.ts, is in the checkout",
        "src/limits.ts:3, 'is in the checkout, with that line'",
        "src/limits.ts:1-3, 'is in the checkout, with that line'",
        "src/limits.ts:3:14, 'is in the checkout, with that line'",
        "src/limits.ts#L2-L3, 'is in the checkout, with that line'",
        "web/seats.ts:1, 'is in the checkout, with that line'"
    })
    void shouldFindWhatIsCommitted(String cited, String says) {
        LookedUp looked = only(LookedUp.class, look("- [x] Rate limit in `" + cited + "`"));

        assertThat(looked.found()).isTrue();
        assertThat(looked.says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource({
        "src/gone.ts, is not in the checkout",
        "gone.ts, is not in the checkout",
        "its.ts, is not in the checkout",
        "src/limits.ts:4, 'has 3 lines, and so no line 4'",
        "src/limits.ts:2-9, 'has 3 lines, and so no line 9'",
        "web/seats.ts:2, 'has 1 lines, and so no line 2'"
    })
    void shouldTellWhatIsNotThere(String cited, String says) {
        LookedUp looked = only(LookedUp.class, look("- [x] Rate limit in `" + cited + "`"));

        assertThat(looked.found()).isFalse();
        assertThat(looked.says()).isEqualTo(says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../shop/src/limits.ts",
                "~/src/limits.ts",
                "src/**/limits.ts",
                "/etc/app/limits.conf",
                "example.org/a/b.html"
            })
    void shouldNotDecideOnWhatLiesElsewhere(String cited) {
        List<Fact> facts = look("- [x] Rate limit in `" + cited + "`");

        assertThat(facts).noneMatch(LookedUp.class::isInstance);
        assertThat(only(Checkout.class, facts).unknown()).isEqualTo(1);
    }

    @Test
    void shouldNotFindWhatIsNotCommitted() throws IOException {
        repository.file("src/fresh.ts", "one\n");

        assertThat(only(LookedUp.class, look("- [x] Rate limit in `src/fresh.ts`"))
                        .found())
                .isFalse();
    }

    @Test
    void shouldVerifyATickByWhatItFound() {
        List<Fact> facts = look("- [x] Rate limit in `src/limits.ts`\n- [x] Rate limit of seats in `src/gone.ts`\n");

        assertThat(facts)
                .filteredOn(Task.class::isInstance)
                .extracting(fact -> ((Task) fact).proof())
                .containsExactly(Proof.VERIFIED, Proof.STATED);
    }

    @Test
    void shouldLookUpNothingThatIsStillToBeDone() {
        List<Fact> facts = look("""
                - [ ] Write `src/fresh.ts`

                ## Accepted risks

                ### HB-MED-001: Seats drift

                - **Risk:** Medium
                - **Mitigation:** will be limited in `src/fresh.ts`
                """);

        assertThat(facts).noneMatch(LookedUp.class::isInstance);
        assertThat(only(Checkout.class, facts)).isEqualTo(new Checkout(first, 0, 0, 0));
    }

    @Test
    void shouldLookUpThePlaceOfARiskAndWhatIsInPlaceAgainstIt() {
        List<Fact> facts = look("""
                ## Accepted risks

                ### HB-MED-001: Seats drift

                - **File:** `web/seats.ts:19`
                - **Risk:** Medium — mitigated by the limiter in `src/limits.ts:2`
                """);

        assertThat(facts)
                .filteredOn(LookedUp.class::isInstance)
                .extracting(
                        fact -> ((LookedUp) fact).item(), fact -> ((LookedUp) fact).target(), fact -> ((LookedUp) fact)
                                .found())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("HB-MED-001", "web/seats.ts:19", false),
                        org.assertj.core.groups.Tuple.tuple("HB-MED-001/m1", "src/limits.ts:2", true));
    }

    @Test
    void shouldFindACommitThatLeadsToTheOneCheckedOut() throws IOException, GitAPIException {
        String second = repository.file("b.txt", "b").commit();

        assertThat(only(LookedUp.class, look("- [x] Rate limit, commit " + hash(first)))
                        .found())
                .isTrue();
        assertThat(only(Checkout.class, look("- [x] Rate limit")).commit()).isEqualTo(second);
    }

    @Test
    void shouldTellACommitThatLeadsElsewhere() throws IOException, GitAPIException {
        repository.branch("other");
        String other = repository.file("b.txt", "b").commit();
        repository.backTo("main");

        LookedUp looked = only(LookedUp.class, look("- [x] Rate limit, commit " + hash(other)));

        assertThat(looked.found()).isFalse();
        assertThat(looked.says()).isEqualTo("does not lead to the commit that is checked out");
    }

    @Test
    void shouldNotMissACommitInAShallowHistory() throws IOException {
        Files.writeString(repository.directory.resolve(".git/shallow"), first + "\n");

        List<Fact> facts = look("- [x] Rate limit, commit 0123abc");

        assertThat(facts).noneMatch(LookedUp.class::isInstance);
        assertThat(only(Checkout.class, facts).unknown()).isEqualTo(1);
    }

    @Test
    void shouldFollowNoLink() throws IOException, GitAPIException {
        Path secret = Files.writeString(directory.resolve("secret.ts"), "one\ntwo\n");
        repository.link("link.ts", secret).link("web/out", directory).commit();

        assertThat(only(LookedUp.class, look("- [x] Rate limit in `link.ts`")).found())
                .isTrue();
        assertThat(look("- [x] Rate limit in `link.ts:2`")).noneMatch(LookedUp.class::isInstance);
        assertThat(only(LookedUp.class, look("- [x] Rate limit in `web/out/secret.ts`"))
                        .found())
                .isFalse();
    }

    @Test
    void shouldSayThatItDoesNotKnowWhatItHadNoRoomToLookAt() {
        CheckoutSettings narrow = new CheckoutSettings(null, 2_000, 1, 1_000, 10);

        List<Fact> facts = look("- [x] Rate limit in `src/gone.ts`, commit 0123abc", narrow);

        assertThat(only(Checkout.class, facts)).isEqualTo(new Checkout(first, 0, 0, 2));
    }

    @Test
    void shouldNotCountTheLinesOfALargeFile() {
        CheckoutSettings narrow = new CheckoutSettings(null, 2_000, 1_000, 100, 10);
        assertThat(only(Checkout.class, look("- [x] Rate limit in `src/limits.ts:2`", narrow))
                        .found())
                .isEqualTo(1);

        CheckoutSettings narrower = new CheckoutSettings(null, 2_000, 1_000, 80, 10);
        assertThat(bigger("src/limits.ts", 100, narrower).unknown()).isEqualTo(1);
    }

    private Checkout bigger(String path, int size, CheckoutSettings settings) {
        try {
            repository.file(path, "x".repeat(size)).commit();
        } catch (IOException | GitAPIException e) {
            throw new IllegalStateException(e);
        }
        return only(Checkout.class, look("- [x] Rate limit in `" + path + ":1`", settings));
    }

    @Test
    void shouldLookUpSoManyCitationsAndNoMore() {
        CheckoutSettings narrow = new CheckoutSettings(null, 2_000, 1_000, 1_000, 1);

        List<Fact> facts = look("- [x] Rate limit in `src/limits.ts`, seats in `web/seats.ts`", narrow);

        assertThat(only(Checkout.class, facts)).isEqualTo(new Checkout(first, 1, 0, 1));
    }

    @Test
    void shouldNameTheOwnersOfAFileThatNobodyElseOwns() throws IOException, GitAPIException {
        repository
                .file(".github/CODEOWNERS", "* @all\n# web\n/web/ @edge @docs # both\nsrc/*.ts\n")
                .commit();
        String register = """
                ## Accepted risks

                ### HB-MED-001: Seats drift
                - **File:** `web/seats.ts`
                - **Risk:** Medium

                ### HB-MED-002: Limits drift
                - **File:** `src/limits.ts`
                - **Risk:** Medium

                ### HB-MED-003: Gates drift
                - **File:** `web/seats.ts`
                - **Owner:** Ada
                - **Risk:** Medium
                """;

        CodeOwner owner = only(CodeOwner.class, look(register));

        assertThat(owner.item()).isEqualTo("HB-MED-001");
        assertThat(owner.owners()).isEqualTo("@edge @docs");
        assertThat(owner.from()).isEqualTo(".github/CODEOWNERS:3");
    }

    @Test
    void shouldTellWhoOwnsTheFileOfAnOpenTask() throws IOException, GitAPIException {
        repository.file(".github/CODEOWNERS", "/web/ @edge\n").commit();

        CodeOwner owner = only(
                CodeOwner.class,
                look(
                        "- [ ] Keep seats apart in `web/seats.ts`\n- [x] Done in `web/seats.ts`\n- [ ] New `web/none.ts`\n"));

        assertThat(owner.item()).endsWith(":1");
        assertThat(owner.owners()).isEqualTo("@edge");
    }

    @Test
    void shouldLeaveTheCheckoutAsItIs() throws IOException {
        SortedMap<String, String> before = snapshot();

        look("- [x] Rate limit in `src/limits.ts:2`, commit " + hash(first));

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void shouldRefuseADirectoryThatIsNoCheckout() {
        assertRefused("nowhere", "no such checkout: `nowhere`");
        assertRefused(".", "`.` is no checkout: it holds no .git");
        assertRefused("\0", "no such checkout: `\0`");
    }

    @Test
    void shouldRefuseARepositoryThatLeadsElsewhere() throws IOException, GitAPIException {
        Path linked = Files.createDirectory(directory.resolve("linked"));
        Files.createSymbolicLink(linked.resolve(".git"), repository.directory.resolve(".git"));
        Path worktree = Files.createDirectory(directory.resolve("worktree"));
        Files.writeString(worktree.resolve(".git"), "gitdir: " + repository.directory.resolve(".git"));

        assertRefused("linked", "the checkout `linked` leads elsewhere: its .git is no directory of its own");
        assertRefused("worktree", "the checkout `worktree` leads elsewhere: its .git is no directory of its own");
    }

    @Test
    void shouldRefuseARepositoryThatReadsFromElsewhere() throws IOException, GitAPIException {
        Path git = repository.directory.resolve(".git");
        Files.writeString(git.resolve("config"), "[core]\n\tbare = false\n[Include]\n\tpath = /dev/zero\n");
        assertRefused("shop", "the checkout `shop` leads elsewhere: its settings include another file");

        Files.writeString(git.resolve("objects/info/alternates"), "/elsewhere\n");
        assertRefused("shop", "the checkout `shop` leads elsewhere: it borrows objects from another repository");

        Files.createSymbolicLink(git.resolve("objects/ff"), directory);
        assertRefused("shop", "the checkout `shop` leads elsewhere: its .git holds links");

        Files.delete(git.resolve("config"));
        Files.createSymbolicLink(git.resolve("config"), directory.resolve("any"));
        assertRefused("shop", "the checkout `shop` leads elsewhere: its .git/config is a link");
    }

    @Test
    void shouldTellWhatIsWrongWithARepository() throws IOException, GitAPIException {
        try (MadeRepository empty = new MadeRepository(Files.createDirectory(directory.resolve("empty")))) {
            assertRefused(empty.directory.getFileName().toString(), "the checkout `empty` has no commit yet");
        }
        try (Stream<Path> objects = Files.walk(repository.directory.resolve(".git/objects"))) {
            for (Path object : objects.filter(Files::isRegularFile).toList()) {
                assertThat(object.toFile().setWritable(true)).isTrue();
                Files.writeString(object, "garbage");
            }
        }

        assertThat(refusal("shop").message()).startsWith("the checkout `shop` can't be read: ");
    }

    @Test
    void shouldKnowTheCheckoutsAloneThatTheSettingsAllow() {
        CheckoutSettings settings = new CheckoutSettings("shop=shop, docs=elsewhere", 2_000, 1_000, 1_000, 10);
        GitCheckouts allowed = GitCheckouts.allowed(directory, settings);

        assertThat(allowed.look("shop", List.of())).isInstanceOf(Looking.Done.class);
        assertThat(allowed.look("docs", List.of()))
                .isEqualTo(new Looking.Refused("no such checkout: `docs`", "use one of docs, shop"));
        assertThat(allowed.look(repository.directory.toString(), List.of())).isInstanceOf(Looking.Refused.class);
        assertThat(GitCheckouts.allowed(directory, SETTINGS).look("shop", List.of()))
                .isEqualTo(new Looking.Refused(
                        "no such checkout: `shop`",
                        "leave it out, or allow checkouts by the setting checkouts.allowed"));
    }

    private void assertRefused(String name, String message) {
        assertThat(refusal(name).message()).isEqualTo(message);
    }

    private Looking.Refused refusal(String name) {
        return (Looking.Refused) GitCheckouts.anywhere(directory, SETTINGS).look(name, List.of());
    }

    private List<Fact> look(String document) {
        return look(document, SETTINGS);
    }

    private List<Fact> look(String document, CheckoutSettings settings) {
        Input input = new Input("doc.md", document.getBytes(StandardCharsets.UTF_8));
        List<Fact> facts = ((Reading.Read) READER.read(List.of(input))).facts();
        return ((Looking.Done) GitCheckouts.anywhere(directory, settings).look("shop", facts)).facts();
    }

    private static <F extends Fact> F only(Class<F> kind, List<Fact> facts) {
        List<F> all = facts.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** As people abbreviate it. */
    private static String hash(String full) {
        return full.substring(0, 12);
    }

    private SortedMap<String, String> snapshot() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(repository.directory)) {
            for (Path path : paths.toList()) {
                files.put(
                        path.toString(),
                        Files.getLastModifiedTime(path) + (Files.isRegularFile(path) ? " " + Files.size(path) : ""));
            }
        }
        return files;
    }
}
