package dev.mitigauge.ingest;

/** A block that lines may still be added to. */
abstract class OpenBlock {

    /** Whether a line goes on with a block. */
    enum Resumed {
        NO,
        YES,
        /** It does, and ends it. */
        LAST
    }

    /** Where in the current line the block begins: a line that has nothing behind that place is none of the block's. */
    private int start;

    private int line;
    private int endLine;
    private boolean filled;

    /** Whether the line goes on with this block; if so, moves behind what belongs to the block itself. */
    abstract Resumed resume(LineCursor cursor);

    /** Hands over what was read. */
    abstract void close(OpenBlock parent);

    /** Whether other blocks stand in it. */
    boolean isContainer() {
        return false;
    }

    /** Whether a line that belongs to no block goes on with this one although the marks of those around it are missing. */
    boolean isLazy() {
        return false;
    }

    boolean holds(OpenBlock child) {
        return false;
    }

    /** Takes what a block inside of it read. */
    void take(Block child) {
        throw new IllegalStateException("no container: " + getClass().getSimpleName());
    }

    void add(String text, int number) {}

    final void startAt(int index) {
        start = index;
    }

    /** A line, looked at up to {@code index}, is part of it unless nothing of the line is left for it. */
    final void reach(int number, int index, int length) {
        if (Math.min(start, index) < length) {
            since(number);
        }
    }

    /** A line is part of it. */
    final void since(int number) {
        line = line == 0 ? number : line;
        endLine = number;
    }

    final void fill() {
        filled = true;
    }

    /** Belongs to no line, as if it was never opened. */
    final void forget() {
        line = 0;
        endLine = 0;
        filled = false;
    }

    /** Whether a block was ever opened in it. */
    final boolean isFilled() {
        return filled;
    }

    final int line() {
        return Math.max(1, line);
    }

    final int endLine() {
        return Math.max(1, endLine);
    }
}
