package dev.mitigauge.app.settings;

import dev.mitigauge.cli.Fault;
import dev.mitigauge.cli.Nearest;
import dev.mitigauge.cli.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The settings that environment variables give: {@code http.maxBodyBytes} is {@code MITIGAUGE_HTTP_MAX_BODY_BYTES}. An empty variable
 * says nothing; a variable of ours that names no setting is a fault, like an unknown key in the file. A secret may stand in a file
 * instead: {@code MITIGAUGE_STORE_PASSWORD_FILE} says in which.
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
        Map<String, Key> known = known(keys);
        EnvironmentVariables variables = new EnvironmentVariables(new ArrayList<>(), new ArrayList<>());
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isBlank() && !OTHER.contains(name)) {
                variables.take(name, value.trim(), known);
            }
        });
        return variables;
    }

    private static Map<String, Key> known(Collection<Key> keys) {
        Map<String, Key> known = new TreeMap<>();
        keys.forEach(key -> key.variables().forEach(name -> known.put(name, key)));
        return known;
    }

    private void take(String name, String value, Map<String, Key> known) {
        Key key = known.get(name);
        if (key == null) {
            if (!SERVICE_LINK.matcher(name).matches()) {
                faults.add(new Fault(name, 0, 0, "no setting has this name", remedy(name, known.keySet()), null));
            }
        } else if (!key.variable().equals(name)) {
            takeFrom(SecretFile.read(name, value), name, key.name());
        } else if (!link(name, value)) {
            give(key.name(), value, name);
        }
    }

    private void takeFrom(Outcome<String> file, String name, String key) {
        if (file instanceof Outcome.Invalid<String> invalid) {
            faults.addAll(invalid.faults());
        } else {
            give(key, file.orElseThrow(), name);
        }
    }

    /** Variables come in the order of their names: that of a secret itself before that of its file. */
    private void give(String key, String value, String name) {
        Optional<Given> before =
                values.stream().filter(each -> each.key().equals(key)).findFirst();
        before.ifPresentOrElse(
                twice -> faults.add(twice.keyPlace()
                        .fault("`" + key + "` is given twice, by `" + name + "` as well", "unset one of the two")),
                () -> values.add(Given.outsideOfFiles(key, value, name)));
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
