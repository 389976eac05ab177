package dev.mitigauge.http;

import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.http.contract.Objection;
import dev.mitigauge.http.contract.OperationContract;
import dev.mitigauge.http.contract.RequestContract;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Holds every request to the contract. Readers have the first word, for they know the line and the nearest name; what they let pass and the
 * contract forbids is refused all the same, and told as a fault of the service.
 */
final class ContractGuard {

    private static final Logger LOG = LoggerFactory.getLogger(ContractGuard.class);

    private final RequestContract contract;
    private final AssessmentListener listener;

    /** What was warned of: a rule of the contract once, for each caller could break it as often as it likes. */
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    ContractGuard(RequestContract contract, AssessmentListener listener) {
        this.contract = contract;
        this.listener = listener;
    }

    /** What the contract says of the requests of a route; there is something for each. */
    OperationContract operation(Route route) {
        return contract.operation(route.method().name(), route.path());
    }

    /** The answer to a request that its reader finds fault with. */
    Reply refused(Exchange exchange, Problem problem) {
        listener.rejected(problem.trouble().reason());
        return ProblemJson.reply(problem, exchange.id());
    }

    /** The answer to a request that the contract alone finds fault with. */
    Reply refused(Exchange exchange, Route route, Objection objection) {
        boolean news = warned.add(objection.rule());
        LOG.atLevel(news ? Level.WARN : Level.DEBUG)
                .log(
                        "request {} to {} {}: the reader lets pass what the contract forbids at {}: {} {}",
                        exchange.id(),
                        route.method(),
                        route.path(),
                        objection.rule(),
                        Quoted.of(objection.place()),
                        Quoted.of(objection.message()));
        return refused(exchange, Problems.forbiddenByContract(objection));
    }

    /** The answer to a request that could not be held to the contract. */
    Reply failed(Exchange exchange, RuntimeException failure) {
        LOG.error("request {} can't be held to the contract", exchange.id(), failure);
        return refused(exchange, Problems.internal());
    }
}
