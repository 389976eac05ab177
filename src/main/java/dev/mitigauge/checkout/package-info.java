/**
 * Looks up in a checkout of the source code what documents cite: paths, lines, commits, and who owns the code. Reads git objects alone
 * and never the files beside them, so that no link or path leads out of the checkout; nothing is written, fetched or run. Implements the
 * port {@link dev.mitigauge.assessment.Checkouts}; may import facts and assessment; the only user of JGit.
 */
@NullMarked
package dev.mitigauge.checkout;

import org.jspecify.annotations.NullMarked;
