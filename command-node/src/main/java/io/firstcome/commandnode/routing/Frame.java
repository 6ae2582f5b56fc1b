package io.firstcome.commandnode.routing;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;

/** What goes from one member to another: a command, or the answer to one. Several of them share a message. */
sealed interface Frame {

    /** By which the sender of the command knows it. */
    long id();

    /** @param sentAt by the sender's {@link System#nanoTime()} */
    record Command(long id, long sentAt, CommandMessage<?> command) implements Frame {}

    /** Everything that the one who sent the command is told. */
    record Answer(long id, CommandResultMessage<?> result) implements Frame {}

    /** The command was not looked at, because its sender is not in the group of the one who got it. */
    record Declined(long id) implements Frame {}

    /** A command or an answer that this node can't read, and why. */
    record Unreadable(long id, boolean ofCommand, String reason) implements Frame {}
}
