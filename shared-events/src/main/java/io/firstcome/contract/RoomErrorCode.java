package io.firstcome.contract;

/** Why a command to a waiting room, or one behind a waiting room, is refused. */
public enum RoomErrorCode implements RejectionCode {
    ROOM_NOT_FOUND(Kind.NOT_FOUND, "There is no such waiting room"),
    ROOM_EXISTS(Kind.CONFLICT, "A waiting room of this id exists or has existed"),
    ALREADY_PROTECTED(Kind.CONFLICT, "It is behind another waiting room"),
    ROOM_CLOSED(Kind.CONFLICT, "The waiting room was closed"),
    ROOM_NOT_SHUFFLED(Kind.CONFLICT, "The waiting room lets people in as they come"),
    NOT_IN_ROOM(Kind.NOT_FOUND, "The user has no place in the waiting room"),
    ADMISSION_REQUIRED(Kind.FORBIDDEN, "It is behind a waiting room: send its admission as X-Admission"),
    ADMISSION_INVALID(Kind.FORBIDDEN, "The admission is not one of this user to this waiting room"),
    ADMISSION_EXPIRED(Kind.FORBIDDEN, "The place of the admission has ended");

    private final Meaning meaning;

    RoomErrorCode(Kind kind, String title) {
        meaning = new Meaning(kind, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
