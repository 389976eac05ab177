/**
 * The rows of {@code rules/tables} as rules see them: typed facts to join on. A record's components are the columns of its table, in
 * order; their types and {@link dev.mitigauge.rules.tables.Range} are what a cell may hold.
 *
 * <p>Imports {@code facts} and {@code findings} only.
 */
@NullMarked
package dev.mitigauge.rules.tables;

import org.jspecify.annotations.NullMarked;
