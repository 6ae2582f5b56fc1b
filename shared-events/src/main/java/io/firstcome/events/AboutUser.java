package io.firstcome.events;

/** An event that concerns one user. The event store indexes it, so that an auditor finds all that concerns a user. */
public interface AboutUser {

    UserId userId();
}
