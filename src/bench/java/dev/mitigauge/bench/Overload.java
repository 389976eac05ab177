package dev.mitigauge.bench;

import java.util.Locale;

/** Floods a running service at multiples of what it can serve, with a polite caller beside. */
public final class Overload {

    private static final String FLOODING = "127.0.0.2";
    private static final String POLITE = "127.0.0.3";
    private static final int POLITE_RATE = 10;
    private static final double[] MULTIPLES = {0.7, 1, 3};

    private Overload() {}

    /** Port, what it can serve in requests a second, seconds before each measurement, and of each. */
    public static void main(String[] arguments) throws InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        double capacity = Double.parseDouble(arguments[1]);
        int settle = Integer.parseInt(arguments[2]);
        int seconds = Integer.parseInt(arguments[3]);
        System.out.printf(
                "%-20s %8s %10s %8s %8s %8s %9s%n", "", "sent/s", "answered/s", "503/s", "failed", "p50 ms", "p99 ms");
        for (double multiple : MULTIPLES) {
            Flood.Figures[] polite = new Flood.Figures[1];
            try (Flood flooding = new Flood(port, FLOODING);
                    Flood beside = new Flood(port, POLITE)) {
                flooding.begin(capacity * multiple);
                beside.begin(POLITE_RATE);
                Thread.sleep(settle * 1_000L);
                Thread watching = new Thread(() -> polite[0] = measured(beside, seconds));
                watching.start();
                Flood.Figures flood = flooding.measure(seconds);
                watching.join();
                tell(String.format(Locale.ROOT, "flooding, x%.1f", multiple), flood);
                tell("polite beside", polite[0]);
            }
            Thread.sleep(3_000);
        }
    }

    private static Flood.Figures measured(Flood caller, int seconds) {
        try {
            return caller.measure(seconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(String who, Flood.Figures figures) {
        System.out.printf(
                Locale.ROOT,
                "%-20s %8.0f %10.0f %8.0f %8d %8.1f %9.1f%n",
                who,
                figures.sent(),
                figures.answered(),
                figures.shed(),
                figures.failed(),
                figures.median(),
                figures.slowest99());
    }
}
