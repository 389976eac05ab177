/** What is counted over facts before rules see them. */
@NullMarked
package dev.mitigauge.facts;

import org.jspecify.annotations.NullMarked;
