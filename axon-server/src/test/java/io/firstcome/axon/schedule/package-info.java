@NullMarked
package io.firstcome.axon.schedule;

import org.jspecify.annotations.NullMarked;
