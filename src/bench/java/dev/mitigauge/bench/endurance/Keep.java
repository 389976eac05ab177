package dev.mitigauge.bench.endurance;

import dev.mitigauge.bench.Documents;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Map;

/** An assessment that is to be kept: its number says for which project, under which key, and what is judged. */
record Keep(int number) {

    static final int PROJECTS = 40;

    /** One of so many is judged otherwise than those before and after it. */
    private static final int OTHERS = 20;

    private static final String CHECKLIST = Documents.checklist(1);

    String project() {
        return project(number);
    }

    static String project(int number) {
        return "parcels-" + number % PROJECTS;
    }

    String key() {
        return "run-" + number;
    }

    Ask ask(Kind kind) {
        return new Ask(
                kind,
                HttpMethod.POST,
                "/api/v1/projects/" + project() + "/assessments",
                Map.of("content-type", "text/markdown", "idempotency-key", key()),
                Buffer.buffer(document()),
                this);
    }

    private String document() {
        boolean other = number / PROJECTS % OTHERS == OTHERS - 1;
        return (other ? "# Release\n\n- [ ] Restore a backup\n" : CHECKLIST) + "- [x] Count parcels of run " + number
                + "\n";
    }
}
