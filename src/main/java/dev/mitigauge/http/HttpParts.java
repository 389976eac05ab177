package dev.mitigauge.http;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.Assessments;
import dev.mitigauge.assessment.RuleTrials;
import dev.mitigauge.assessment.Tracing;
import dev.mitigauge.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the service is made of.
 *
 * @param assessments the use case
 * @param renderers forms of the answer, the default first; at least one
 * @param assessmentListener told of rendering times and of requests turned away here
 * @param httpListener told of requests and connections
 * @param scrape the metrics
 * @param rules how the rules are
 * @param trials tries changes of the rules
 * @param ruleWrites who may send such changes without a token
 * @param kept what it keeps, nothing for a service that keeps nothing
 * @param access who must show a token
 * @param active the rules that judge now
 * @param warmUp run once in the background; the service calls itself ready when it has ended
 * @param tracing follows requests
 * @param levels how much is logged
 * @param front what stands between the network and all this
 * @param version of the program
 */
public record HttpParts(
        Assessments assessments,
        List<Renderer<Assessment>> renderers,
        AssessmentListener assessmentListener,
        HttpListener httpListener,
        Scrape scrape,
        Supplier<RulesHealth> rules,
        RuleTrials trials,
        RuleWriteSettings ruleWrites,
        Optional<KeptParts> kept,
        AccessSettings access,
        Supplier<RuleSet> active,
        Runnable warmUp,
        Tracing tracing,
        LogLevels levels,
        Front front,
        String version) {

    public HttpParts {
        renderers = List.copyOf(renderers);
        if (renderers.isEmpty()) {
            throw new IllegalArgumentException("at least one renderer is needed, but there is none");
        }
    }
}
