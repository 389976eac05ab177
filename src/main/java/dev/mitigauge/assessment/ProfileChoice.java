package dev.mitigauge.assessment;

import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.DocumentKind;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Section;
import dev.mitigauge.rules.RuleSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose thresholds count. Which profile an environment asks for stands in {@code tables/environment-profiles.csv}; of several environments
 * the row that stands first counts.
 *
 * @param profile the profile
 * @param from what says so, where it says something else than the settings do
 */
record ProfileChoice(String profile, ProfileSource from) {

    private static final String ENVIRONMENT = "deployment.environment";

    /**
     * Chooses for a request.
     *
     * @param read what its documents say
     * @param otherwise the profile where nothing says more
     */
    static ProfileChoice of(AssessmentRequest request, List<Fact> read, RuleSet rules, String otherwise) {
        if (request.profile() != null) {
            return new ProfileChoice(request.profile(), ProfileSource.REQUEST);
        }
        return profile(deployed(request.deployment(), rules), rules)
                .map(profile -> new ProfileChoice(profile, ProfileSource.DEPLOYMENT))
                .or(() ->
                        profile(named(read), rules).map(profile -> new ProfileChoice(profile, ProfileSource.DOCUMENTS)))
                .filter(choice -> !choice.profile().equals(otherwise))
                .orElse(new ProfileChoice(otherwise, ProfileSource.SETTINGS));
    }

    /** Nothing if one of the environments asks for none. */
    private static Optional<String> profile(Set<String> environments, RuleSet rules) {
        List<Map<String, String>> rows = rules.table("environment-profiles").rows().stream()
                .filter(row -> environments.contains(row.get("environment"))
                        && rules.profiles().contains(row.get("profile")))
                .toList();
        return rows.size() < environments.size()
                ? Optional.empty()
                : rows.stream().map(row -> row.getOrDefault("profile", "")).findFirst();
    }

    private static Set<String> deployed(Map<String, String> deployment, RuleSet rules) {
        Set<String> environments = new HashSet<>();
        deployment.forEach((key, value) -> {
            String said = value.strip().toLowerCase(Locale.ROOT);
            if (meaning(key, rules).equals(ENVIRONMENT)) {
                environments.add(meaning(ENVIRONMENT + "=" + said, rules).replace(ENVIRONMENT + "=", ""));
            }
        });
        return environments;
    }

    private static String meaning(String word, RuleSet rules) {
        return rules.table("deployment-words").rows().stream()
                .filter(row -> word.equals(row.get("word")))
                .map(row -> row.getOrDefault("meaning", word))
                .findFirst()
                .orElse(word);
    }

    /** What the lists among the documents are for, and nothing if one of them does not say: what it is for may ask for more. */
    private static Set<String> named(List<Fact> read) {
        Set<String> environments = new HashSet<>();
        for (Fact fact : read) {
            if (fact instanceof Document document && document.kind() != DocumentKind.REGISTER) {
                Set<String> its = named(document.name(), read);
                if (its.isEmpty()) {
                    return Set.of();
                }
                environments.addAll(its);
            }
        }
        return environments;
    }

    /** The environments of the outermost headings, nothing if one of them names none: mostly there is one, the title. */
    private static Set<String> named(String document, Collection<Fact> read) {
        Set<String> environments = new HashSet<>();
        for (Fact fact : read) {
            if (fact instanceof Section section
                    && section.parent() == null
                    && section.source().document().equals(document)) {
                @Nullable String its = section.environment();
                if (its == null) {
                    return Set.of();
                }
                environments.add(its);
            }
        }
        return environments;
    }
}
