package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.http.contract.Objection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the service says when it turns a request away before it looks into its body. */
final class Problems {

    private static final int MOST_FAULTS = 20;

    private Problems() {}

    static <T> Problem notAcceptable(List<Renderer<T>> offers) {
        return Problem.of(
                Trouble.NOT_ACCEPTABLE,
                "the answer is not available in the form that the header `Accept` asks for",
                "accept " + offers.stream().map(Renderer::mediaType).collect(Collectors.joining(" or ")));
    }

    /** @param understood the content types that are, as a header lists them */
    static Problem unsupportedMediaType(@Nullable String contentType, String understood) {
        return Problem.of(
                Trouble.UNSUPPORTED_MEDIA_TYPE,
                contentType == null
                        ? "the request has no content type"
                        : "the content type " + Quoted.of(contentType)
                                + " or the encoding of the body is not understood",
                (understood.contains(",") ? "send one of " : "send ") + understood + ", in UTF-8 and not compressed");
    }

    static Problem tooLarge(int maxBodyBytes) {
        return Problem.of(
                Trouble.TOO_LARGE,
                "the body has more than " + maxBodyBytes + " bytes",
                "send fewer documents at once, or raise `http.maxBodyBytes`");
    }

    static Problem busy() {
        return Problem.of(
                Trouble.BUSY, "as many large requests as may wait are waiting", "try again after a short while");
    }

    static Problem overloaded() {
        return Problem.of(
                Trouble.OVERLOADED,
                "more requests have come than can be answered in time",
                "try again later, as `Retry-After` says; `traffic.maxDelayMillis` says how long requests may wait");
    }

    /** @param problems of the rule set; never empty */
    static Problem invalidRules(List<dev.mitigauge.rules.Problem> problems) {
        return invalidRules(
                problems, "send the files to /api/v1/rules:validate: it lists all problems with their lines");
    }

    /** @param failures of the rule set's own cases; never empty */
    static Problem failingRules(List<dev.mitigauge.rules.Problem> failures) {
        return invalidRules(failures, "send what corrects the `*.cases.yaml` along; `mitigauge rules test` runs them");
    }

    private static Problem invalidRules(List<dev.mitigauge.rules.Problem> problems, String remedy) {
        List<Fault> faults = problems.stream().limit(MOST_FAULTS).map(Fault::of).toList();
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        return new Problem(Trouble.INVALID_RULES, problems.get(0).headline() + more, remedy, faults);
    }

    /** @param problems of a table of a project; never empty */
    static Problem invalidTable(List<dev.mitigauge.rules.Problem> problems) {
        return ofTables(
                Trouble.INVALID_TABLE,
                problems,
                "`tables/floors.csv` of the rule set says what a project may set; rules/README.md explains it");
    }

    /** @param problems of the tables that a project keeps; never empty */
    static Problem unfitTables(List<dev.mitigauge.rules.Problem> problems) {
        return ofTables(
                Trouble.CONFLICT,
                problems,
                "the rule set has changed since the project set this: put the table anew, or remove it");
    }

    private static Problem ofTables(Trouble trouble, List<dev.mitigauge.rules.Problem> problems, String otherwise) {
        List<Fault> faults = problems.stream().limit(MOST_FAULTS).map(Fault::of).toList();
        @Nullable String remedy = problems.get(0).remedy();
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        String said = trouble == Trouble.CONFLICT || remedy == null ? otherwise : remedy;
        return new Problem(trouble, problems.get(0).headline() + more, said, faults);
    }

    static Problem trying() {
        return Problem.of(
                Trouble.BUSY,
                "another rule set is being tried, and that takes a while",
                "try again after a short while");
    }

    static Problem timeout() {
        return Problem.of(
                Trouble.TIMEOUT,
                "the answer was not finished in time",
                "send fewer or smaller documents at once, or raise `http.requestTimeoutSeconds`");
    }

    static Problem slowRequest() {
        return Problem.of(
                Trouble.SLOW_REQUEST,
                "the body did not arrive in time",
                "send it faster, or raise `http.requestTimeoutSeconds`");
    }

    /** What to say of a failure that is no fault of the request. */
    static Problem internal() {
        return Problem.of(
                Trouble.INTERNAL,
                "the request could not be carried out",
                "look for the id of the request in the log of the service, or tell its operator");
    }

    /**
     * @param who a token or an address
     * @param setting that bounds it
     */
    static Problem rateLimited(String who, String setting, long seconds) {
        return Problem.of(
                        Trouble.RATE_LIMITED,
                        "too many requests of " + who + " within a minute",
                        "wait as long as `Retry-After` says, or raise `" + setting + "`")
                .with("Retry-After", Long.toString(seconds));
    }

    static Problem noToken() {
        return Problem.of(
                        Trouble.UNAUTHORIZED,
                        "the request carries no token",
                        "send `Authorization: Bearer …` with a token that `mitigauge token create` has made")
                .with("WWW-Authenticate", "Bearer realm=\"mitigauge\"");
    }

    static Problem invalidToken() {
        return Problem.of(
                        Trouble.UNAUTHORIZED,
                        "the token is unknown, revoked or expired",
                        "send `Authorization: Bearer …` with one that `mitigauge token list` calls valid")
                .with("WWW-Authenticate", "Bearer realm=\"mitigauge\", error=\"invalid_token\"");
    }

    static Problem lacksRole(String token, Role role) {
        return Problem.of(
                Trouble.FORBIDDEN,
                "the token " + Quoted.of(token) + " lacks the role " + role.word(),
                "use a token that has it, made with `mitigauge token create --role " + role.word() + "`");
    }

    static Problem otherProject(String token, String project) {
        return Problem.of(
                Trouble.FORBIDDEN,
                "the token " + Quoted.of(token) + " is not for the project " + Quoted.of(project),
                "use one that was made with `mitigauge token create --project`, or for all projects");
    }

    static Problem noProject(String project) {
        return Problem.of(
                Trouble.NOT_FOUND,
                "there is no project " + Quoted.of(project),
                "take a name that /api/v1/projects lists; the first assessment for a project creates it");
    }

    static Problem noAssessment(String id) {
        return Problem.of(
                Trouble.NOT_FOUND,
                "no assessment " + Quoted.of(id) + " is kept",
                "take an id that /api/v1/projects/{project}/assessments lists; old ones may have been removed");
    }

    static Problem noAssessmentBefore(String id) {
        return Problem.of(
                Trouble.NOT_FOUND,
                "nothing is kept that is older than the assessment " + Quoted.of(id) + " of its project",
                "name another one with `against`");
    }

    /** @param version of what is there, null if nothing is */
    static Problem outdated(String what, @Nullable Long version) {
        return Problem.of(
                Trouble.PRECONDITION_FAILED,
                version == null ? what + " is not there" : what + " is at version " + version + " now",
                version == null
                        ? "leave `If-Match` out to create it"
                        : "look at what has changed, and send the ETag that it has now as `If-Match`");
    }

    static Problem noWaiver(String id) {
        return Problem.of(
                Trouble.NOT_FOUND,
                "the project keeps no waiver " + Quoted.of(id),
                "take an id that /api/v1/projects/{project}/waivers lists");
    }

    static Problem noTable(String name) {
        return Problem.of(
                Trouble.NOT_FOUND,
                "the project keeps no table " + Quoted.of(name),
                "take a name that /api/v1/projects/{project} lists under `tables`");
    }

    /** For a change that can't be taken back. */
    static Problem noCondition() {
        return Problem.of(
                Trouble.CONDITION_REQUIRED,
                "all that is kept of the project would be gone, and the request does not say which state of it is meant",
                "send `If-Match` with the ETag that GET gives, or `If-Match: *` for whatever is there");
    }

    static Problem keyTaken(String id) {
        return Problem.of(
                Trouble.KEY_TAKEN,
                "the key was sent with another request before, which became the assessment " + id,
                "choose a new `Idempotency-Key` for a new request");
    }

    /** What the database says of it is for the log alone. */
    static Problem away(Outage outage) {
        return Problem.of(Trouble.AWAY, outage.reason(), "try again later; assessments that are not stored go on")
                .with("Retry-After", Long.toString(outage.retryAfter().toSeconds()));
    }

    static Problem issuerAway() {
        return Problem.of(
                        Trouble.ISSUER_AWAY,
                        "the issuer of the token can't be asked for its keys",
                        "try again later, or use a token that `mitigauge token create` has made")
                .with("Retry-After", "5");
    }

    static Problem noRuleSet(String digest) {
        return Problem.of(
                Trouble.NOT_FOUND,
                "no rule set " + Quoted.shorten("`" + digest + "`", 100) + " is kept",
                "take a digest that /api/v1/rulesets lists");
    }

    static Problem nothingBefore() {
        return Problem.of(
                Trouble.NOT_FOUND,
                "no other rule set was active before this one",
                "name one that /api/v1/rulesets lists by its `digest`");
    }

    static Problem outdatedRules() {
        return Problem.of(
                Trouble.CONFLICT,
                "another rule set became active while this one was checked",
                "look at what has changed, and send the changes again");
    }

    static Problem nothingAssessed() {
        return Problem.of(
                Trouble.NOT_FOUND,
                "no project has a stored assessment",
                "have one assessed, or send `documents` or `projects` instead of `against`");
    }

    /** For who shows no token, where none has to be shown. */
    static Problem rulesAreFixed() {
        return Problem.of(
                Trouble.FORBIDDEN,
                "rules are not changed over HTTP for callers without a token",
                "show one with the role rules:write, made with `mitigauge token create --role rules:write`");
    }

    static Problem nothingKept() {
        return Problem.of(
                Trouble.NOT_FOUND,
                "this service keeps nothing",
                "start it with a data directory: `mitigauge serve --data DIR`");
    }

    /** What to say of a rule that fails: no fault of the request, and whoever wrote the rule wants to know which. */
    static Problem ruleFailure(String message) {
        return Problem.of(
                Trouble.RULE_FAILURE,
                message,
                "tell whoever keeps the rules of this service; other requests are not concerned");
    }

    static Problem noSuchRule(String id, Optional<String> near) {
        return Problem.of(
                Trouble.NOT_FOUND,
                "there is no rule `" + id + "`",
                near.map(other -> "did you mean `" + other + "`? ").orElse("") + "`" + RulesRoutes.ALL + "` lists all");
    }

    static Problem notFound() {
        return Problem.of(
                Trouble.NOT_FOUND, "the service knows no such path", "see `/openapi.yaml` for those it knows");
    }

    static Problem methodNotAllowed(String allow) {
        return Problem.of(Trouble.METHOD_NOT_ALLOWED, "the path is there, but not for this method", "use " + allow);
    }

    /** What the readers let pass, and the contract does not. */
    static Problem forbiddenByContract(Objection objection) {
        String place = objection.place().isEmpty() ? "the body" : objection.place();
        return Problem.of(
                Trouble.CONTRACT,
                List.of(Fault.inField(
                        place, objection.message(), "send what `/openapi.yaml` allows at `" + objection.rule() + "`")));
    }

    static Problem malformedAddress() {
        return Problem.of(
                Trouble.MALFORMED, "the address of the request is malformed", "escape it as RFC 3986 describes it");
    }

    static Problem uriTooLong() {
        return Problem.of(
                Trouble.URI_TOO_LONG,
                "the first line of the request has more than " + HttpVerticle.MAX_FIRST_LINE_BYTES + " bytes",
                "send long values in the body");
    }

    static Problem headersTooLarge(int maxHeaderBytes) {
        return Problem.of(
                Trouble.HEADERS_TOO_LARGE,
                "the headers take more than " + maxHeaderBytes + " bytes",
                "send fewer or shorter headers, or raise `traffic.maxHeaderBytes`");
    }

    static Problem noHttp() {
        return Problem.of(Trouble.MALFORMED, "the request is no valid HTTP", "send HTTP/1.1, RFC 9112");
    }
}
