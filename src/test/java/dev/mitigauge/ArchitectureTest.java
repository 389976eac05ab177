package dev.mitigauge;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between packages, and which package may use which library. */
class ArchitectureTest {

    private static final String ROOT = "dev.mitigauge.";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.mitigauge");

    /** What each package may import of ours, besides itself. */
    private static final Map<String, Set<String>> ARROWS = arrows();

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        Set<String> below = Set.of("facts", "findings", "ingest", "rules");
        Set<String> assessment = plus(below, "assessment");
        arrows.put("facts", Set.of());
        arrows.put("findings", Set.of("facts"));
        arrows.put("ingest", Set.of("facts"));
        arrows.put("rules", Set.of("facts", "findings"));
        arrows.put("assessment", below);
        arrows.put("report", assessment);
        arrows.put("store", assessment);
        arrows.put("checkout", assessment);
        arrows.put("metrics", assessment);
        arrows.put("tracing", assessment);
        arrows.put("http", plus(assessment, "report"));
        arrows.put("cli", plus(assessment, "report"));
        arrows.put("app", plus(assessment, "report", "store", "checkout", "metrics", "tracing", "http", "cli"));
        return arrows;
    }

    static Stream<Arguments> arrowsOf() {
        return ARROWS.entrySet().stream().map(arrow -> Arguments.of(arrow.getKey(), arrow.getValue()));
    }

    @ParameterizedTest
    @MethodSource("arrowsOf")
    void shouldImportOnlyWhatLiesBelow(String name, Set<String> allowed) {
        String[] own = plus(allowed, name).stream().map(ArchitectureTest::tree).toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(tree(name))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.mitigauge..").and(resideOutsideOfPackages(own)))
                .because("data flows one way: document, facts, findings, assessment, report; only app knows everybody")
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void shouldHaveAPlaceForEveryPackage() {
        Set<String> packages = OURS.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()).replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());

        assertThat(ARROWS.keySet()).as("packages with arrows").containsAll(packages);
    }

    @Test
    void shouldHaveNoCycles() {
        slices().matching("dev.mitigauge.(*)..")
                .should()
                .beFreeOfCycles()
                .because("what goes round in a circle can be neither understood nor tested alone")
                .check(OURS);
    }

    static Stream<Arguments> libraries() {
        return Stream.of(
                Arguments.of(
                        "Drools",
                        List.of("org.drools..", "org.kie.."),
                        Set.of("rules"),
                        "the engine can be changed or bounded only where nobody else touches it"),
                Arguments.of(
                        "ASM",
                        List.of("org.objectweb.asm.."),
                        Set.of("rules"),
                        "class files are looked at and changed only where rules are made of them"),
                Arguments.of(
                        "Vert.x",
                        List.of("io.vertx..", "io.netty.."),
                        Set.of("http"),
                        "the use case must run without a network, on any thread"),
                Arguments.of(
                        "JSON Schema",
                        List.of("com.networknt.."),
                        Set.of("http"),
                        "what the contract forbids is refused in one place"),
                Arguments.of(
                        "Micrometer",
                        List.of("io.micrometer..", "io.prometheus.."),
                        Set.of("metrics"),
                        "whoever is measured must not know by what"),
                Arguments.of(
                        "OpenTelemetry",
                        List.of("io.opentelemetry.."),
                        Set.of("tracing"),
                        "whoever is followed must not know by what, and without a collector nothing of it is loaded"),
                Arguments.of(
                        "JGit",
                        List.of("org.eclipse.jgit.."),
                        Set.of("checkout"),
                        "what may be read of somebody's repository is bounded in one place"),
                Arguments.of(
                        "picocli",
                        List.of("picocli.."),
                        Set.of("cli", "app"),
                        "a service must not think in options and exit codes"),
                Arguments.of(
                        "Logback",
                        List.of("ch.qos.logback.."),
                        Set.of("app"),
                        "everybody logs through slf4j; only the program as a whole decides how much"),
                Arguments.of(
                        "JDBC",
                        List.of(
                                "java.sql..",
                                "javax.sql..",
                                "org.jdbi..",
                                "com.zaxxer..",
                                "org.flywaydb..",
                                "org.sqlite..",
                                "org.postgresql.."),
                        Set.of("store"),
                        "how assessments are kept is known in one place"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("libraries")
    void shouldUseALibraryInItsPlaceOnly(String library, List<String> packages, Set<String> users, String why) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        users.stream().map(ArchitectureTest::tree).toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages.toArray(String[]::new)))
                .because(why)
                .check(OURS);
    }

    @Test
    void shouldKeepFactsAndFindingsFreeOfLibraries() {
        classes()
                .that()
                .resideInAnyPackage(tree("facts"), tree("findings"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", tree("facts"), tree("findings")))
                .because("they are the vocabulary of rules, and rules may touch nothing else")
                .check(OURS);
    }

    @Test
    void shouldReadDocumentsWithoutRegularExpressions() {
        noClasses()
                .that()
                .resideInAPackage(tree("ingest"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.regex.."))
                .because("a text of strangers can make them slow or overflow the stack")
                .check(OURS);
    }

    @Test
    void shouldMarkEveryPackageForNullSafety() {
        Set<JavaPackage> packages = OURS.stream().map(JavaClass::getPackage).collect(Collectors.toSet());

        assertThat(packages)
                .filteredOn(each -> !each.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .as("packages without package-info.java that says @NullMarked")
                .isEmpty();
    }

    @Test
    void shouldLogThroughOneInterface() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING
                .because("slf4j is what the log is configured for")
                .check(OURS);
    }

    @Test
    void shouldNotWriteToTheStandardStreams() {
        noClasses()
                .should(ACCESS_STANDARD_STREAMS)
                .because("the output belongs to the answer, and System.out hides broken pipes and follows the locale")
                .check(OURS);
    }

    @Test
    void shouldEndTheProcessInMainOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.mitigauge.app.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("whoever ends the process can't be used by anybody else")
                .check(OURS);
    }

    private static String tree(String name) {
        return ROOT + name + "..";
    }

    private static Set<String> plus(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
