package dev.mitigauge.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One walk through lines: which of the open blocks each goes on with, which blocks it opens, where its text belongs. The order of these steps
 * is that of appendix A of the CommonMark specification. One use, one thread.
 */
final class BlockWalk {

    /** How often a list indented like code may stand in one that is: nobody means more. */
    private static final int MOST_INDENTED = 8;

    private final int maxNesting;
    private final int before;
    private final int indented;
    private final LineCursor cursor = new LineCursor();
    private final OpenDocument document = new OpenDocument();
    private final OpenParagraph paragraph = new OpenParagraph();
    private final List<OpenBlock> open = new ArrayList<>();
    private int number;

    /**
     * @param before lines that stand before the first
     * @param indented how many indented lists these lines stand in
     */
    BlockWalk(int maxNesting, int before, int indented) {
        this.maxNesting = maxNesting;
        this.before = before;
        this.indented = indented;
        open.add(document);
    }

    boolean mayGoDeeper() {
        return indented < MOST_INDENTED;
    }

    /** A walk through lines of this one, the first of which has so many before it. */
    BlockWalk deeper(int linesBefore) {
        return new BlockWalk(maxNesting, linesBefore, indented + 1);
    }

    List<Block> blocks(List<String> lines) {
        number = before;
        for (String line : lines) {
            number++;
            line(line);
        }
        close(open.size() - 1);
        return document.children;
    }

    private void line(String text) {
        cursor.begin(text);
        int matched = resumed();
        if (matched < 0) {
            return;
        }
        OpenBlock block = open.get(matched - 1);
        boolean starts = block instanceof OpenParagraph || block.isContainer();
        int start = cursor.index();
        boolean started = false;
        while (starts) {
            start = cursor.index();
            cursor.look();
            OpenBlock next = startsText() ? null : start(block);
            if (next == null) {
                cursor.toIndex(cursor.nonSpace());
                break;
            }
            if (!started) {
                close(open.size() - matched);
            }
            started = true;
            block = opened(block, next, start);
            starts = block.isContainer();
        }
        text(block, matched, started, start);
    }

    /** How many of the open blocks the line goes on with; -1 if it ends one and nothing of it is left. */
    private int resumed() {
        int matched = 1;
        while (matched < open.size()) {
            OpenBlock block = open.get(matched);
            cursor.look();
            int index = cursor.index();
            OpenBlock.Resumed resumed = block.resume(cursor);
            if (resumed == OpenBlock.Resumed.NO) {
                break;
            }
            block.startAt(index);
            if (resumed == OpenBlock.Resumed.LAST) {
                reach();
                close(open.size() - matched);
                return -1;
            }
            matched++;
        }
        return matched;
    }

    /** No block starts at a letter or behind the end of the line. */
    private boolean startsText() {
        if (cursor.isBlank()) {
            return true;
        }
        char c = cursor.line().charAt(cursor.nonSpace());
        return !cursor.isCode() && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c > 0x7F);
    }

    private @Nullable OpenBlock start(OpenBlock block) {
        if (open.size() > maxNesting) {
            return null;
        }
        OpenParagraph above =
                block instanceof OpenParagraph paragraph && !paragraph.lines().isEmpty() ? paragraph : null;
        OpenBlock table = above == null ? null : OpenTable.at(cursor, above);
        if (table != null) {
            return table;
        }
        if (block == document && !document.isFilled() && OpenFrontMatter.isFence(cursor.line())) {
            return new OpenFrontMatter();
        }
        if (!cursor.isCode()) {
            return marked(block, above);
        }
        if (open.get(open.size() - 1) instanceof OpenParagraph) {
            return null;
        }
        cursor.toColumn(cursor.column() + LineCursor.CODE);
        return new OpenCode(this);
    }

    /** A block that a mark at the cursor opens. */
    private @Nullable OpenBlock marked(OpenBlock block, @Nullable OpenParagraph above) {
        return switch (cursor.line().charAt(cursor.nonSpace())) {
            case '>' -> quote();
            case '#' -> whole(OpenLine.heading(cursor));
            case '=' -> above == null ? null : whole(OpenLine.underlined(cursor, above));
            case '`', '~' -> OpenFence.at(cursor);
            case '<' -> html(block);
            case '_' -> whole(OpenLine.rule(cursor));
            case '-' -> hyphen(block, above);
            case '*' -> ruleOrItem(block, above);
            case '+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> item(block, above);
            default -> null;
        };
    }

    private OpenBlock quote() {
        OpenQuote.pass(cursor);
        return new OpenQuote();
    }

    private @Nullable OpenBlock whole(@Nullable OpenBlock line) {
        if (line != null) {
            cursor.toEnd();
        }
        return line;
    }

    private @Nullable OpenBlock html(OpenBlock block) {
        boolean inText =
                block instanceof OpenParagraph || open.get(open.size() - 1).isLazy();
        HtmlStart kind = HtmlStart.at(cursor.line(), cursor.nonSpace(), inText);
        return kind == null ? null : new OpenHtml(kind);
    }

    private @Nullable OpenBlock hyphen(OpenBlock block, @Nullable OpenParagraph above) {
        OpenBlock heading = above == null ? null : whole(OpenLine.underlined(cursor, above));
        return heading == null ? ruleOrItem(block, above) : heading;
    }

    private @Nullable OpenBlock ruleOrItem(OpenBlock block, @Nullable OpenParagraph above) {
        OpenBlock rule = whole(OpenLine.rule(cursor));
        return rule == null ? item(block, above) : rule;
    }

    private @Nullable OpenBlock item(OpenBlock block, @Nullable OpenParagraph above) {
        ListMarker marker = ListMarker.at(cursor, above != null);
        if (marker == null) {
            return null;
        }
        OpenList list = block instanceof OpenList same && same.matches(marker) ? same : new OpenList(marker);
        OpenItem item = new OpenItem(list, marker.contentColumn() - cursor.column());
        cursor.toColumn(marker.contentColumn());
        return item;
    }

    /** Opens a block, below a new list if it is the first item of one. */
    private OpenBlock opened(OpenBlock in, OpenBlock block, int start) {
        if (block instanceof OpenItem item && item.list() != in) {
            open(item.list(), start);
        }
        open(block, start);
        return block;
    }

    private void open(OpenBlock block, int start) {
        while (!open.get(open.size() - 1).holds(block)) {
            close(1);
        }
        open.get(open.size() - 1).fill();
        block.startAt(start);
        open.add(block);
    }

    /** Gives what is left of the line to the block that it belongs to. */
    private void text(OpenBlock block, int matched, boolean started, int start) {
        OpenBlock last = open.get(open.size() - 1);
        if (!started && !cursor.isBlank() && last.isLazy()) {
            last.startAt(start);
            add();
            return;
        }
        if (!started) {
            close(open.size() - matched);
        }
        if (!block.isContainer()) {
            add();
        } else if (cursor.isBlank()) {
            reach();
        } else {
            open(paragraph, start);
            add();
        }
    }

    private void add() {
        open.get(open.size() - 1).add(cursor.rest(), number);
        reach();
    }

    private void reach() {
        int length = cursor.line().length();
        for (int i = 1; i < open.size(); i++) {
            open.get(i).reach(number, cursor.index(), length);
        }
    }

    private void close(int count) {
        for (int i = 0; i < count; i++) {
            OpenBlock closed = open.remove(open.size() - 1);
            closed.close(open.get(open.size() - 1));
        }
    }
}
