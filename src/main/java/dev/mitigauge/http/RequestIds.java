package dev.mitigauge.http;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Ids by which a request is found again in the log: the caller's if it is harmless, else one of our own. */
final class RequestIds {

    static final String HEADER = "X-Request-Id";
    private static final int MOST_CHARACTERS = 64;

    /** Tells the ids of one run from those of another, without asking for randomness at each request. */
    private final String run = Integer.toHexString(new SecureRandom().nextInt());

    private final AtomicLong next = new AtomicLong();

    String of(@Nullable String fromCaller) {
        return fromCaller != null && harmless(fromCaller) ? fromCaller : run + "-" + next.incrementAndGet();
    }

    private static boolean harmless(String id) {
        return !id.isEmpty() && id.length() <= MOST_CHARACTERS && id.chars().allMatch(RequestIds::harmless);
    }

    private static boolean harmless(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0);
    }
}
