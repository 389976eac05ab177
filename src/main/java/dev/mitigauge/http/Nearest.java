package dev.mitigauge.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that was probably meant. */
final class Nearest {

    /** Longer words than this are compared to nothing: the work grows with the square. */
    private static final int MOST_CHARACTERS = 40;

    private Nearest() {}

    /** The known word with the fewest letters to change, unless that is a third of it or more. */
    static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT))))
                .filter(best -> distance(lower, best.toLowerCase(Locale.ROOT)) <= Math.max(2, best.length() / 3));
    }

    /** A remedy that names it, or all known words if none is near. */
    static String remedy(String word, Collection<String> known) {
        return to(word, known)
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> "use one of " + String.join(", ", known));
    }

    /** Letters to insert, remove, change or swap with a neighbour to get from one word to the other. */
    static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = step(steps, a, b, i, j);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int step(int[][] steps, String a, String b, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(steps[i - 1][j] + 1, steps[i][j - 1] + 1), steps[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
