package dev.mitigauge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FirstWordsTest {

    private static final String TWELVE = "preconfigure";

    /** Alike in the twelve letters that end them, and in the bits that are left of those in front: "p" leaves none. */
    private static final List<String> ALIKE =
            List.of(TWELVE, "p" + TWELVE, "a" + TWELVE, "q" + TWELVE, "pp" + TWELVE, "xyz" + TWELVE, "xyza" + TWELVE);

    private final FirstWords words = new FirstWords();

    @Test
    void shouldTellWordsApartThatEndInTheSameLetters() {
        fill(ALIKE);

        for (int i = 0; i < ALIKE.size(); i++) {
            assertThat(find(ALIKE.get(i))).isEqualTo(i + 1);
            assertThat(find("- " + ALIKE.get(i).toUpperCase(Locale.ROOT) + " 9", 2))
                    .isEqualTo(i + 1);
        }
    }

    @Test
    void shouldKnowNoWordThatOnlyLooksLikeOne() {
        fill(List.of(TWELVE, "xyz" + TWELVE));

        assertThat(List.of("p" + TWELVE, "yz" + TWELVE, "xxyz" + TWELVE, "preconfigur", "reconfigure", "p"))
                .allSatisfy(word -> assertThat(find(word)).as(word).isZero());
    }

    @Test
    void shouldKnowEveryWordOfALargeTable() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 26 * 26 * 3; i++) {
            many.add("" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + "s".repeat(i / (26 * 26) * 7));
        }
        fill(many);

        for (int i = 0; i < many.size(); i++) {
            assertThat(find(many.get(i))).as(many.get(i)).isEqualTo(i + 1);
        }
        assertThat(find("aas")).isZero();
    }

    @Test
    void shouldFindWhereAWordOfAnyLengthEnds() {
        String letters = "Zebra" + "a".repeat(40);

        for (int length = 0; length < letters.length(); length++) {
            String text = "#" + letters.substring(0, length) + "1";
            assertThat(Letters.end(text, 1, Letters.at(text, 1))).isEqualTo(1 + length);
        }
    }

    private void fill(List<String> all) {
        for (int i = 0; i < all.size(); i++) {
            words.put(all.get(i), i + 1);
        }
    }

    private int find(String word) {
        return find(word, 0);
    }

    private int find(String text, int start) {
        return words.find(text, start, Letters.at(text, start));
    }
}
