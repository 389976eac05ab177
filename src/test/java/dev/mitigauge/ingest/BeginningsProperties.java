package dev.mitigauge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** What a look at the beginnings turns away, a look through the table must not find either. */
class BeginningsProperties {

    private static final List<String> PHRASES = List.of(
            "go",
            "go live",
            "a",
            "kept",
            "kept up",
            "in",
            "✅",
            "✅ done",
            "2fa",
            "no. 1",
            "résolu",
            "完了",
            "完了 済み",
            "[x]",
            ":warning:",
            "этап");

    private static final List<String> PIECES = List.of(
            " ",
            "-",
            "_",
            "\u00a0",
            "\u200b",
            "\ufe0f",
            "K",
            "ſ",
            "é",
            "e",
            "X",
            "9",
            "#",
            "(",
            "’",
            "go",
            "GO",
            "Go-Live",
            "kept",
            "kep",
            "kep\u200bt",
            "résolu",
            "RÉSOLU",
            "Этап",
            "完了",
            "了",
            "✅",
            "[X]",
            ":Warning:",
            "2FA",
            "in",
            "inn",
            "no.",
            "1");

    private final Beginnings beginnings = new Beginnings();
    private final Phrases<String> some = new Phrases<>(beginnings);
    private final Phrases<String> others = new Phrases<>(beginnings);

    BeginningsProperties() {
        for (int i = 0; i < PHRASES.size(); i++) {
            (i % 2 == 0 ? some : others).put(PHRASES.get(i), PHRASES.get(i));
        }
    }

    @Property(tries = 2_000)
    @Label("a table is turned away only where it knows nothing")
    void turnsAwayNoTableThatKnowsSomething(@ForAll long seed) {
        String text = text(new Random(seed));

        Begun begun = beginnings.in(text);

        assertThat(some.first(begun)).as(text).isEqualTo(some.find(text, 0));
        assertThat(others.all(begun)).as(text).isEqualTo(others.all(text));
    }

    @Property(tries = 1)
    @Label("a table that knows no word of a text is turned away")
    void turnsAwayATableThatKnowsNothing() {
        String text = "Keep the queue alive";

        assertThat(beginnings.in(text).size()).isZero();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(8);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
