package dev.mitigauge.http;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of each operation that works.
 *
 * @param method of the request
 * @param template of the path, as the contract has it
 * @param query after the path, empty for none
 * @param type of the body, null if it has none
 * @param body empty if it has none
 */
record ContractCalls(
        String method,
        String template,
        String query,
        @Nullable String type,
        String body) {

    static final String JSON = "application/json";
    private static final String PROJECT = "/api/v1/projects/{project}";
    private static final String TABLE = PROJECT + "/tables/{table}";
    private static final String WAIVER = PROJECT + "/waivers/{waiver}";
    private static final String LOGGER = "/api/v1/loggers/{name}";
    static final String STRICTER = "profile,ready,conditions,confidence,openCritical\nproduction,96,80,0.7,BLOCKER\n";
    private static final String FILES =
            "\"files\":{\"tables/severity-weights.csv\":\"severity,weight\\nNONE,0\\nLOW,1\\nMEDIUM,3\\nHIGH,6\\nCRITICAL,10\\nUNRATED,5\\n\"}";
    private static final String CHANGE = "{" + FILES + "}";

    static final List<ContractCalls> ALL = List.of(
            get("/"),
            get("/metrics"),
            get("/openapi.yaml"),
            get("/health/live"),
            get("/health/ready"),
            sending("POST", "/api/v1/assessments", "text/markdown", KeptService.REGISTER),
            sending("POST", "/api/v1/assessments:simulate", JSON, """
                    {"documents":[{"name":"TODO.md","content":"# Launch\\n\\n- [ ] Backups\\n"}],"changes":["done:backups"]}"""),
            sending("POST", PROJECT + "/assessments", "text/markdown", KeptService.REGISTER),
            get("/api/v1/assessments/{id}"),
            get("/api/v1/assessments/{id}/diff"),
            get("/api/v1/projects"),
            get(PROJECT),
            sending("PUT", PROJECT, JSON, "{\"owner\":\"team\",\"tags\":[\"web\"]}"),
            get(PROJECT + "/assessments"),
            get(PROJECT + "/trend"),
            get(PROJECT + "/badge.svg"),
            sending("PUT", TABLE, "text/csv", STRICTER),
            get(TABLE),
            sending("PUT", WAIVER, JSON, waiver()),
            get(PROJECT + "/waivers"),
            get(WAIVER),
            get("/api/v1/events"),
            get(LOGGER),
            sending("PUT", LOGGER, JSON, "{\"level\":\"info\"}"),
            get("/api/v1/rules"),
            get("/api/v1/rules/{id}"),
            sending("POST", "/api/v1/rules:validate", JSON, CHANGE),
            sending(
                    "POST",
                    "/api/v1/rules:preview",
                    JSON,
                    "{" + FILES + ",\"documents\":[{\"name\":\"a.md\",\"content\":\"- [ ] a\"}]}"),
            sending("POST", "/api/v1/rules:activate", JSON, CHANGE),
            sending("POST", "/api/v1/rules:rollback", JSON, "{}"),
            get("/api/v1/rulesets"),
            get("/api/v1/rulesets/{digest}"),
            get("/api/v1/rulesets/{digest}/diff"),
            new ContractCalls("DELETE", TABLE, "", null, ""),
            new ContractCalls("DELETE", WAIVER, "", null, ""),
            new ContractCalls("DELETE", PROJECT, "", null, ""));

    private static ContractCalls get(String template) {
        return new ContractCalls("GET", template, "", null, "");
    }

    private static ContractCalls sending(String method, String template, String type, String body) {
        return new ContractCalls(method, template, "", type, body);
    }

    private static String waiver() {
        LocalDate expires = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        return "{\"item\":\"R-1\",\"owner\":\"ops\",\"reason\":\"soon\",\"expires\":\"" + expires + "\"}";
    }

    static ContractCalls of(String method, String template) {
        return ALL.stream()
                .filter(call -> call.method.equals(method) && call.template.equals(template))
                .findFirst()
                .orElseThrow();
    }

    /** Whether callers have to say who they are. */
    boolean guarded() {
        return template.startsWith("/api/");
    }

    boolean sends() {
        return type != null;
    }

    ContractCalls withBody(String other) {
        return new ContractCalls(method, template, query, type, other);
    }

    ContractCalls withType(String other) {
        return new ContractCalls(method, template, query, other, body);
    }

    ContractCalls withQuery(String other) {
        return new ContractCalls(method, template, other, type, body);
    }

    /** The path with these values in the place of names in braces; {@code rule} is the id of a rule. */
    String path(Map<String, String> values) {
        String path = template.replace("/rules/{id}", "/rules/" + values.get("rule"));
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        return path + query;
    }
}
