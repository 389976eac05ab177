package dev.mitigauge.checkout;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.FileRef;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.Reference;
import dev.mitigauge.facts.ReferenceKind;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.facts.Tense;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that an item cites and that a checkout can hold.
 *
 * @param item id of the item
 * @param kind path or commit
 * @param target as the document writes it
 * @param source the lines of the item
 */
record Cited(String item, ReferenceKind kind, String target, SourceRef source) {

    private static final int SHORTEST_COMMIT = 7;
    private static final int LONGEST_COMMIT = 40;

    /**
     * What finished tasks and mitigations in place cite as their proof, and where open risks are said to be. What is still to be done
     * may name files that are still to be written.
     */
    static List<Cited> by(List<Fact> facts) {
        Map<String, List<String>> named = named(facts);
        Set<Cited> cited = new LinkedHashSet<>();
        for (Fact fact : facts) {
            if (fact instanceof Task task && task.state() == TaskState.DONE) {
                add(task, named.getOrDefault(task.id(), List.of()), cited);
            } else if (fact instanceof Mitigation mitigation && mitigation.tense() == Tense.IN_PLACE) {
                add(mitigation, named.getOrDefault(mitigation.riskId(), List.of()), cited);
            } else if (fact instanceof DeferredRisk risk && risk.counts() && risk.file() != null) {
                cited.add(new Cited(risk.id(), ReferenceKind.PATH, written(risk.file()), risk.source()));
            }
        }
        return new ArrayList<>(cited);
    }

    /** The files of open tasks that name nobody who does them: they are not looked up, but may have owners. */
    static List<String> toBeDone(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact instanceof Task task && !task.settled() && task.owner() == null)
                .flatMap(fact -> ((Task) fact).files().stream())
                .distinct()
                .toList();
    }

    /** Paths and commits by the item that refers to them. */
    private static Map<String, List<String>> named(List<Fact> facts) {
        Map<String, List<String>> named = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Reference reference
                    && (reference.kind() == ReferenceKind.PATH || reference.kind() == ReferenceKind.COMMIT)) {
                named.computeIfAbsent(reference.from(), from -> new ArrayList<>(2))
                        .add(reference.target());
            }
        }
        return named;
    }

    private static void add(Task task, List<String> references, Set<Cited> cited) {
        Set<String> seen = new HashSet<>();
        for (String target : references) {
            seen.add(path(target));
            cited.add(of(task.id(), target, task.source()));
        }
        for (String file : task.files()) {
            if (seen.add(path(file))) {
                cited.add(of(task.id(), file, task.source()));
            }
        }
    }

    /** A mitigation names paths without lines; its risk refers to them with lines. */
    private static void add(Mitigation mitigation, List<String> references, Set<Cited> cited) {
        for (String target : mitigation.cites()) {
            if (isPath(target) || isCommit(target)) {
                String full = references.stream()
                        .filter(reference -> path(reference).equals(path(target)))
                        .findFirst()
                        .orElse(target);
                cited.add(of(mitigation.id(), full, mitigation.source()));
            }
        }
    }

    private static Cited of(String item, String target, SourceRef source) {
        return new Cited(item, isCommit(target) ? ReferenceKind.COMMIT : ReferenceKind.PATH, target, source);
    }

    private static String written(FileRef file) {
        return file.line() == null ? file.path() : file.path() + ":" + file.line();
    }

    private static String path(String target) {
        return Place.of(target).map(Place::path).orElse(target);
    }

    private static boolean isPath(String target) {
        return target.indexOf('/') >= 0 || target.indexOf('.') > 0;
    }

    private static boolean isCommit(String target) {
        return target.length() >= SHORTEST_COMMIT
                && target.length() <= LONGEST_COMMIT
                && target.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
