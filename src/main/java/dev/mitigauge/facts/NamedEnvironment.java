package dev.mitigauge.facts;

/**
 * An environment that headings speak of; delivered by {@link Counts} so that rules need not look at each section.
 *
 * @param environment its name, such as {@code production}
 * @param sections how many sections speak of it
 * @param source the heading of the first of them
 */
public record NamedEnvironment(String environment, int sections, SourceRef source) implements Fact {}
