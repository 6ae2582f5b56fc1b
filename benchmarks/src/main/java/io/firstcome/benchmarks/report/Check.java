package io.firstcome.benchmarks.report;

/**
 * What had to hold, after one or more runs.
 *
 * @param name what
 * @param times how often it was verified
 * @param failures how often it did not hold
 * @param detail of the first failure, else of the last run
 */
public record Check(String name, int times, int failures, String detail) {

    public boolean isGreen() {
        return failures == 0 && times > 0;
    }
}
