package dev.mitigauge.facts;

/**
 * Who owns the file of a risk that names no owner, by the CODEOWNERS file of a checkout. Nobody has said that they own the risk.
 *
 * @param riskId id of the risk
 * @param owners as CODEOWNERS writes them
 * @param from file and line that say so, such as {@code .github/CODEOWNERS:12}
 * @param source the lines of the risk
 */
public record CodeOwner(String riskId, String owners, String from, SourceRef source) implements Fact {}
