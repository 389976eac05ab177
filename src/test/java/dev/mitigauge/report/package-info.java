/** Reports of hand-built assessments, held against golden files. */
@NullMarked
package dev.mitigauge.report;

import org.jspecify.annotations.NullMarked;
