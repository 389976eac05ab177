package dev.mitigauge.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What must not matter does not matter. */
class ReadingProperties {

    private static final List<String> VERBS = List.of("Rotate", "Measure", "Rehearse", "Limit", "Encrypt", "Archive");
    private static final List<String> NOUNS =
            List.of("the tokens", "the queue", "the backups", "the exports", "the mailer");

    private final DocumentReader reader = new DocumentReader(Words.SHIPPED, IngestSettings.DEFAULT);

    @Property(tries = 200)
    void whiteSpaceLineEndsAndBulletsDoNotMatter(@ForAll long seed) {
        List<String> lines = document(new Random(seed));
        String plain = String.join("\n", lines);

        assertThat(items(plain.replace("\n", "\r\n"))).isEqualTo(items(plain));
        assertThat(items("\uFEFF" + plain)).isEqualTo(items(plain));
        assertThat(items(plain.replace("\n- ", "\n* "))).isEqualTo(items(plain));
        assertThat(items(plain.replace("\n- ", "\n-   "))).isEqualTo(items(plain));
        assertThat(items(plain + "\n\n\n")).isEqualTo(items(plain));
        assertThat(items(plain.replace("\n", "  \n"))).isEqualTo(items(plain));
    }

    @Property(tries = 200)
    void flatteningThenReadingEqualsReading(@ForAll long seed) {
        List<String> lines = document(new Random(seed));
        StringBuilder flat = new StringBuilder();
        for (String line : lines) {
            if (!line.isBlank()) {
                flat.append(flat.length() == 0 ? "" : " ").append(line.strip());
            }
        }

        assertThat(items(flat.toString())).isEqualTo(items(String.join("\n", lines)));
    }

    @Property(tries = 100)
    void theOrderOfDocumentsDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        Input a = new Input("a.md", String.join("\n", document(random)).getBytes(UTF_8));
        Input b = new Input("b.md", String.join("\n", document(random)).getBytes(UTF_8));

        assertThat(reader.read(List.of(a, b))).isEqualTo(reader.read(List.of(b, a)));
    }

    /** A register and a checklist in the plainest form. */
    private static List<String> document(Random random) {
        List<String> lines = new ArrayList<>();
        lines.add("# Deferred Errors");
        lines.add("");
        int risks = 1 + random.nextInt(3);
        for (int i = 1; i <= risks; i++) {
            lines.add("## QA-" + i + ": " + words(random) + " number " + i);
            lines.add("");
            lines.add("- **Error:** " + words(random) + " was never done");
            lines.add("- **Reason:** nobody asked for it");
            lines.add("- **Risk:** " + List.of("Low", "Medium", "High").get(random.nextInt(3))
                    + " — Mitigated by review (pairing, linting).");
            lines.add("");
        }
        lines.add("---");
        lines.add("");
        lines.add("## Launch checklist");
        lines.add("");
        int tasks = 2 + random.nextInt(6);
        for (int i = 0; i < tasks; i++) {
            lines.add("- [" + (random.nextBoolean() ? "x" : " ") + "] " + words(random) + " in region " + i);
        }
        return lines;
    }

    private static String words(Random random) {
        return VERBS.get(random.nextInt(VERBS.size())) + " " + NOUNS.get(random.nextInt(NOUNS.size()));
    }

    private List<String> items(String text) {
        List<String> items = new ArrayList<>();
        for (Fact fact : ((Reading.Read) reader.read(List.of(new Input("a.md", text.getBytes(UTF_8))))).facts()) {
            if (fact instanceof Task task) {
                items.add(task.state() + " " + task.tier() + " " + task.text());
            } else if (fact instanceof DeferredRisk risk) {
                items.add(risk.id() + " " + risk.severity() + " " + risk.title() + " " + risk.error() + " "
                        + risk.reason());
            } else if (fact instanceof Mitigation mitigation) {
                items.add(mitigation.riskId() + " " + mitigation.tense() + " " + mitigation.text());
            }
        }
        assertThat(items).isNotEmpty();
        return items;
    }
}
