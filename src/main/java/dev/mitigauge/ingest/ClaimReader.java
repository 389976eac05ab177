package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.WrittenState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a heading or a status line claims of the document or the section. */
final class ClaimReader {

    /** @param total stated total for {@link ClaimKind#TOTAL} */
    record Claimed(
            ClaimKind kind,
            @Nullable Integer amount,
            @Nullable Integer total) {}

    private final Vocabulary words;

    ClaimReader(Vocabulary words) {
        this.words = words;
    }

    /** Claims of a text that is about the state of things; numbers are claims only if they are set apart. */
    List<Claimed> of(String text) {
        return of(text, words.claims.all(text));
    }

    private List<Claimed> of(String text, List<Phrases.Found<ClaimKind>> phrases) {
        List<Claimed> claims = new ArrayList<>(1);
        if (!phrases.isEmpty()) {
            phrased(text, phrases, claims);
        }
        if (Ids.hasDigit(text)) {
            remaining(text, phrases, claims);
            numbers(text, claims);
        }
        // "40 % complete" says that it is not.
        if (claims.size() > 1 && any(claims, ClaimReader::isPartial)) {
            claims.removeIf(claim -> claim.kind() == ClaimKind.COMPLETE);
        }
        return claims;
    }

    private void phrased(String text, List<Phrases.Found<ClaimKind>> phrases, List<Claimed> claims) {
        ClaimKind worded = worded(text, phrases);
        if (worded != null) {
            claims.add(new Claimed(worded, null, null));
        }
        if (saysNoCriticals(text, phrases)) {
            claims.add(new Claimed(ClaimKind.NO_CRITICALS, null, null));
        }
    }

    private boolean saysNoCriticals(String text, List<Phrases.Found<ClaimKind>> phrases) {
        for (Phrases.Found<ClaimKind> found : phrases) {
            if (found.value() == ClaimKind.NO_CRITICALS && !isUnsure(text, found.start())) {
                return true;
            }
        }
        return false;
    }

    /** A loop and no stream: every heading is asked, and most claim nothing. */
    private static boolean any(List<Claimed> claims, Predicate<Claimed> test) {
        for (int i = 0; i < claims.size(); i++) {
            if (test.test(claims.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWorded(Claimed claim) {
        return claim.amount() == null && claim.kind() != ClaimKind.NO_CRITICALS;
    }

    private static boolean isPartial(Claimed claim) {
        int amount = claim.amount() == null ? 0 : claim.amount();
        return (claim.kind() == ClaimKind.PERCENT && amount < 100)
                || (claim.kind() == ClaimKind.TOTAL && claim.total() != null && amount < claim.total());
    }

    /** Claims of a status line, where the bare words "ready" and "go" say it all. */
    List<Claimed> ofStatus(String text) {
        List<Claimed> claims = isLegend(text) ? new ArrayList<>(1) : of(text);
        boolean worded = any(claims, ClaimReader::isWorded);
        String bare = Fingerprint.of(text);
        if (!worded && (bare.equals("ready") || bare.startsWith("ready ") || bare.equals("go"))) {
            claims.add(new Claimed(ClaimKind.READY, null, null));
        }
        return claims;
    }

    /** Claims of what one answered who was asked to sign, where "rejected" says it, too. */
    List<Claimed> ofAnswer(String text) {
        int from = 0;
        while (from < text.length() && !Letters.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        Phrases.Found<ClaimKind> answer = from < text.length() ? words.answers.at(text, from) : null;
        return answer == null ? ofStatus(text) : List.of(new Claimed(answer.value(), null, null));
    }

    /** Claims behind "Decision": one that is accepted may be about anything, one that is refused holds what it is about. */
    List<Claimed> ofVerdict(String text) {
        List<Claimed> answered = ofAnswer(text);
        return any(answered, claim -> claim.kind() == ClaimKind.READY) ? ofStatus(text) : answered;
    }

    /** Whether a text is an answer, with or without its reason behind a dash. */
    boolean isAnswer(String text) {
        Phrases.Found<ClaimKind> answer = text.isEmpty() ? null : words.answers.at(text, 0);
        int next = answer == null ? 0 : answer.end();
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return answer != null && (next == text.length() || !Letters.isLetterOrDigit(text.charAt(next)));
    }

    /** "open | in progress | done" names the words of the status column. */
    private boolean isLegend(String text) {
        int from = 0;
        for (int bar = text.indexOf('|'); bar >= 0; bar = text.indexOf('|', from)) {
            if (words.states.whole(text.substring(from, bar)) == null) {
                return false;
            }
            from = bar + 1;
        }
        return from > 0 && words.states.whole(text.substring(from)) != null;
    }

    /** Claims of a heading: also a tick in front of it or behind it; what may begin in it is known. */
    List<Claimed> ofHeading(String text, Begun begun) {
        List<Claimed> claims = of(text, words.claims.all(begun));
        boolean worded = any(claims, ClaimReader::isWorded);
        if (!worded && isTicked(text)) {
            claims.add(new Claimed(ClaimKind.COMPLETE, null, null));
        }
        return claims;
    }

    private boolean isTicked(String text) {
        if (text.isEmpty()) {
            return false;
        }
        Phrases.Found<WrittenState> first = Character.isLetterOrDigit(text.charAt(0)) ? null : words.states.at(text, 0);
        char c = text.charAt(0);
        boolean tick = c == 0x2705 || c == 0x2714 || c == 0x2611 || c == ':';
        if (first != null && tick && first.value() == WrittenState.DONE) {
            return true;
        }
        char last = text.charAt(text.length() - 1) == 0xFE0F && text.length() > 1
                ? text.charAt(text.length() - 2)
                : text.charAt(text.length() - 1);
        return last == 0x2705 || last == 0x2714 || last == 0x2611 || text.endsWith(":white_check_mark:");
    }

    /** The most cautious of the words wins: "ready, with known limitations" is conditional. */
    private @Nullable ClaimKind worded(String text, List<Phrases.Found<ClaimKind>> phrases) {
        ClaimKind worded = null;
        for (Phrases.Found<ClaimKind> found : phrases) {
            if (caution(found.value()) > 0
                    && !isUnsure(text, found.start())
                    && (worded == null || caution(found.value()) > caution(worded))) {
                worded = found.value();
            }
        }
        return worded;
    }

    private static int caution(ClaimKind kind) {
        return switch (kind) {
            case NOT_READY -> 4;
            case CONDITIONAL -> 3;
            case READY -> 2;
            case COMPLETE -> 1;
            case NO_CRITICALS, REMAINING, TOTAL, PERCENT -> 0;
        };
    }

    /** "before it is production ready", "required to go live": speaks of a time to come. */
    private boolean isUnsure(String text, int at) {
        Phrases.Found<ClaimKind> word = words.unsure.find(text, Math.max(0, at - NEAR));
        return word != null && word.end() <= at;
    }

    private static final int NEAR = 40;

    private static void remaining(String text, List<Phrases.Found<ClaimKind>> phrases, List<Claimed> claims) {
        for (Phrases.Found<ClaimKind> found : phrases) {
            if (found.value() == ClaimKind.REMAINING) {
                Integer amount = numberBefore(text, found.start());
                if (amount != null) {
                    claims.add(new Claimed(ClaimKind.REMAINING, amount, null));
                }
            }
        }
    }

    private void numbers(String text, List<Claimed> claims) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && (i == 0 || " (:=".indexOf(text.charAt(i - 1)) >= 0)) {
                int end = digits(text, i);
                if (end < text.length() && text.charAt(end) == '%' && end - i <= 3) {
                    percent(text, i, end, claims);
                } else if (end < text.length() && text.charAt(end) == '/' && end - i <= 4) {
                    total(text, i, end, claims);
                } else if (text.startsWith(" of ", end) || text.startsWith(", ", end)) {
                    worded(text, i, end, claims);
                }
                i = end;
            }
        }
    }

    private static void percent(String text, int from, int end, List<Claimed> claims) {
        String after = text.substring(end + 1).strip().toLowerCase(java.util.Locale.ROOT);
        boolean apart = after.isEmpty()
                || after.startsWith(")")
                || after.startsWith("complete")
                || after.startsWith("done")
                || after.startsWith("ready")
                || after.startsWith("finished");
        if (apart) {
            claims.add(new Claimed(ClaimKind.PERCENT, Integer.valueOf(text.substring(from, end)), null));
        }
    }

    private static void total(String text, int from, int slash, List<Claimed> claims) {
        int end = digits(text, slash + 1);
        boolean number = end > slash + 1
                && end - slash <= 5
                && (end == text.length() || " )%,.;*".indexOf(text.charAt(end)) >= 0);
        String after = text.substring(end).toLowerCase(java.util.Locale.ROOT);
        boolean tests = after.startsWith(" test") || after.startsWith(" pass") || after.startsWith(" plan");
        if (number && !tests) {
            int amount = Integer.parseInt(text.substring(from, slash));
            int total = Integer.parseInt(text.substring(slash + 1, end));
            if (total > 0 && total >= amount / 2) {
                claims.add(new Claimed(ClaimKind.TOTAL, amount, total));
            }
        }
    }

    /** {@code 3 of 5 done}, {@code 5, 3 done}: two numbers and a word that says that they count what is finished. */
    private void worded(String text, int from, int end, List<Claimed> claims) {
        boolean of = text.charAt(end) == ' ';
        int second = end + (of ? 4 : 2);
        int secondEnd = digits(text, second);
        if (secondEnd == second || secondEnd - second > 4 || end - from > 4 || secondEnd + 1 >= text.length()) {
            return;
        }
        Phrases.Found<WrittenState> word = text.charAt(secondEnd) == ' ' ? words.states.at(text, secondEnd + 1) : null;
        int first = Integer.parseInt(text.substring(from, end));
        int other = Integer.parseInt(text.substring(second, secondEnd));
        int amount = of ? first : other;
        int total = of ? other : first;
        if (word != null && word.value() == WrittenState.DONE && total > 0 && amount <= total) {
            claims.add(new Claimed(ClaimKind.TOTAL, amount, total));
        }
    }

    private static @Nullable Integer numberBefore(String text, int at) {
        int end = at;
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '-')) {
            end--;
        }
        int from = end;
        while (from > 0 && end - from < 5 && Character.isDigit(text.charAt(from - 1))) {
            from--;
        }
        return from == end || end - from > 4 ? null : Integer.valueOf(Integer.parseInt(text, from, end, 10));
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
