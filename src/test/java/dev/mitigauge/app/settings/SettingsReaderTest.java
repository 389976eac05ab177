package dev.mitigauge.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.Secret;
import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Fault;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.cli.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    /** Settings of an imaginary package. */
    record Kitchen(
            int ovens,
            int maxOvens,
            double heat,
            boolean gas,
            String cook,
            @Nullable String helper) {
        Kitchen {
            if (ovens < 0) {
                throw new IllegalArgumentException("kitchen.ovens must not be negative, but is " + ovens);
            }
            if (maxOvens < ovens) {
                throw new IllegalArgumentException(
                        "kitchen.maxOvens must be at least kitchen.ovens, " + ovens + ", but is " + maxOvens);
            }
            if (!(heat <= 300)) {
                throw new IllegalArgumentException("kitchen.heat must be at most 300, but is " + heat);
            }
        }
    }

    record Hall(int tables) {}

    record Vault(@Nullable Secret password) {}

    private static final Kitchen DEFAULT = new Kitchen(2, 4, 180.5, false, "Ada", null);

    private final SettingsReader reader =
            new SettingsReader(List.of(new Section<>("kitchen", DEFAULT), new Section<>("hall", new Hall(7))));

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldUseDefaultsIfNobodySaysAnything() {
        Settings settings = reader.read(null, Map.of(), Map.of()).orElseThrow();

        assertThat(settings.of(Kitchen.class)).isEqualTo(DEFAULT);
        assertThat(settings.all()).extracting(Workshop.Setting::origin).containsOnly("default");
    }

    @Test
    void shouldTakeEveryKindOfValueFromTheFile() throws IOException {
        Path file = file("""
                kitchen:
                  ovens: 3
                  heat: 220
                  gas: true
                  cook: "Grace: the first"
                  helper: Linus
                hall.tables: 12
                """);

        Settings settings = reader.read(file, Map.of(), Map.of()).orElseThrow();

        assertThat(settings.of(Kitchen.class)).isEqualTo(new Kitchen(3, 4, 220, true, "Grace: the first", "Linus"));
        assertThat(settings.of(Hall.class)).isEqualTo(new Hall(12));
        assertThat(settings.all())
                .contains(
                        new Workshop.Setting("kitchen.cook", "\"Grace: the first\"", file + ":5"),
                        new Workshop.Setting("kitchen.maxOvens", "4", "default"),
                        new Workshop.Setting("hall.tables", "12", file + ":7"));
    }

    @Test
    void shouldLetTheEnvironmentWinOverTheFileAndAnOptionOverBoth() throws IOException {
        Path file = file("kitchen:\n  ovens: 1\n  maxOvens: 10\n  cook: Edsger\n");

        Settings settings = reader.read(
                        file,
                        Map.of("MITIGAUGE_KITCHEN_OVENS", "2", "MITIGAUGE_KITCHEN_MAX_OVENS", " 11 "),
                        Map.of("kitchen.ovens", new Choices.Given("--ovens", "3")))
                .orElseThrow();

        assertThat(settings.of(Kitchen.class)).isEqualTo(new Kitchen(3, 11, 180.5, false, "Edsger", null));
        assertThat(settings.all())
                .extracting(Workshop.Setting::key, Workshop.Setting::origin)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("kitchen.ovens", "--ovens"),
                        org.assertj.core.groups.Tuple.tuple("kitchen.maxOvens", "MITIGAUGE_KITCHEN_MAX_OVENS"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kitchen: { ovns: 1 }          | 1:12 | unknown key `kitchen.ovns`                                            | did you mean `kitchen.ovens`?",
                "kichen: { ovens: 1 }          | 1:11 | unknown key `kichen.ovens`                                            | did you mean `kitchen.ovens`?",
                "garage: { cars: 1 }           | 1:11 | unknown key `garage.cars`                                             | remove it; `mitigauge config show` lists all keys",
                "kitchen: { ovens: many }      | 1:19 | `kitchen.ovens` must be a whole number from -2147483648 to 2147483647, but is `many` | `mitigauge config show` prints what is in force",
                "kitchen: { ovens: 1.5 }       | 1:19 | `kitchen.ovens` must be a whole number from -2147483648 to 2147483647, but is `1.5`  | `mitigauge config show` prints what is in force",
                "kitchen: { gas: yes }         | 1:17 | `kitchen.gas` must be true or false, but is `yes`                     | `mitigauge config show` prints what is in force",
                "kitchen: { heat: hot }        | 1:18 | `kitchen.heat` must be a number, but is `hot`                         | `mitigauge config show` prints what is in force",
                "kitchen: { cook: }            | 1:12 | `kitchen.cook` must be text, but is empty                             | `mitigauge config show` prints what is in force",
                "kitchen: { ovens: -1 }        | 1:19 | kitchen.ovens must not be negative, but is -1                         | choose a value within the bounds",
                "kitchen: { ovens: 5 }         | 1:19 | kitchen.maxOvens must be at least kitchen.ovens, 5, but is 4          | choose a value within the bounds",
                "kitchen: 5                    | 1:10 | `kitchen` holds keys, but is `5`                                      | write its keys below it, indented",
                "kitchen: { cook: [a, b] }     | 1:12 | `kitchen.cook` must be one value, but is a list                       | write one value",
                "[1, 2]                        | 1:1  | the file must hold sections                                           | write `http:` and keys below it"
            })
    void shouldSayWhatIsWrongWhereItIsWrong(String yaml, String place, String message, String remedy)
            throws IOException {
        Path file = file(yaml + "\n");

        List<Fault> faults = faults(reader.read(file, Map.of(), Map.of()));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.line() + ":" + fault.column()).isEqualTo(place);
            assertThat(fault.place()).isEqualTo(file.toString());
            assertThat(fault.message()).isEqualTo(message);
            assertThat(fault.remedy()).isEqualTo(remedy);
            assertThat(fault.excerpt()).isEqualTo(yaml);
        });
    }

    @Test
    void shouldSayAllThatIsWrongAtOnce() throws IOException {
        Path file = file("kitchen:\n  ovens: -1\n  heat: 900\n  gas: perhaps\nhal:\n  tables: 1\n");

        List<Fault> faults = faults(reader.read(
                file,
                Map.of("MITIGAUGE_HALL_TABLES", "few", "MITIGAUGE_HALL_TABELS", "3"),
                Map.of("hall.chairs", new Choices.Given("--chairs", "3"))));

        assertThat(faults)
                .extracting(fault -> fault.place().equals(file.toString()) ? "file:" + fault.line() : fault.place())
                .containsExactlyInAnyOrder(
                        "file:2",
                        "file:3",
                        "file:4",
                        "file:6",
                        "MITIGAUGE_HALL_TABLES",
                        "MITIGAUGE_HALL_TABELS",
                        "--chairs");
    }

    @Test
    void shouldNotShowASecret() throws IOException {
        SettingsReader vaults = new SettingsReader(List.of(new Section<>("vault", new Vault(null))));

        Settings settings = vaults.read(file("vault:\n  password: hush\n"), Map.of(), Map.of())
                .orElseThrow();

        assertThat(settings.of(Vault.class)).isEqualTo(new Vault(new Secret("hush")));
        assertThat(settings.all()).extracting(Workshop.Setting::value).containsExactly("\"***\"");
    }

    @Test
    void shouldTakeASecretFromAFile() throws IOException {
        SettingsReader vaults = new SettingsReader(List.of(new Section<>("vault", new Vault(null))));
        Path secret = Files.writeString(directory.resolve("password"), "hush \n");

        Settings settings = vaults.read(null, Map.of("MITIGAUGE_VAULT_PASSWORD_FILE", secret.toString()), Map.of())
                .orElseThrow();

        assertThat(settings.of(Vault.class)).isEqualTo(new Vault(new Secret("hush")));
        assertThat(settings.all())
                .containsExactly(new Workshop.Setting("vault.password", "\"***\"", "MITIGAUGE_VAULT_PASSWORD_FILE"));
    }

    @Test
    void shouldSayWhyTheFileOfASecretIsNoGood() throws IOException {
        SettingsReader vaults = new SettingsReader(List.of(new Section<>("vault", new Vault(null))));
        Path empty = Files.writeString(directory.resolve("empty"), "\n");
        Path large = Files.writeString(directory.resolve("large"), "x".repeat(65_537));
        Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, 1});
        Map<Path, String> messages = Map.of(
                directory.resolve("gone"),
                "can't read the file that it names: NoSuchFile",
                empty,
                "the file that it names is empty",
                large,
                "the file that it names is longer than 65536 bytes",
                binary,
                "the file that it names is no UTF-8 text");

        messages.forEach((path, message) -> {
            Map<String, String> environment = Map.of("MITIGAUGE_VAULT_PASSWORD_FILE", path.toString());
            assertThat(faults(vaults.read(null, environment, Map.of())))
                    .singleElement()
                    .satisfies(fault -> {
                        assertThat(fault.place()).isEqualTo("MITIGAUGE_VAULT_PASSWORD_FILE");
                        assertThat(fault.message()).isEqualTo(message);
                        assertThat(fault.remedy()).isNotBlank();
                    });
        });
    }

    @Test
    void shouldNotGuessWhichOfASecretAndItsFileCounts() throws IOException {
        SettingsReader vaults = new SettingsReader(List.of(new Section<>("vault", new Vault(null))));
        Path secret = Files.writeString(directory.resolve("password"), "hush");

        List<Fault> faults = faults(vaults.read(
                null,
                Map.of("MITIGAUGE_VAULT_PASSWORD", "hash", "MITIGAUGE_VAULT_PASSWORD_FILE", secret.toString()),
                Map.of()));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.place()).isEqualTo("MITIGAUGE_VAULT_PASSWORD");
            assertThat(fault.message())
                    .isEqualTo("`vault.password` is given twice, by `MITIGAUGE_VAULT_PASSWORD_FILE` as well");
        });
    }

    @Test
    void shouldTakeOnlySecretsFromFiles() {
        assertThat(faults(reader.read(null, Map.of("MITIGAUGE_KITCHEN_COOK_FILE", "cook"), Map.of())))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).isEqualTo("no setting has this name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vault.pasword: hush              | vault.pasword: ***",
                "vault: { passwort: hush, a: 1 }  | vault: { passwort: ***",
                "vault: { \"password\": [hush] }   | vault: { \"password\": ***",
                "vault.url: jdbc:x?password=hush  | vault.url: jdbc:x?password=***",
                "vault.token: 'hush               | vault.token: ***"
            })
    void shouldNotShowASecretOfALineThatIsWrong(String yaml, String excerpt) throws IOException {
        SettingsReader vaults = new SettingsReader(List.of(new Section<>("vault", new Vault(null))));

        List<Fault> faults = faults(vaults.read(file(yaml + "\n"), Map.of(), Map.of()));

        assertThat(faults).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.excerpt()).isEqualTo(excerpt);
            assertThat(fault.toString()).doesNotContain("hush");
        });
    }

    @Test
    void shouldRefuseAKeyThatIsGivenTwice() throws IOException {
        List<Fault> faults = faults(reader.read(file("hall:\n  tables: 1\n  tables: 2\n"), Map.of(), Map.of()));

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.message())
                .isEqualTo("`hall.tables` is given twice"));
    }

    @Test
    void shouldPointAtWhatIsNoYaml() throws IOException {
        List<Fault> faults = faults(reader.read(file("hall:\n  tables: \"1\n"), Map.of(), Map.of()));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.message()).startsWith("no YAML: ");
            assertThat(fault.line()).isPositive();
        });
    }

    @Test
    void shouldSayThatTheFileIsNoText() throws IOException {
        Path file = Files.write(directory.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(faults(reader.read(file, Map.of(), Map.of())))
                .extracting(Fault::message)
                .containsExactly("is no UTF-8 text");
        assertThat(faults(reader.read(directory.resolve("gone.yaml"), Map.of(), Map.of())))
                .extracting(Fault::message)
                .singleElement()
                .asString()
                .startsWith("can't be read: ");
    }

    @Test
    void shouldTakeAnEmptyFileOrSectionForNothingSaid() throws IOException {
        for (String empty : List.of("", "# nothing\n", "kitchen:\n", "kitchen:\n  helper:\n")) {
            assertThat(reader.read(file(empty), Map.of(), Map.of())
                            .orElseThrow()
                            .of(Kitchen.class))
                    .as(empty)
                    .isEqualTo(DEFAULT);
        }
    }

    @Test
    void shouldNotTakeKubernetesServiceLinksForSettings() {
        Map<String, String> environment = Map.of(
                "MITIGAUGE_PORT", "tcp://10.0.0.7:80",
                "MITIGAUGE_PORT_80_TCP_ADDR", "10.0.0.7",
                "MITIGAUGE_SERVICE_HOST", "10.0.0.7",
                "MITIGAUGE_WEB_SERVICE_PORT_HTTP", "80",
                "MITIGAUGE_CONFIG", "somewhere.yaml",
                "MITIGAUGE_HALL_TABLES", "",
                "PATH", "/bin");

        Settings settings = reader.read(null, environment, Map.of()).orElseThrow();

        assertThat(settings.of(Hall.class)).isEqualTo(new Hall(7));
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("settings.yaml"), yaml, StandardCharsets.UTF_8);
    }

    private static List<Fault> faults(Outcome<Settings> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
        return ((Outcome.Invalid<Settings>) outcome).faults();
    }
}
