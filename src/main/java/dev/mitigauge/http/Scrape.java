package dev.mitigauge.http;

import java.util.function.UnaryOperator;

/**
 * Where the text of {@code /metrics} comes from.
 *
 * @param contentType the content type to answer a given {@code Accept} header with; the header may be empty
 * @param text the metrics in that content type
 */
public record Scrape(UnaryOperator<String> contentType, UnaryOperator<String> text) {}
