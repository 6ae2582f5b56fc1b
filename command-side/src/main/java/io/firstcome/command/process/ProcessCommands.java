package io.firstcome.command.process;

import io.firstcome.contract.AggregateCommand;

/**
 * How a process sends its commands.
 *
 * <p>The command is on its way when this returns; the events that the process handles are taken as handled only after all its
 * commands are committed. What fails for a passing reason is sent again, together with its neighbours, so a command must do
 * nothing when it is said again. What fails for good is dead-lettered where an operator sees it.
 */
@FunctionalInterface
public interface ProcessCommands {

    void send(AggregateCommand command);
}
