package dev.mitigauge.cli;

/** What the program says to the shell; those from 64 on as in {@code sysexits.h}. */
public final class ExitCode {

    /** It worked; for {@code assess}: the gate passes. */
    public static final int PASSES = 0;

    /** {@code health}: the service does not answer or is not ready. */
    public static final int NOT_HEALTHY = 1;

    /** {@code assess}: ready with conditions, and the gate fails on these. */
    public static final int CONDITIONS = 10;

    /** {@code assess}: not ready, and the gate fails on that. */
    public static final int NOT_READY = 20;

    /** {@code assess}: insufficient evidence, and the gate fails on that. */
    public static final int INSUFFICIENT_EVIDENCE = 30;

    /** The command line makes no sense. */
    public static final int USAGE = 64;

    /** A document can't be read. */
    public static final int UNREADABLE = 65;

    /** There is no such file. */
    public static final int NO_SUCH_FILE = 66;

    /** The program is at fault. */
    public static final int INTERNAL = 70;

    /** Settings or rules are invalid. */
    public static final int INVALID = 78;

    private ExitCode() {}
}
