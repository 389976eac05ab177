package dev.mitigauge.ingest;

import dev.mitigauge.facts.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Form 3: text copied from a rendered page. Bullets are {@code •}, headings are lines that stand alone, bold is gone, and the page's own
 * furniture stands around it: a path, the last commit, a size. Gives Markdown back and keeps what the page says of the commit.
 */
final class Scraped {

    private static final String BULLETS = "•◦▪‣●○■";
    private static final int LONGEST_HEADING = 120;
    private static final int CHROME_LINES = 40;
    private static final Set<String> NAVIGATION = Set.of(
            "files",
            "code",
            "blame",
            "raw",
            "history",
            "preview",
            "view raw",
            "copy",
            "edit",
            "download",
            "normal view");

    private Scraped() {}

    static Sheet restore(Sheet sheet) {
        int bullets = 0;
        boolean headings = false;
        for (String line : sheet.lines()) {
            String text = line.stripLeading();
            if (!text.isEmpty() && BULLETS.indexOf(text.charAt(0)) >= 0 && text.length() > 1) {
                bullets++;
            }
            headings |= line.startsWith("#") || line.startsWith("/#");
        }
        boolean scraped = bullets >= 2 && !headings;
        if (bullets == 0 && !headings) {
            return sheet;
        }
        return rewrite(sheet, scraped);
    }

    private static Sheet rewrite(Sheet sheet, boolean scraped) {
        List<String> in = sheet.lines();
        Chrome chrome = scraped ? Chrome.of(in) : new Chrome(0, Provenance.UNKNOWN);
        List<String> lines = new ArrayList<>(in.size() + 16);
        List<Integer> origin = new ArrayList<>(in.size() + 16);
        List<Integer> around = new ArrayList<>();
        boolean changed = scraped;
        boolean first = true;
        for (int i = 0; i < in.size(); i++) {
            String line = in.get(i);
            String text = line.stripLeading();
            if (i < chrome.lines()) {
                around.add(sheet.origin(i));
                continue;
            }
            if (!text.isEmpty() && BULLETS.indexOf(text.charAt(0)) >= 0) {
                changed = true;
                lines.add(line.substring(0, line.length() - text.length()) + "- "
                        + text.substring(1).strip());
            } else if (line.startsWith("/#")) {
                changed = true;
                lines.add(line.substring(1));
            } else if (scraped && standsAlone(in, i) && isTitle(text)) {
                lines.add((first ? "# " : "## ") + text);
                first = false;
            } else {
                lines.add(line);
            }
            origin.add(sheet.origin(i));
        }
        return changed ? sheet.with(lines, origin, chrome.provenance(), around) : sheet;
    }

    private static boolean standsAlone(List<String> lines, int i) {
        boolean before = i == 0 || lines.get(i - 1).isBlank();
        boolean after = i + 1 == lines.size() || lines.get(i + 1).isBlank();
        return before && after;
    }

    private static boolean isTitle(String text) {
        String title = text.stripTrailing();
        if (title.isEmpty() || title.length() > LONGEST_HEADING) {
            return false;
        }
        char last = title.charAt(title.length() - 1);
        return ".:;,!?".indexOf(last) < 0 && Character.isLetterOrDigit(title.charAt(0));
    }

    /**
     * The page's furniture above the document.
     *
     * @param lines how many lines it takes
     * @param provenance what it says of the last commit
     */
    private record Chrome(int lines, Provenance provenance) {

        static Chrome of(List<String> lines) {
            int end = 0;
            @Nullable String commit = null;
            @Nullable String author = null;
            @Nullable String date = null;
            List<String> trackers = new ArrayList<>();
            for (int i = 0; i < Math.min(lines.size(), CHROME_LINES); i++) {
                String line = lines.get(i).strip();
                if (isSize(line)) {
                    end = i + 1;
                } else if (isTimestamp(line)) {
                    date = line;
                    end = Math.max(end, i + 1);
                } else if (NAVIGATION.contains(line.toLowerCase(Locale.ROOT)) || isPath(line)) {
                    end = i == end ? i + 1 : end;
                } else if (commit == null && hash(line) != null) {
                    commit = hash(line);
                    author = line.substring(0, line.indexOf(commit)).strip();
                    end = Math.max(end, i + 1);
                }
            }
            for (int i = 0; i < end; i++) {
                trackers.addAll(Ids.issues(lines.get(i)));
            }
            return new Chrome(
                    end, new Provenance(commit, author == null || author.isEmpty() ? null : author, date, trackers));
        }

        /** {@code 2.2 KiB}, or with a count of lines beside it. */
        private static boolean isSize(String line) {
            if (line.length() > 60 || line.isEmpty() || !Character.isDigit(line.charAt(0))) {
                return false;
            }
            return line.endsWith(" KiB")
                    || line.endsWith(" KB")
                    || line.endsWith(" MiB")
                    || line.endsWith(" MB")
                    || line.endsWith(" Bytes")
                    || line.endsWith(" B");
        }

        /** {@code 2026-02-06 13:09:24 -06:00}. */
        private static boolean isTimestamp(String line) {
            return line.length() >= 16 && line.length() <= 32 && Dates.isIsoDate(line, 0) && line.charAt(13) == ':';
        }

        private static boolean isPath(String line) {
            return line.indexOf('/') > 0 && line.indexOf(' ') < 0 && line.indexOf('.') > 0;
        }

        private static @Nullable String hash(String line) {
            for (String word : line.split(" ", -1)) {
                if (Ids.isCommit(word)) {
                    return word;
                }
            }
            return null;
        }
    }
}
