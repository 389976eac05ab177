@NullMarked
package dev.mitigauge.assessment.project;

import org.jspecify.annotations.NullMarked;
