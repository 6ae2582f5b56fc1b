package io.firstcome.command.concert.domain;

import io.firstcome.events.concert.Grade;
import io.firstcome.events.concert.Seat;
import java.util.List;

/** The seats of a date and which of them are taken: held or sold. One byte a seat, so that nothing grows with the number of seats. */
final class SeatPlan {

    private static final byte FREE = 0;
    private static final byte TAKEN = 1;

    private List<Grade> grades = List.of();
    /** That of seat 1 first. */
    private byte[] seats = {};

    /** @param all by their seats, from 1 without a hole */
    void open(List<Grade> all) {
        grades = all;
        seats = new byte[all.getLast().to()];
    }

    boolean has(int seat) {
        return seat >= 1 && seat <= seats.length;
    }

    boolean isTaken(int seat) {
        return seats[seat - 1] == TAKEN;
    }

    int free() {
        int free = 0;
        for (byte seat : seats) {
            free += seat == FREE ? 1 : 0;
        }
        return free;
    }

    /** The seats as they are sold. */
    List<Seat> priced(List<Integer> numbers) {
        return numbers.stream().map(this::priced).toList();
    }

    private Seat priced(int number) {
        Grade grade =
                grades.stream().filter(each -> number <= each.to()).findFirst().orElseThrow();
        return new Seat(number, grade.grade(), grade.price());
    }

    /** @throws IllegalStateException when one of them is taken: a seat has one owner */
    void take(List<Integer> numbers) {
        numbers.forEach(number -> change(number, FREE, TAKEN));
    }

    /** @throws IllegalStateException when one of them is free */
    void free(List<Integer> numbers) {
        numbers.forEach(number -> change(number, TAKEN, FREE));
    }

    private void change(int number, byte from, byte to) {
        if (seats[number - 1] != from) {
            throw new IllegalStateException("Seat " + number + " was " + (from == FREE ? "taken" : "free"));
        }
        seats[number - 1] = to;
    }
}
