package dev.mitigauge.ingest;

import dev.mitigauge.facts.FileRef;
import dev.mitigauge.facts.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds ids, issue numbers, commits, paths and links in text, by scanning words. */
final class Ids {

    /** Look like ids and name standards. */
    private static final Set<String> STANDARDS = Set.of(
            "UTF", "SHA", "ISO", "RFC", "TLS", "AES", "HTTP", "MD", "LGPL", "MPL", "GPL", "AGPL", "BSD", "MIT", "GPT",
            "EIP", "ERC", "IPV", "IPv", "RSA", "HMAC", "ES", "RS", "HS", "ED", "COVID", "P", "UTC", "GMT", "SOC", "PCI",
            "V", "Q", "PHP", "NPM", "H", "X", "ARM", "CP", "WCAG", "NET", "AA", "A", "BIP", "CBC");

    private Ids() {}

    /** Whether letters in front of a number name a standard, a priority, a quarter or a version. */
    static boolean isStandard(String letters) {
        return STANDARDS.contains(letters);
    }

    /** A thing that a text names. */
    record Named(ReferenceKind kind, String target, int start, int end) {}

    /** Everything that a text names, left to right. */
    static List<Named> all(Plain plain) {
        return all(plain.text(), plain.links());
    }

    static List<Named> all(String text, List<String> links) {
        return all(text, links, 0);
    }

    /** @param from in front of this no character is telling */
    static List<Named> all(String text, List<String> links, int from) {
        List<Named> all = List.of();
        int done = 0;
        // A word of letters alone names nothing.
        for (int i = telling(text, from); i < text.length(); i = telling(text, done + 1)) {
            int start = i;
            while (start > done && isWordPart(text.charAt(start - 1))) {
                start--;
            }
            done = i + 1;
            while (done < text.length() && isWordPart(text.charAt(done))) {
                done++;
            }
            int last = trim(text, start, done);
            Named named = last > start ? name(text, start, last) : null;
            if (named != null) {
                all = all.isEmpty() ? new ArrayList<>(2) : all;
                all.add(named);
            }
        }
        if (!links.isEmpty()) {
            all = all.isEmpty() ? new ArrayList<>(2) : all;
        }
        for (String link : links) {
            all.add(new Named(ReferenceKind.LINK, link, 0, 0));
        }
        return all;
    }

    private static @Nullable Named name(String text, int start, int end) {
        char c = text.charAt(start);
        if (c == '#') {
            return isIssue(text, start, end) ? named(ReferenceKind.ISSUE, text, start, end) : null;
        }
        if (isId(text, start, end)) {
            return named(ReferenceKind.ID, text, start, end);
        }
        if (text.startsWith("http", start) && text.indexOf("://", start) > 0 && text.indexOf("://", start) < end) {
            return named(ReferenceKind.LINK, text, start, end);
        }
        if (isCommit(text, start, end)) {
            return named(ReferenceKind.COMMIT, text, start, end);
        }
        return isPath(text, start, end) && !isFramework(text, start, end) && !isVector(text, start, end)
                ? named(ReferenceKind.PATH, text, start, end)
                : null;
    }

    /** {@code Next.js} names a product, {@code next.config.js} a file. */
    private static boolean isFramework(String text, int start, int end) {
        return end - start <= LONGEST_FRAMEWORK && FRAMEWORKS.contains(text.substring(start, end));
    }

    private static final int LONGEST_FRAMEWORK = "Electron.js".length();

    private static final Set<String> FRAMEWORKS = Set.of(
            "Next.js",
            "Node.js",
            "Vue.js",
            "Nuxt.js",
            "Express.js",
            "Three.js",
            "D3.js",
            "Chart.js",
            "Ember.js",
            "Nest.js",
            "React.js",
            "Angular.js",
            "Alpine.js",
            "Backbone.js",
            "Moment.js",
            "Helmet.js",
            "Discord.js",
            "Socket.io",
            "Deno.js",
            "Astro.js",
            "Day.js",
            "Electron.js",
            "Ethers.js",
            "ethers.js",
            "Web3.js",
            "web3.js");

    /** {@code AV:N/AC:L/…} is a CVSS vector. */
    private static boolean isVector(String text, int start, int end) {
        int at = text.indexOf("AV:", start);
        return at >= 0 && at < end && text.indexOf("/AC:", at) > 0;
    }

    private static Named named(ReferenceKind kind, String text, int start, int end) {
        return new Named(kind, text.substring(start, end), start, end);
    }

    private static final boolean[] WORD_PARTS = new boolean[128];

    /** Parts of a word that every name of a thing has one of. */
    private static final boolean[] TELLING = new boolean[128];

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            WORD_PARTS[c] = true;
            WORD_PARTS[c - 32] = true;
        }
        for (char c : "0123456789-_./:#@*~\\".toCharArray()) {
            WORD_PARTS[c] = true;
        }
        for (char c : "0123456789-./:#*".toCharArray()) {
            TELLING[c] = true;
        }
    }

    /** Where the next part stands that every name has one of; the text's length if there is none. */
    private static int telling(String text, int from) {
        int at = from;
        while (at < text.length() && !isTelling(text.charAt(at))) {
            at++;
        }
        return Math.min(at, text.length());
    }

    static boolean isTelling(char c) {
        return c < TELLING.length && TELLING[c];
    }

    private static boolean isWordPart(char c) {
        return c < WORD_PARTS.length && WORD_PARTS[c];
    }

    private static int trim(String text, int start, int end) {
        int e = end;
        while (e > start
                && ".:-/*_~\\@#".indexOf(text.charAt(e - 1)) >= 0
                && !(e - start > 1 && text.charAt(e - 1) == '/')) {
            e--;
        }
        return e;
    }

    /** {@code #347}. */
    private static boolean isIssue(String text, int start, int end) {
        if (end - start < 2 || end - start > 8) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Issue numbers of a text. */
    static List<String> issues(String text) {
        List<String> issues = new ArrayList<>(1);
        for (Named named : all(text, List.of())) {
            if (named.kind() == ReferenceKind.ISSUE) {
                issues.add(named.target());
            }
        }
        return issues;
    }

    /** {@code MS-MED-006}, {@code CVE-2024-1234}, {@code GHSA-…}, {@code DEF-FE-004A}, {@code TD001}: capitals, hyphens, a number. */
    static boolean isId(String text, int start, int end) {
        if (end - start < 3 || end - start > 40 || !isUpper(text.charAt(start))) {
            return false;
        }
        if (text.startsWith("GHSA-", start)) {
            return true;
        }
        boolean hyphen = false;
        boolean digit = false;
        int prefix = end;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '-') {
                if (!hyphen) {
                    prefix = i;
                }
                hyphen = true;
            } else if (c >= '0' && c <= '9') {
                digit = true;
            } else if (!isUpper(c)) {
                return false;
            }
        }
        // No standard counts from 0: "RS-256" is one, "RS-08" is an id.
        boolean counted = hyphen && prefix + 1 < end && text.charAt(prefix + 1) == '0';
        return hyphen && digit && (counted || !STANDARDS.contains(text.substring(start, prefix)));
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Whether a word is an abbreviated or full commit hash. */
    static boolean isCommit(String word) {
        return isCommit(word, 0, word.length());
    }

    private static boolean isCommit(String text, int start, int end) {
        int length = end - start;
        if (length < 7 || length > 40) {
            return false;
        }
        boolean digit = false;
        boolean letter = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            digit |= c >= '0' && c <= '9';
            letter |= c >= 'a' && c <= 'f';
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return digit && letter;
    }

    /** {@code src/a/B.java:19}, {@code package.json}, {@code docs/}: a slash or a known-looking extension, no scheme. */
    private static boolean isPath(String text, int start, int end) {
        int slash = -1;
        int dot = -1;
        boolean letter = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '/') {
                slash = i;
            } else if (c == '.') {
                dot = i;
            } else if (c == '@' && i > start && slash < 0) {
                return false;
            }
            letter |= Letters.isLetter(c);
        }
        if (!letter) {
            return false;
        }
        int extension = extensionEnd(text, dot, end) - dot - 1;
        boolean extended = dot > start && extension >= 1 && extension <= 5 && Character.isLetter(text.charAt(dot + 1));
        if (slash >= 0) {
            return (extended && dot > slash) || (slash > start && count(text, start, end, '/') >= 2);
        }
        return extended && KNOWN_EXTENSIONS.contains(text.substring(dot + 1, dot + 1 + extension));
    }

    private static final Set<String> KNOWN_EXTENSIONS = Set.of(
            "ts",
            "tsx",
            "js",
            "jsx",
            "mjs",
            "cjs",
            "py",
            "java",
            "kt",
            "go",
            "rs",
            "rb",
            "php",
            "cs",
            "c",
            "h",
            "cpp",
            "sol",
            "sql",
            "sh",
            "ps1",
            "md",
            "mdx",
            "txt",
            "json",
            "yml",
            "yaml",
            "toml",
            "xml",
            "html",
            "css",
            "scss",
            "env",
            "conf",
            "cfg",
            "ini",
            "lock",
            "csv",
            "vue",
            "svelte",
            "dart",
            "swift",
            "gradle",
            "properties",
            "tf",
            "cmd",
            "bat",
            "pdf",
            "png",
            "svg",
            "ipynb",
            "drl",
            "proto");

    private static int extensionEnd(String text, int dot, int end) {
        int e = dot + 1;
        while (e < end && Character.isLetterOrDigit(text.charAt(e))) {
            e++;
        }
        return e;
    }

    private static int count(String text, int start, int end, char wanted) {
        int count = 0;
        for (int i = start; i < end; i++) {
            count += text.charAt(i) == wanted ? 1 : 0;
        }
        return count;
    }

    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= '9' ? c >= '0' : c >= Phrases.ASCII && Character.isDigit(c)) {
                return true;
            }
        }
        return false;
    }

    /** A path with the line behind its colon, or behind the words "line" and "lines" that follow it. */
    static FileRef file(String target, String rest) {
        int colon = lineColon(target);
        if (colon > 0) {
            return new FileRef(target.substring(0, colon), leadingNumber(target, colon + 1));
        }
        String lower = rest.toLowerCase(java.util.Locale.ROOT);
        int word = lower.indexOf("line");
        if (word >= 0 && word < 20) {
            int at = word + 4;
            while (at < lower.length() && at < word + 8 && !Character.isDigit(lower.charAt(at))) {
                at++;
            }
            if (at < lower.length() && Character.isDigit(lower.charAt(at))) {
                return new FileRef(target, leadingNumber(lower, at));
            }
        }
        return new FileRef(target, null);
    }

    /** The same without the line. */
    static String path(String target) {
        int colon = lineColon(target);
        return colon > 0 ? target.substring(0, colon) : target;
    }

    /** Where the colon in front of a line number stands, -1 if there is none. */
    private static int lineColon(String target) {
        int colon = target.lastIndexOf(':');
        boolean number = colon > 0 && colon + 1 < target.length() && Character.isDigit(target.charAt(colon + 1));
        return number ? colon : -1;
    }

    private static @Nullable Integer leadingNumber(String text, int at) {
        int end = at;
        while (end < text.length() && end - at < 9 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end == at ? null : Integer.valueOf(text.substring(at, end));
    }
}
