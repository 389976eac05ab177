package dev.mitigauge.facts;

/** What a label or a table column speaks of; the meanings of {@code tables/field-words.csv}. */
public enum Field {
    /** A number or code that names the item. */
    ID,
    /** What the item is: the risk, the task, the check, the topic. */
    TITLE,
    /** Where it is: file, path, location, component. */
    FILE,
    /** What is wrong: error, problem, finding, gap, description. */
    ERROR,
    CATEGORY,
    /** Why it was deferred or accepted. */
    REASON,
    /** What is to be done one day: suggested approach, fix plan, next steps, recommendation. */
    APPROACH,
    /** A label whose text may be a severity, a description of the risk, or both. */
    RISK,
    /** What is in place against it: mitigation, compensating control, workaround. */
    MITIGATION,
    SEVERITY,
    LIKELIHOOD,
    IMPACT,
    STATUS,
    /** Who is responsible. */
    OWNER,
    /** Who accepted or approved it. */
    ACCEPTED_BY,
    /** When it is looked at again or due: a date, a rhythm or an event. */
    REVIEW,
    /** When it was first seen, recorded or accepted. */
    SINCE,
    /** When the document was written or last looked over. */
    UPDATED,
    /** When it was resolved. */
    RESOLVED,
    EFFORT,
    /** What proves a state: evidence, link, commit, test. */
    EVIDENCE,
    /** Whether it holds a release: "blocks mainnet?", "required". */
    BLOCKING,
    /** What something is set to: a table with such a column lists settings, not items. */
    VALUE,
    /** Anything else that belongs to the item. */
    NOTE
}
