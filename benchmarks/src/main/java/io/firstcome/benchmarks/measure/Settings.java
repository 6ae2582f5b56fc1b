package io.firstcome.benchmarks.measure;

import java.util.List;

/**
 * How much is measured.
 *
 * @param repetitions how often each contestant runs
 * @param seconds how long each run is
 * @param warmUp how many seconds each contestant runs before, at least
 * @param warmUpLimit how many seconds one that still becomes faster runs before, at most
 * @param connections the numbers of connections that are tried in the warm-up; each contestant then runs with its best
 * @param keyed whether requests carry an Idempotency-Key, each its own
 * @param users how many different users there are
 * @param history how many pieces a full campaign has issued before, and how many ask in the story: a million
 */
public record Settings(
        int repetitions,
        int seconds,
        int warmUp,
        int warmUpLimit,
        List<Integer> connections,
        boolean keyed,
        int users,
        int history) {

    public Settings {
        connections = List.copyOf(connections);
    }
}
