package io.firstcome.benchmarks.measure;

/**
 * How much is measured.
 *
 * @param repetitions how often each contestant runs
 * @param seconds how long each run is
 * @param warmUp how many seconds each contestant runs before, at least
 * @param warmUpLimit how many seconds one that still becomes faster runs before, at most
 * @param connections over how many connections requests come
 * @param users how many different users there are
 * @param history how many pieces a full campaign has issued before, in row 10
 */
public record Settings(
        int repetitions, int seconds, int warmUp, int warmUpLimit, int connections, int users, int history) {

    @Override
    public String toString() {
        return repetitions + " runs of " + seconds + " s for each contestant, in turns, after a warm-up of " + warmUp
                + " s at least, and up to " + Math.max(warmUp, warmUpLimit) + " s for what still became faster; "
                + connections + " connections, " + users + " users. Figures are medians.";
    }
}
