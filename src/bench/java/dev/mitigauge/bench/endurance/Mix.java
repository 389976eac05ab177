package dev.mitigauge.bench.endurance;

import dev.mitigauge.bench.Documents;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deals requests, the same in every run as far as the service answers the same. Used by one thread alone. */
final class Mix {

    private static final int RECENT = 50;
    private static final String ASSESS = "/api/v1/assessments";

    private final List<Kind> deck = Kind.deck();
    private final String checklist = Documents.checklist(1);
    private final String register = Documents.register(2);
    private final Map<String, String> tags = new HashMap<>();
    private final Ledger ledger;
    private int dealt;

    Mix(Ledger ledger) {
        this.ledger = ledger;
    }

    Ask next() {
        Kind kind = deck.get(dealt % deck.size());
        dealt++;
        return switch (kind) {
            case CHECKLIST -> judge(kind, "text/markdown", checklist + "- [x] Weigh parcel " + dealt + "\n");
            case BOTH -> judge(kind, "application/json", both());
            case KNOWN -> judge(kind, "text/markdown", checklist);
            case KEEP -> ledger.next().ask(kind);
            case READY -> Ask.question(kind, "/health/ready", Map.of());
            default -> ofKept(kind);
        };
    }

    /** Remembers by what the picture of a verdict is known. */
    void tagged(Ask ask, String tag) {
        tags.put(ask.uri(), tag);
    }

    private Ask ofKept(Kind kind) {
        String project = "/api/v1/projects/" + Keep.project(dealt);
        Keep recent = ledger.recent(dealt % RECENT).orElse(new Keep(0));
        String kept = ASSESS + "/" + ledger.id(recent);
        return switch (kind) {
            case AGAIN -> recent.ask(kind);
            case BADGE -> badge(project + "/badge.svg");
            case HISTORY -> Ask.question(kind, project + "/assessments?limit=20", Map.of());
            case TREND -> Ask.question(kind, project + "/trend", Map.of());
            case FIND -> Ask.question(kind, kept, Map.of());
            case DIFF -> Ask.question(kind, kept + "/diff", Map.of());
            default -> Ask.question(kind, project, Map.of());
        };
    }

    private Ask badge(String uri) {
        return Ask.question(Kind.BADGE, uri, tags.containsKey(uri) ? Map.of("if-none-match", tags.get(uri)) : Map.of());
    }

    private String both() {
        return new JsonObject()
                .put(
                        "documents",
                        new JsonArray()
                                .add(document(Documents.CHECKLIST, checklist + "- [ ] Book parcel " + dealt + "\n"))
                                .add(document(Documents.REGISTER, register)))
                .encode();
    }

    private static JsonObject document(String name, String content) {
        return new JsonObject().put("name", name).put("content", content);
    }

    private static Ask judge(Kind kind, String type, String body) {
        return new Ask(kind, HttpMethod.POST, ASSESS, Map.of("content-type", type), Buffer.buffer(body), null);
    }
}
