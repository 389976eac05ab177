package dev.mitigauge.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that was probably meant. */
public final class Nearest {

    /** Longer words than this are compared to nothing: the work grows with the square. */
    private static final int MOST_CHARACTERS = 60;

    private Nearest() {}

    /** The known word with the fewest letters to change, unless that is a third of it or more. */
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(best -> distance(word, best) <= Math.max(2, best.length() / 3));
    }

    /** A remedy that names it, or all known words if none is near. */
    public static String remedy(String word, Collection<String> known) {
        return to(word, known)
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> "use one of " + String.join(", ", known));
    }

    /** Letters to insert, remove or change to get from one word to the other, case aside. */
    static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            above = below(above, a.charAt(i - 1), i, b);
        }
        return above[b.length()];
    }

    private static int[] below(int[] above, char letter, int row, String b) {
        int[] current = new int[above.length];
        current[0] = row;
        for (int j = 1; j < current.length; j++) {
            int changed = above[j - 1] + (letter == b.charAt(j - 1) ? 0 : 1);
            current[j] = Math.min(changed, 1 + Math.min(above[j], current[j - 1]));
        }
        return current;
    }
}
