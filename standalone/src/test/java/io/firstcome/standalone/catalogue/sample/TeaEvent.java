package io.firstcome.standalone.catalogue.sample;

import io.firstcome.events.NotConsumed;

/** Events of a teapot. */
public sealed interface TeaEvent {

    /** Consumed, as it should be. */
    record TeaBrewed() implements TeaEvent {}

    /** Consumed by nobody and not marked. */
    record TeaPoured() implements TeaEvent {}

    /** Consumed by nobody and marked. */
    @NotConsumed("Nobody minds")
    record TeaSpilled() implements TeaEvent {}

    /** Marked, and consumed all the same. */
    @NotConsumed("Nobody minds, it was thought")
    record TeaCooled() implements TeaEvent {}

    /** Emitted by nobody. */
    record TeaForgotten() implements TeaEvent {}
}
