@NullMarked
package dev.mitigauge.assessment.event;

import org.jspecify.annotations.NullMarked;
