package dev.mitigauge.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.ingest.Input;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileChoiceTest {

    private static final String STAGING = "# Staging checklist\n\n- [x] Smoke test\n";

    @Test
    void shouldTakeTheProfileOfTheEnvironmentThatTheTitleNames() {
        assertThat(chosen(null, STAGING)).isEqualTo("staging DOCUMENTS");
        assertThat(chosen(null, "# Testnet launch\n\n- [x] Faucet runs\n")).isEqualTo("staging DOCUMENTS");
        assertThat(chosen(null, "# Pilot rollout\n\n- [x] Ten users know\n")).isEqualTo("pilot DOCUMENTS");
        assertThat(chosen(null, "# Mainnet launch\n\n- [x] Audit\n")).isEqualTo("production SETTINGS");
    }

    @Test
    void shouldObeyTheRequestBeforeAllElse() {
        assertThat(chosen("production", STAGING)).isEqualTo("production REQUEST");
    }

    @Test
    void shouldBelieveTheDeploymentMoreThanTheTitle() {
        assertThat(deployed("deployment.environment", "pilot", STAGING)).isEqualTo("pilot DEPLOYMENT");
        assertThat(deployed("deployment.env", "Staging", "# List\n\n- [x] One\n"))
                .isEqualTo("staging DEPLOYMENT");
    }

    @Test
    void shouldAskForTheMostThatSeveralTitlesAskFor() {
        assertThat(chosen(null, STAGING, "# Pilot rollout\n\n- [x] Ten users know\n"))
                .isEqualTo("staging DOCUMENTS");
        assertThat(chosen(null, STAGING, "# Production readiness\n\n- [x] Backups\n"))
                .isEqualTo("production SETTINGS");
    }

    @Test
    void shouldLeaveItAtTheSettingsWhereOneListDoesNotSayWhatItIsFor() {
        assertThat(chosen(null, STAGING, "# Release\n\n- [x] Backups\n")).isEqualTo("production SETTINGS");
        assertThat(chosen(null, "# Release\n\n## Staging\n\n- [x] Smoke test\n"))
                .isEqualTo("production SETTINGS");
        assertThat(chosen(null, "# Local development\n\n- [x] Docker runs\n")).isEqualTo("production SETTINGS");
    }

    @Test
    void shouldNotTakeAListBeforeProductionForAListOfStaging() {
        assertThat(chosen(null, "# Pre-Production Checklist\n\n- [x] Backups\n"))
                .isEqualTo("production SETTINGS");
        assertThat(chosen(null, "# Release candidate checklist\n\n- [x] Backups\n"))
                .isEqualTo("production SETTINGS");
    }

    private static String chosen(@Nullable String profile, String... texts) {
        return chosen(profile, new TreeMap<>(), texts);
    }

    private static String deployed(String key, String value, String text) {
        SortedMap<String, String> deployment = new TreeMap<>();
        deployment.put(key, value);
        return chosen(null, deployment, text);
    }

    private static String chosen(@Nullable String profile, SortedMap<String, String> deployment, String... texts) {
        List<Input> documents = new ArrayList<>();
        for (String text : texts) {
            documents.add(new Input("d" + documents.size() + ".md", text.getBytes(StandardCharsets.UTF_8)));
        }
        AssessmentRequest request =
                new AssessmentRequest(documents, deployment, null, profile, List.of(), null, "test", null);
        ProfileChoice choice = ProfileChoice.of(request, Judged.of(documents).facts(), Judged.RULES, "production");
        return choice.profile() + " " + choice.from();
    }
}
