/**
 * The service for a long time under load while things go wrong: what it was asked, what was done to it, what was seen, and whether it passed. Its
 * store is a real PostgreSQL, its process the packaged program.
 */
@NullMarked
package dev.mitigauge.bench.endurance;

import org.jspecify.annotations.NullMarked;
