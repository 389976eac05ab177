package dev.mitigauge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** One pass for three things finds what a pass for each of them finds. */
class GistProperties {

    private static final List<String> PIECES = List.of(
            " ",
            "  ",
            "-",
            "_",
            ". ",
            "9",
            "7f",
            "é",
            "鍵",
            "✅",
            "tests",
            "TEST",
            "backup",
            "back-up",
            "back up",
            "auth",
            "authentication",
            "csrf tokens",
            "CI",
            "c",
            "s3",
            "monitoring",
            "rate limit",
            "rate-limiting",
            "preconfiguredly",
            "MS-MED-006",
            "#12",
            "src/a/B.java:4",
            "next.config.js",
            "(see docs/a.md)");

    @Property(tries = 3_000)
    @Label("fingerprint, topics and names are those that are found one by one")
    void findsWhatPassesForEachFind(@ForAll long seed) {
        String text = text(new Random(seed));

        Gist gist = Gist.of(text, Words.SHIPPED);

        assertThat(gist.fingerprint()).as(text).isEqualTo(Fingerprint.of(text));
        assertThat(gist.topics()).as(text).isEqualTo(Words.SHIPPED.topics(text));
        assertThat(Ids.all(text, List.of(), gist.telling())).as(text).isEqualTo(Ids.all(text, List.of()));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(40);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(random.nextBoolean() ? 7 : PIECES.size())));
        }
        return text.toString();
    }
}
