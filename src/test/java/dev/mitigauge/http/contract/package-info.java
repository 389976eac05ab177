@NullMarked
package dev.mitigauge.http.contract;

import org.jspecify.annotations.NullMarked;
