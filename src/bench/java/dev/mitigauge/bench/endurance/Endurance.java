package dev.mitigauge.bench.endurance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.mitigauge.bench.Service;
import dev.mitigauge.bench.endurance.Sample.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * The service at a share of what it can answer, for as long as is asked, while its rules are edited, its store is killed, its clock is stepped and
 * its callers hang up. Ends with 1 if anything does not hold in the end.
 */
public final class Endurance {

    private static final long DRAIN = TimeUnit.SECONDS.toNanos(60);

    private final Plan plan;
    private final Path work;
    private final Timeline timeline = new Timeline();
    private final List<Check> checks = new ArrayList<>();

    private Endurance(Plan plan, Path work) {
        this.plan = plan;
        this.work = work;
    }

    /** Arguments: the jar, a directory that is removed afterwards, with the rules in {@code rules}. The rest comes from the environment. */
    public static void main(String[] arguments) throws Exception {
        // Whether a server that was killed can be stopped is no question.
        ((Logger) LoggerFactory.getLogger("io.zonky.test")).setLevel(Level.OFF);
        Endurance run = new Endurance(Plan.of(System.getenv()), Path.of(arguments[1]));
        System.exit(run.passes(Path.of(arguments[0])) ? 0 : 1);
    }

    private boolean passes(Path jar) throws Exception {
        Optional<ServiceClock> clock = Optional.empty();
        if (plan.clock().isPresent()) {
            clock = Optional.of(new ServiceClock(plan.clock().get(), work));
        }
        try (Server server = Server.start(work.resolve("store"));
                Hook hook = Hook.start();
                Program program = Program.start(plan, jar, work, settings(server, hook, clock));
                Traffic traffic = new Traffic(program.port(), timeline);
                EventReader events = EventReader.start(program.address())) {
            Service service = new Service(program.address(), program.id());
            RulesDesk rules = new RulesDesk(service, work.resolve("rules"), timeline);
            Outages outages = new Outages(server, program, timeline);
            Optional<ClockSteps> steps = clock.map(its -> new ClockSteps(its, service, timeline));
            Hands hands = new Hands(rules, outages, steps, service::collectGarbage, traffic, events, program, timeline);
            List<Sample> samples = record(hands);
            judge(hands, new Kept(program, server), hook, samples);
        }
        checks.forEach(System.out::println);
        return checks.stream().allMatch(Check::holds);
    }

    private Map<String, String> settings(Server server, Hook hook, Optional<ServiceClock> clock) {
        Map<String, String> settings = new HashMap<>();
        clock.ifPresent(its -> settings.putAll(its.environment()));
        settings.put("MITIGAUGE_PATHS_RULES", work.resolve("rules").toString());
        settings.put("MITIGAUGE_PATHS_DATA", work.resolve("data").toString());
        settings.put("MITIGAUGE_STORE_URL", server.url());
        settings.put("MITIGAUGE_STORE_USER", "postgres");
        settings.put("MITIGAUGE_WEBHOOKS_TARGETS", "hook=" + hook.address());
        settings.put("MITIGAUGE_WEBHOOKS_SECRET", "whsec_bm90IGEgc2VjcmV0LCBvbmx5IGEgbG9uZyBydW4=");
        settings.put("MITIGAUGE_WEBHOOKS_ALLOW_PRIVATE", "true");
        return settings;
    }

    private List<Sample> record(Hands hands) throws Exception {
        Traffic traffic = hands.traffic();
        traffic.seed();
        timeline.tell("warming up for " + plan.warmUp().toSeconds() + " s");
        traffic.hurry(plan.warmUp().toMillis());
        double capacity = traffic.hurry(plan.measure().toMillis());
        double rate = plan.rate().orElse(capacity * plan.share());
        timeline.tell(String.format(
                Locale.ROOT, "%.0f requests a second can be answered, %.0f are asked from now on", capacity, rate));
        GcLog collections = new GcLog(work.resolve("gc.log"));
        Recorder recorder = new Recorder(hands.program(), traffic, timeline, collections, plan.table());
        timeline.begin();
        traffic.begin(rate);
        recorder.start(plan.every().toMillis());
        Schedule.of(plan, hands).run();
        recorder.stop();
        traffic.end();
        List<Sample> samples = recorder.samples();
        checks.add(Check.none("every sample was taken", recorder.failures(), samples.size() + " samples"));
        plot(samples);
        drain(traffic);
        double after = traffic.hurry(plan.measure().toMillis());
        timeline.tell(String.format(Locale.ROOT, "%.0f requests a second can be answered now", after));
        drain(traffic);
        return samples;
    }

    private void plot(List<Sample> samples) throws IOException {
        if (plan.plot().isPresent()) {
            Plot.write(samples, timeline.marks(), plan.plot().get());
        }
    }

    /** Until all that was to be kept is, one after the other. */
    private static void drain(Traffic traffic) throws InterruptedException {
        long end = System.nanoTime() + DRAIN;
        do {
            TimeUnit.MILLISECONDS.sleep(500);
        } while (!traffic.settle() && System.nanoTime() < end);
    }

    private void judge(Hands hands, Kept kept, Hook hook, List<Sample> samples) throws Exception {
        requests(hands.traffic());
        List<String> ids = hands.traffic().onLoop(() -> hands.traffic().ledger().ids());
        List<String> twice =
                hands.traffic().onLoop(() -> hands.traffic().ledger().twice());
        checks.add(kept.readable(ids));
        checks.add(kept.once(twice, ids.size()));
        checks.add(told(hands, kept, hook));
        hands(hands);
        for (Growth growth : Growth.ALL) {
            checks.add(growth.check(samples));
        }
        double pause =
                samples.stream().mapToDouble(s -> s.of(Column.GC_MAX_MS)).max().orElse(0);
        System.out.printf(Locale.ROOT, "longest collection of garbage %.0f ms%n", pause);
        Program program = hands.program();
        checks.add(new Check("the service is ready", program.status("/health/ready") == 200, "as /health/ready says"));
        hands.events().close();
        checks.add(new Check("it stops when it is told to", program.stop(), "SIGTERM"));
        checks.add(LogCheck.of(program.log()));
    }

    private void requests(Traffic traffic) {
        Tally tally = traffic.tally();
        traffic.onLoop(() -> {
            int answered = tally.of(Outcome.ANSWERED);
            int shed = tally.of(Outcome.SHED);
            System.out.printf(
                    Locale.ROOT,
                    "%d answered, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, slowest %.0f ms%n",
                    answered,
                    tally.times().quantile(0.5),
                    tally.times().quantile(0.99),
                    tally.times().quantile(0.999),
                    tally.times().quantile(1));
            System.out.printf(
                    "%d away, %d cut, %d shed, %d wrong%n",
                    tally.of(Outcome.AWAY), tally.of(Outcome.CUT), shed, tally.of(Outcome.WRONG));
            checks.add(Check.none("no request went wrong", tally.examples(), answered + " answered"));
            return checks.add(new Check(
                    "hardly any was turned away for load",
                    shed <= (answered + shed) * plan.shed(),
                    String.format(Locale.ROOT, "%d of %d, at most %.1f %%", shed, answered + shed, 100 * plan.shed())));
        });
    }

    private void hands(Hands hands) {
        RulesDesk rules = hands.rules();
        checks.add(Check.none("every edit of the rules had its effect", rules.faults(), figures(rules.seconds())));
        Outages outages = hands.outages();
        checks.add(Check.none("without a store it judges on", outages.faults(), figures(outages.seconds())));
        checks.add(new Check(
                "a store that is back is used again", outages.seconds().quantile(1) <= 10, figures(outages.seconds())));
        hands.clock()
                .ifPresent(steps -> checks.add(
                        Check.none("steps of the clock are seen", steps.faults(), steps.count() + " steps")));
    }

    private static String figures(Times seconds) {
        return String.format(
                Locale.ROOT,
                "%d times, median %.1f s, slowest %.1f s",
                seconds.count(),
                seconds.quantile(0.5),
                seconds.quantile(1));
    }

    private static Check told(Hands hands, Kept kept, Hook hook) throws Exception {
        long end = System.nanoTime() + DRAIN;
        Check check = kept.told(hands.events().ids(), hook.ids());
        while (!check.holds() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(500);
            check = kept.told(hands.events().ids(), hook.ids());
        }
        return check;
    }
}
