package dev.mitigauge.facts;

/**
 * Who owns the file of a risk or an open task that names no owner, by the CODEOWNERS file of a checkout. Nobody has said that they own the
 * item.
 *
 * @param item id of the risk or task
 * @param owners as CODEOWNERS writes them
 * @param from file and line that say so, such as {@code .github/CODEOWNERS:12}
 * @param source the lines of the item
 */
public record CodeOwner(String item, String owners, String from, SourceRef source) implements Fact {}
