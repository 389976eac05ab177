package dev.mitigauge.cli;

import java.util.List;

/** Ends a command: what is wrong, what to do about it, and the exit code. Never leaves this package. */
final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final transient List<Fault> faults;

    private Complaint(int exitCode, String message, List<Fault> faults) {
        super(message);
        this.exitCode = exitCode;
        this.faults = List.copyOf(faults);
    }

    Complaint(int exitCode, String message, String remedy) {
        this(exitCode, message, List.of(new Fault("error", 0, 0, message, remedy, null)));
    }

    Complaint(int exitCode, List<Fault> faults) {
        this(exitCode, faults.size() + " faults", faults);
    }

    int exitCode() {
        return exitCode;
    }

    List<Fault> faults() {
        return faults;
    }
}
