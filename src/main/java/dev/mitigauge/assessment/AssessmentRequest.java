package dev.mitigauge.assessment;

import dev.mitigauge.facts.Waiver;
import dev.mitigauge.ingest.Input;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be assessed, and in which context.
 *
 * @param documents at least one
 * @param deployment what is known of the deployment, such as {@code deployment.instances} = 3
 * @param asOf the day for which the assessment is made; null for today
 * @param profile environment whose thresholds count; null for the default of the settings
 * @param waivers accepted findings
 * @param project the project that it belongs to, null for none
 * @param origin who asks: {@code http}, {@code cli}; a label of the metrics
 * @param nextActions most next actions that the answer lists, from 0; null for the default of the settings
 * @param asked what else the answer shall hold
 * @param checkout name of the checkout in which what the documents cite is looked up, null for none
 * @param tables tables in which the project asks for more than the rule set does: CSV by name, such as {@code thresholds}
 */
public record AssessmentRequest(
        List<Input> documents,
        SortedMap<String, String> deployment,
        @Nullable LocalDate asOf,
        @Nullable String profile,
        List<Waiver> waivers,
        @Nullable String project,
        String origin,
        @Nullable Integer nextActions,
        Asked asked,
        @Nullable String checkout,
        SortedMap<String, String> tables) {

    public AssessmentRequest {
        documents = List.copyOf(documents);
        deployment = new TreeMap<>(deployment);
        waivers = List.copyOf(waivers);
        tables = new TreeMap<>(tables);
        if (nextActions != null && nextActions < 0) {
            throw new IllegalArgumentException("nextActions must not be negative, but is " + nextActions);
        }
    }

    /** A request under the rule set alone. */
    public AssessmentRequest(
            List<Input> documents,
            SortedMap<String, String> deployment,
            @Nullable LocalDate asOf,
            @Nullable String profile,
            List<Waiver> waivers,
            @Nullable String project,
            String origin,
            @Nullable Integer nextActions,
            Asked asked,
            @Nullable String checkout) {
        this(
                documents,
                deployment,
                asOf,
                profile,
                waivers,
                project,
                origin,
                nextActions,
                asked,
                checkout,
                new TreeMap<>());
    }

    /** A request without a checkout. */
    public AssessmentRequest(
            List<Input> documents,
            SortedMap<String, String> deployment,
            @Nullable LocalDate asOf,
            @Nullable String profile,
            List<Waiver> waivers,
            @Nullable String project,
            String origin,
            @Nullable Integer nextActions,
            Asked asked) {
        this(documents, deployment, asOf, profile, waivers, project, origin, nextActions, asked, null);
    }

    /** A request that asks for nothing else. */
    public AssessmentRequest(
            List<Input> documents,
            SortedMap<String, String> deployment,
            @Nullable LocalDate asOf,
            @Nullable String profile,
            List<Waiver> waivers,
            @Nullable String project,
            String origin,
            @Nullable Integer nextActions) {
        this(documents, deployment, asOf, profile, waivers, project, origin, nextActions, Asked.NOTHING);
    }

    /** The same for a project, null for none. */
    public AssessmentRequest forProject(@Nullable String name) {
        return new AssessmentRequest(
                documents, deployment, asOf, profile, waivers, name, origin, nextActions, asked, checkout, tables);
    }

    /** The same under a profile unless it names one itself, and with more waivers. */
    public AssessmentRequest besides(@Nullable String otherwise, List<Waiver> more) {
        List<Waiver> all = Stream.concat(waivers.stream(), more.stream()).toList();
        return new AssessmentRequest(
                documents,
                deployment,
                asOf,
                profile == null ? otherwise : profile,
                all,
                project,
                origin,
                nextActions,
                asked,
                checkout,
                tables);
    }

    /** The same, judged with these tables of its project in place. */
    public AssessmentRequest underTables(SortedMap<String, String> own) {
        return new AssessmentRequest(
                documents, deployment, asOf, profile, waivers, project, origin, nextActions, asked, checkout, own);
    }

    /** A request for documents alone, everything else by default. */
    public static AssessmentRequest of(List<Input> documents, String origin) {
        return new AssessmentRequest(
                documents, new TreeMap<>(Map.of()), null, null, List.of(), null, origin, null, Asked.NOTHING);
    }

    /** The same, with what the documents cite looked up there. */
    public AssessmentRequest lookedUpIn(@Nullable String otherCheckout) {
        return new AssessmentRequest(
                documents,
                deployment,
                asOf,
                profile,
                waivers,
                project,
                origin,
                nextActions,
                asked,
                otherCheckout,
                tables);
    }
}
