package dev.mitigauge.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What a person sees who opens the address of the service in a browser. */
final class Page {

    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final byte[] html;
    private final String policy;

    private Page(byte[] html, String policy) {
        this.html = html;
        this.policy = policy;
    }

    static Page load() {
        byte[] html = Resource.read("/dev/mitigauge/http/index.html");
        return new Page(html, POLICY.formatted(digest(style(new String(html, StandardCharsets.UTF_8)))));
    }

    void show(Exchange exchange) {
        exchange.request()
                .response()
                .headers()
                .set("Content-Security-Policy", policy)
                .set("Referrer-Policy", "no-referrer");
        exchange.answer(Reply.ok("text/html; charset=utf-8", html));
    }

    /** The text of the style element: the policy admits this and no other. */
    private static String style(String html) {
        String open = "<style>";
        return html.substring(html.indexOf(open) + open.length(), html.indexOf("</style>"));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
