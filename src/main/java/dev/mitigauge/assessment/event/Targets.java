package dev.mitigauge.assessment.event;

import dev.mitigauge.assessment.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the list of targets. What is wrong with it is told without any address: many hold a token. */
final class Targets {

    private static final int MOST = 16;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    private Targets() {}

    static List<Target> parse(@Nullable Secret list, boolean allowPrivate) {
        List<Target> targets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String each : list == null ? new String[0] : list.reveal().split(",", -1)) {
            Target target = target(each.strip(), targets.size() + 1, allowPrivate);
            if (!names.add(target.name())) {
                throw wrong("must name each target once, but `" + target.name() + "` is there twice");
            }
            targets.add(target);
        }
        if (targets.size() > MOST) {
            throw wrong("must be at most " + MOST + " targets, but are " + targets.size());
        }
        return List.copyOf(targets);
    }

    private static Target target(String text, int place, boolean allowPrivate) {
        int sign = text.indexOf('=');
        String name = sign < 0 ? "" : text.substring(0, sign).strip();
        if (!NAME.matcher(name).matches()) {
            throw wrong("must be names and addresses such as portal=https://portal.example.org/hooks, but number "
                    + place + " does not begin with a name of lower-case letters, digits, - or _");
        }
        return new Target(name, address(name, text.substring(sign + 1).strip(), allowPrivate));
    }

    private static URI address(String name, String text, boolean allowPrivate) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                throw wrong(
                        "must have addresses with a host, without user and fragment; that of `" + name + "` is none");
            }
            if (!scheme.equals("https") && !(scheme.equals("http") && allowPrivate)) {
                throw wrong("must have https addresses (http ones with webhooks.allowPrivate); that of `" + name
                        + "` is none");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw wrong("must have addresses; that of `" + name + "` is none");
        }
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("webhooks.targets " + what);
    }
}
