/** A small flow with one fault of each kind: what the catalogue's check must notice. */
@NullMarked
package io.firstcome.standalone.catalogue.sample;

import org.jspecify.annotations.NullMarked;
