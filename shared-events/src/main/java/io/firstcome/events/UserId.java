package io.firstcome.events;

/** A user as the outside world names them: the {@code sub} of their token. Opaque, see {@link Ids}. */
public record UserId(String value) {

    public UserId {
        Ids.requireValid(value, "userId");
    }

    @Override
    public String toString() {
        return value;
    }
}
