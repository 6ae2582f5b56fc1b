package io.firstcome.command.waitingroom.domain;

import io.firstcome.command.waitingroom.api.RoomCommand;

/** Something that decides on commands to a waiting room: the aggregate, or a model to compare it with. */
interface Rooms {

    Outcome send(RoomCommand command);
}
