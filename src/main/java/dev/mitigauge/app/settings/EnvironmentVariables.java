package dev.mitigauge.app.settings;

import dev.mitigauge.cli.Fault;
import dev.mitigauge.cli.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The settings that environment variables give: {@code http.maxBodyBytes} is {@code MITIGAUGE_HTTP_MAX_BODY_BYTES}. An empty variable
 * says nothing; a variable of ours that names no setting is a fault, like an unknown key in the file.
 *
 * @param values what they give
 * @param faults variables that name no setting
 */
record EnvironmentVariables(List<Given> values, List<Fault> faults) {

    private static final String PREFIX = "MITIGAUGE_";

    /** Variables that are no settings: where the settings file is. */
    private static final Set<String> OTHER = Set.of("MITIGAUGE_CONFIG");

    /** What Kubernetes puts into every container for each service of the namespace, which may well be called mitigauge. */
    private static final Pattern SERVICE_LINK = Pattern.compile(
            "MITIGAUGE_(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_\\w+)?)?)");

    private static final String LINK_VALUE = "tcp://";

    static EnvironmentVariables read(Map<String, String> environment, Collection<Key> keys) {
        Map<String, String> known = new TreeMap<>();
        keys.forEach(key -> known.put(key.variable(), key.name()));
        List<Given> values = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            String key = known.get(name);
            if (!name.startsWith(PREFIX) || value.isBlank() || OTHER.contains(name)) {
                return;
            }
            if (key != null && !link(name, value)) {
                values.add(Given.outsideOfFiles(key, value.trim(), name));
            } else if (key == null && !SERVICE_LINK.matcher(name).matches()) {
                faults.add(new Fault(name, 0, 0, "no setting has this name", remedy(name, known.keySet()), null));
            }
        });
        return new EnvironmentVariables(values, faults);
    }

    /** A service called mitigauge-http gives {@code MITIGAUGE_HTTP_PORT} an address that nobody meant as a setting. */
    private static boolean link(String name, String value) {
        return value.startsWith(LINK_VALUE) && SERVICE_LINK.matcher(name).matches();
    }

    private static String remedy(String name, Set<String> known) {
        return Nearest.to(name, new TreeSet<>(known))
                .map(near -> "did you mean `" + near + "`?")
                .orElse("unset it; `mitigauge config show` lists all settings");
    }
}
