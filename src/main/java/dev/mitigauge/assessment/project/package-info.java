/**
 * Projects: judging for them with what is known of them, keeping what came of it, and telling their past.
 *
 * <p>Works on the ports of {@link dev.mitigauge.assessment.kept}, so every call may wait. Records whose name begins with {@code Told} are what is
 * told of what is kept; their component names are the names of the JSON answer.
 */
@NullMarked
package dev.mitigauge.assessment.project;

import org.jspecify.annotations.NullMarked;
