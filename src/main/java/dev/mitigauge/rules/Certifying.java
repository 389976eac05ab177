package dev.mitigauge.rules;

import dev.mitigauge.facts.Fact;
import dev.mitigauge.findings.RuleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Tries a rule set on many inputs, on two threads, for somebody waits for it. What comes of it is what one thread alone would find: inputs
 * behind the first that can't be judged are of no account.
 */
final class Certifying {

    private static final int WORKERS = 2;

    private final RuleSet rules;
    private final List<List<Fact>> stored;
    private final int runs;
    private final long seed;
    private final BooleanSupplier inTime;
    private final AtomicInteger last = new AtomicInteger(Integer.MAX_VALUE);

    /** @param inTime whether there is time left; asked on both threads */
    Certifying(RuleSet rules, Iterable<List<Fact>> stored, int runs, long seed, BooleanSupplier inTime) {
        this.rules = rules;
        this.stored = new ArrayList<>();
        stored.forEach(this.stored::add);
        this.runs = runs;
        this.seed = seed;
        this.inTime = inTime;
    }

    Certificate run() {
        List<CompletableFuture<SortedMap<Integer, Certification.Attempt>>> others = new ArrayList<>();
        for (int worker = 1; worker < WORKERS; worker++) {
            int first = worker;
            others.add(CompletableFuture.supplyAsync(() -> attempts(first), Certifying::start));
        }
        SortedMap<Integer, Certification.Attempt> all = attempts(0);
        others.forEach(other -> all.putAll(joined(other)));
        all.keySet().removeIf(input -> input > last.get());
        return certificate(all);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "rules-certify");
        thread.setDaemon(true);
        thread.start();
    }

    private static <T> T joined(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw e;
        }
    }

    /** Every second input, from the first or the second on, by its number: generated ones first, then those that are stored. */
    private SortedMap<Integer, Certification.Attempt> attempts(int first) {
        Certification certification = new Certification(rules);
        SortedMap<Integer, Certification.Attempt> attempts = new TreeMap<>();
        for (int input = first; input < runs + stored.size(); input += WORKERS) {
            if (input > last.get() || !inTime.getAsBoolean()) {
                break;
            }
            Certification.Attempt attempt = input < runs
                    ? certification.generated(new Draw(seed, input))
                    : certification.attempt(stored.get(input - runs), new Draw(seed, runs - 1L - input));
            attempts.put(input, attempt);
            if (attempt.isLast()) {
                last.accumulateAndGet(input, Math::min);
            }
        }
        return attempts;
    }

    private Certificate certificate(SortedMap<Integer, Certification.Attempt> attempts) {
        Map<Property, Trial> broken = new EnumMap<>(Property.class);
        attempts.values().forEach(attempt -> attempt.broken().forEach(broken::putIfAbsent));
        TreeSet<String> silent = new TreeSet<>();
        rules.catalogue().stream().map(RuleText::id).forEach(silent::add);
        attempts.values().forEach(attempt -> silent.removeAll(attempt.fired()));
        Violations violations = new Violations(rules, inTime);
        return new Certificate(
                rules.digest(),
                attempts.headMap(runs).size(),
                seed,
                attempts.tailMap(runs).size(),
                attempts.values().stream()
                        .mapToInt(Certification.Attempt::judgements)
                        .sum(),
                Arrays.stream(Property.values()).map(Property::sentence).toList(),
                broken.values().stream().map(violations::of).toList(),
                silent);
    }
}
