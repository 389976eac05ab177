package dev.mitigauge.findings;

import java.util.Locale;

/**
 * A value of the deployment, by the names that assumptions use.
 *
 * @param key such as {@code deployment.instances}
 * @param value as given, or what it stands for
 */
public record Deployed(String key, String value) {

    /** Key and value in small letters, as {@code tables/deployment-words.csv} writes them: {@code deployment.exposure=vpn}. */
    public String word() {
        return key + "=" + value.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether it is what somebody expects, without regard to case; {@code 1.0} is {@code 1}. */
    public boolean agrees(String expected) {
        return plain(value).equals(plain(expected));
    }

    private static String plain(String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        return small.endsWith(".0") ? small.substring(0, small.length() - 2) : small;
    }
}
