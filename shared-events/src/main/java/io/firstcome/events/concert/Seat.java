package io.firstcome.events.concert;

/**
 * One seat of a date.
 *
 * @param seat its number, 1 or more
 * @param grade the name of its grade
 * @param price 0 or more
 */
public record Seat(int seat, String grade, long price) {}
