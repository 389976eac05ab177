package dev.mitigauge.checkout;

import dev.mitigauge.facts.Checkout;
import dev.mitigauge.facts.CodeOwner;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.LookedUp;
import dev.mitigauge.facts.Proof;
import dev.mitigauge.facts.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds to facts what a checkout says of them. Decides nothing: what it means is up to rules. */
final class Lookup {

    private final Source source;
    private final Bounds bounds;
    private final List<Fact> seen = new ArrayList<>();

    /** Whether all that a finished task cites is there, as far as it could be decided. */
    private final Map<String, Boolean> held = new HashMap<>();

    private int found;
    private int absent;
    private int unknown;

    Lookup(Source source, Bounds bounds) {
        this.source = source;
        this.bounds = bounds;
    }

    /**
     * The facts with what was found.
     *
     * @param cited what is looked up
     * @param beyond how many more citations there are that are not
     */
    List<Fact> enriched(List<Fact> facts, List<Cited> cited, int beyond) throws IOException {
        for (Cited each : cited) {
            look(each);
        }
        owners(facts);
        List<Fact> all = new ArrayList<>(facts.size() + seen.size() + 1);
        facts.forEach(fact -> all.add(fact instanceof Task task ? proven(task) : fact));
        all.addAll(seen);
        all.add(new Checkout(source.commit(), found, absent, unknown + beyond));
        return all;
    }

    private void look(Cited cited) throws IOException {
        Optional<Source.Known> known = source.known(cited);
        if (known.isEmpty()) {
            unknown++;
            return;
        }
        boolean there = known.get().found();
        found += there ? 1 : 0;
        absent += there ? 0 : 1;
        held.merge(cited.item(), there, Boolean::logicalAnd);
        seen.add(new LookedUp(
                cited.item(), cited.kind(), cited.target(), there, known.get().says(), cited.source()));
    }

    /** A tick is verified by what was found; what is not there proves nothing. */
    private Task proven(Task task) {
        Boolean holds = held.get(task.id());
        boolean evidence = task.proof() == Proof.REFERENCED || task.proof() == Proof.STATED;
        return holds == null || !evidence ? task : task.provenAs(holds ? Proof.VERIFIED : Proof.STATED);
    }

    private void owners(List<Fact> facts) throws IOException {
        Optional<Tree.Entry> file = source.owners();
        Optional<String> text = file.isEmpty() ? Optional.empty() : source.text(file.get());
        if (file.isEmpty() || text.isEmpty()) {
            return;
        }
        Owners owners = Owners.of(text.get());
        for (Fact fact : facts) {
            if (fact instanceof DeferredRisk risk && risk.counts() && risk.owner() == null && risk.file() != null) {
                owned(List.of(risk.file().path()), owners)
                        .ifPresent(owned -> seen.add(new CodeOwner(
                                risk.id(), owned.owners(), file.get().path() + ":" + owned.line(), risk.source())));
            } else if (fact instanceof Task task && !task.settled() && task.owner() == null) {
                owned(task.files(), owners)
                        .ifPresent(owned -> seen.add(new CodeOwner(
                                task.id(), owned.owners(), file.get().path() + ":" + owned.line(), task.source())));
            }
        }
    }

    /** Who owns the first of these files that is in the checkout. */
    private Optional<Owners.Owned> owned(List<String> files, Owners owners) throws IOException {
        for (String file : files) {
            Optional<String> path = path(file);
            if (path.isPresent()) {
                return owners.of(path.get(), bounds);
            }
        }
        return Optional.empty();
    }

    /** The one path of the checkout that is meant. */
    private Optional<String> path(String file) {
        List<String> paths = Place.of(file).stream()
                .flatMap(place -> source.meant(place).stream())
                .map(Tree.Entry::path)
                .toList();
        return paths.size() == 1 ? Optional.of(paths.get(0)) : Optional.empty();
    }
}
