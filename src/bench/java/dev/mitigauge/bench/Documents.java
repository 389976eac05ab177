package dev.mitigauge.bench;

import java.util.List;

/** Documents of any size, the same in every run: a release checklist in phases, and a register of deferred risks. */
public final class Documents {

    /** Name of the first. */
    public static final String CHECKLIST = "release-checklist.md";
    /** Name of the second. */
    public static final String REGISTER = "deferred-risks.md";

    private static final List<String> PARTS = List.of(
            "booking", "invoice", "ledger", "courier", "parcel", "tariff", "customs", "depot", "route", "refund",
            "claim");
    private static final List<String> PHASES =
            List.of("Critical fixes", "Tests and types", "Code health", "Operations", "Nice to have");
    private static final List<String> TOPICS = List.of("Access control", "Failure handling", "Runtime", "Data");
    private static final List<String> WORK = List.of(
            "Compare tokens in constant time",
            "Limit login attempts to ten a minute",
            "Rotate the signing keys every quarter",
            "Encode output of the search form",
            "Set a timeout on calls to the bank",
            "Close connections when a worker stops",
            "Log failed transfers with their reason",
            "Retry twice before an order is parked",
            "Cap the memory of the import job",
            "Run the container without root",
            "Answer the health probe within a second",
            "Restore last night's backup on staging",
            "Index the lookup by customer number",
            "Delete accounts ninety days after notice",
            "Write the runbook for a full disk",
            "Alert when the queue stands still");
    private static final List<String> NOTES = List.of(
            "",
            " - 12 tests added",
            "",
            " (see `docs/%s/notes-%d.md`)",
            " - `src/%s/Step%d.java`",
            "",
            " - N/A: internal network only",
            "",
            " - documented in the runbook",
            " (intentional)",
            "");

    private Documents() {}

    /** A checklist of 77 tasks for each of {@code times} areas. */
    public static String checklist(int times) {
        StringBuilder text = new StringBuilder(6_000 * times);
        text.append("# Release checklist of the parcel platform\n\n**Status:** ✅ Production ready (2026-03-02)\n\n")
                .append("What has to be done before customers come, in five phases.\n");
        int task = 0;
        for (int area = 0; area < times; area++) {
            for (int phase = 0; phase < PHASES.size(); phase++) {
                text.append("\n## Phase ").append(phase + 1).append(": ").append(PHASES.get(phase));
                text.append(times == 1 ? "" : " in area " + (area + 1)).append('\n');
                for (int topic = 0; topic < TOPICS.size(); topic++) {
                    int tasks = phase == 4 && topic == 3 ? 1 : 4;
                    text.append("\n### ").append(TOPICS.get(topic));
                    text.append(
                            topic == 1
                                    ? " (" + (phase + 1) + " remaining)\n\n"
                                    : topic == 2 ? " ✅ COMPLETE\n\n" : "\n\n");
                    for (int i = 0; i < tasks; i++) {
                        task(text, topic * 4 + i, task++);
                    }
                }
            }
        }
        return text.toString();
    }

    private static void task(StringBuilder text, int work, int number) {
        String part = PARTS.get(number % PARTS.size());
        boolean done = number % 9 % 2 == 0;
        text.append(done ? "- [x] " : "- [ ] ")
                .append(WORK.get(work))
                .append(" in ")
                .append(part)
                .append(' ')
                .append(number + 1)
                .append(String.format(NOTES.get(number * 7 % NOTES.size()), part, number + 1))
                .append('\n');
    }

    /** A register of so many deferred risks: severities, mitigations that cite tasks or assume something, steps. */
    public static String register(int risks) {
        StringBuilder text = new StringBuilder(900 * risks);
        text.append("# Deferred risks\n\nKept per the Ship And Note Protocol of the parcel team.\n");
        for (int risk = 1; risk <= risks; risk++) {
            boolean even = risk % 2 == 0;
            String part = PARTS.get(risk % PARTS.size());
            text.append("\n## PP-").append(even ? "LOW" : "MED").append(String.format("-%03d: ", risk));
            text.append(
                    even ? "Retries of " + part + " are lost on a restart" : "No header policy on pages of " + part);
            text.append("\n\n- **File:** `src/")
                    .append(part)
                    .append("/Step")
                    .append(risk)
                    .append(".java:")
                    .append(10 + risk);
            text.append("`\n- **Error:** ")
                    .append(even ? "The queue is kept in memory" : "Scripts of any origin may run");
            text.append("\n- **Category:** ").append(even ? "Reliability" : "Security");
            text.append("\n- **Reason:** ")
                    .append(even ? "The broker is not chosen yet." : "Old browsers need a month's notice.");
            text.append(
                    "\n- **Suggested approach:**\n  1. Measure what breaks\n  2. Announce the change\n  3. Switch it on\n");
            text.append("- **Risk:** ")
                    .append(even ? "Low — Bounded by PP-" + (risk + 900_000) : "Medium — Mitigated by CSRF tokens");
            text.append(
                    even
                            ? " cleanup. Single-instance deployment means no lost hand-over.\n"
                            : ", output encoding, login guards.\n");
        }
        return text.toString();
    }
}
