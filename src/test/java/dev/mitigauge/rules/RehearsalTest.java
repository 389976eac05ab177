package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void shouldLoadAChangeOfEachFileAndKeepNothingOfIt() throws IOException, InterruptedException {
        RuleFiles files = RuleFiles.read(Path.of("rules"));
        RuleSource source = new RuleSource(RulesSettings.DEFAULT);
        Rules.accepted(source.load(files));
        List<String> keys = RuleCode.keys(files.texts(".drl"));

        int sound = new Rehearsal(source, files).rehearse(0);

        assertThat(sound).isEqualTo(3 * keys.size());
        assertThat(source.memory().code(keys)).isPresent();
    }

    @Test
    void shouldEndAfterTheFileThatItIsAtOnceItIsClosed() throws IOException, InterruptedException {
        RuleFiles files = RuleFiles.read(Path.of("rules"));
        Rehearsal rehearsal = new Rehearsal(new RuleSource(RulesSettings.DEFAULT), files);

        rehearsal.close();

        assertThat(rehearsal.rehearse(0)).isEqualTo(1);
    }
}
