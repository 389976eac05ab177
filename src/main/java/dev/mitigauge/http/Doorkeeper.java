package dev.mitigauge.http;

import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.kept.Role;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Lets a request go on to its handler, or turns it away and has that written down. */
final class Doorkeeper {

    private final Access access;
    private final @Nullable DeniedCalls denied;
    private final AssessmentListener listener;
    private final Throttle addresses;
    private final Throttle tokens;

    /** @param denied where to write down who was turned away, null for nowhere */
    Doorkeeper(Access access, @Nullable DeniedCalls denied, AssessmentListener listener, TrafficSettings traffic) {
        this.access = access;
        this.denied = denied;
        this.listener = listener;
        this.addresses = new Throttle(traffic.perAddressPerMinute());
        this.tokens = new Throttle(traffic.perTokenPerMinute());
    }

    /**
     * Has the route's handler answer if the caller may do what it takes, and there is time. A body waits until that is known.
     *
     * @param admission of the event loop; probes and scrapes, for which nobody has to be known, are always answered
     */
    void admit(Vertx vertx, Exchange exchange, Route route, Admission admission) {
        Role role = route.role();
        if (role == null) {
            route.handler().accept(vertx, exchange);
            return;
        }
        HttpServerRequest request = exchange.request();
        String address = Access.address(request);
        long wait = addresses.take(address);
        if (wait > 0) {
            turnAway(exchange, Problems.rateLimited(address, "traffic.perAddressPerMinute", wait));
            return;
        }
        CompletableFuture<Access.Decision> decision = decide(request, role);
        if (decision.isDone() && !decision.isCompletedExceptionally()) {
            act(vertx, exchange, route, admission, decision.join());
            return;
        }
        request.pause();
        Context eventLoop = vertx.getOrCreateContext();
        var unused = decision.whenComplete((made, failure) -> eventLoop.runOnContext(back -> {
            exchange.does(() -> answer(vertx, exchange, route, admission, made, failure));
            request.resume();
        }));
    }

    private CompletableFuture<Access.Decision> decide(HttpServerRequest request, Role role) {
        try {
            return access.decide(request, role);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Whether who was let in would be let in now, as far as that can be told; on whatever thread. */
    CompletableFuture<Boolean> stillMay(HttpServerRequest request, Role role) {
        return decide(request, role)
                .handle((made, failure) -> failure != null || !(made instanceof Access.Decision.Denied));
    }

    /** Beyond the router, which answers for what its handlers throw. */
    private void answer(
            Vertx vertx,
            Exchange exchange,
            Route route,
            Admission admission,
            Access.@Nullable Decision made,
            @Nullable Throwable failure) {
        if (failure instanceof RejectedExecutionException) {
            turnAway(exchange, Problems.busy());
        } else if (made == null) {
            exchange.fail(new IllegalStateException("who calls can't be told", failure));
        } else {
            try {
                act(vertx, exchange, route, admission, made);
            } catch (RuntimeException e) {
                exchange.fail(e);
            }
        }
    }

    /** Turns a caller away whom only the handler found out about. */
    void deny(Exchange exchange, Problem problem) {
        writeDown(exchange, exchange.caller().name(), problem);
        turnAway(exchange, problem);
    }

    /** The same, found out on whatever thread. */
    Reply denied(Exchange exchange, Problem problem) {
        writeDown(exchange, exchange.caller().name(), problem);
        return turnedAway(exchange, problem);
    }

    /** The answer that turns a request away, on whatever thread. */
    Reply turnedAway(Exchange exchange, Problem problem) {
        listener.rejected(problem.trouble().reason());
        return ProblemJson.reply(problem, exchange.id());
    }

    private void act(Vertx vertx, Exchange exchange, Route route, Admission admission, Access.Decision decision) {
        if (decision instanceof Access.Decision.Allowed allowed) {
            Caller caller = allowed.caller();
            refusal(caller, admission).ifPresentOrElse(problem -> turnAway(exchange, problem), () -> {
                exchange.calledBy(caller);
                route.handler().accept(vertx, exchange);
            });
        } else if (decision instanceof Access.Decision.Denied no) {
            writeDown(exchange, no.who(), no.problem());
            turnAway(exchange, no.problem());
        } else {
            turnAway(exchange, ((Access.Decision.Unknown) decision).problem());
        }
    }

    private Optional<Problem> refusal(Caller caller, Admission admission) {
        long wait = caller.token() == null ? 0 : tokens.take(caller.name());
        if (wait > 0) {
            return Optional.of(
                    Problems.rateLimited("the token " + Quoted.of(caller.name()), "traffic.perTokenPerMinute", wait));
        }
        return admission.admits(caller.name()) ? Optional.empty() : Optional.of(Problems.overloaded());
    }

    private void writeDown(Exchange exchange, String who, Problem problem) {
        if (denied != null) {
            HttpServerRequest request = exchange.request();
            denied.add(who, request.method().name() + " " + request.path(), problem.detail());
        }
    }

    private void turnAway(Exchange exchange, Problem problem) {
        listener.rejected(problem.trouble().reason());
        exchange.answer(problem);
    }
}
