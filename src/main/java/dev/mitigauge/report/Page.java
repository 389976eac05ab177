package dev.mitigauge.report;

/** Lines of text, wrapped at a width, continued under the place where they began. */
final class Page {

    private final TextOptions options;
    private final StringBuilder out = new StringBuilder();
    private int column;

    Page(TextOptions options) {
        this.options = options;
    }

    /** A heading, after an empty line unless it is the first thing on the page. */
    void heading(String title) {
        if (out.length() > 0) {
            out.append('\n');
        }
        line(0, Span.strong(title));
    }

    /** Text that begins at a column and is continued there. */
    void line(int indent, Span... text) {
        to(indent);
        words(indent, text);
        end();
    }

    /** Cells at fixed columns; the last one begins at {@code indent} and is wrapped there. A cell that is too wide pushes a line end. */
    void row(int[] columns, Span[] cells, int indent, Span... last) {
        for (int i = 0; i < cells.length; i++) {
            to(columns[i]);
            put(cells[i].text(), cells[i].style());
        }
        if (column >= indent) {
            end();
        }
        to(indent);
        words(indent, last);
        end();
    }

    /**
     * Cells on one line with a space between them, as they are; what doesn't fit is cut.
     *
     * @return whether something was cut
     */
    boolean cut(Span... cells) {
        for (int i = 0; i < cells.length; i++) {
            put(i == 0 ? "" : " ", Span.Style.PLAIN);
            String text = cells[i].text();
            String fitting = Printable.fitting(text, options.width() - column);
            put(fitting, cells[i].style());
            if (!fitting.equals(text)) {
                end();
                return true;
            }
        }
        end();
        return false;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void words(int indent, Span... text) {
        boolean first = true;
        for (Span span : text) {
            for (String word : span.text().trim().split(" +", -1)) {
                if (word.isEmpty()) {
                    continue;
                }
                int width = Printable.columns(word);
                if (!first && column + 1 + width > options.width()) {
                    end();
                    to(indent);
                } else if (!first) {
                    put(" ", Span.Style.PLAIN);
                }
                put(word, span.style());
                first = false;
            }
        }
    }

    private void to(int target) {
        int missing = target - column;
        if (missing > 0) {
            put(" ".repeat(missing), Span.Style.PLAIN);
        }
    }

    private void put(String text, Span.Style style) {
        out.append(options.colour() && !text.isEmpty() ? style.paint(text) : text);
        column += Printable.columns(text);
    }

    private void end() {
        int length = out.length();
        while (length > 0 && out.charAt(length - 1) == ' ') {
            length--;
        }
        out.setLength(length);
        out.append('\n');
        column = 0;
    }
}
