package io.firstcome.contract;

/** Why a command to a concert or to one of its dates is refused. */
public enum ConcertErrorCode implements RejectionCode {
    CONCERT_NOT_FOUND(Kind.NOT_FOUND, "There is no such concert"),
    CONCERT_EXISTS(Kind.CONFLICT, "A concert of this id exists"),
    DATE_NOT_FOUND(Kind.NOT_FOUND, "The concert has no such date"),
    DATE_EXISTS(Kind.CONFLICT, "A date of this id exists");

    private final Meaning meaning;

    ConcertErrorCode(Kind kind, String title) {
        meaning = new Meaning(kind, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
