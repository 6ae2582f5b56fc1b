package io.firstcome.benchmarks.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests that arrive at a rate, evenly, whether or not the server keeps up: an open loop.
 *
 * <p>The time of each counts from when it was due. One that finds no connection free, or no processor, waits, and that counts too.
 * It is here because it shares the machine with what it measures, and takes a small part of what k6 takes.
 */
public final class Arrivals {

    private static final int MOST_CONNECTIONS = 400;
    private static final long SECOND = 1_000_000_000L;

    /**
     * What came of them, in the order in which they were due.
     *
     * @param accepted answered with a status below 400
     * @param refused answered with another one
     * @param lost no whole answer came
     * @param millis of each from when it was due to the last byte of its answer, or to when it was lost
     * @param lateMillis of each from when it was due to when it was sent
     * @param processorShare of all processors, what the load itself took
     */
    public record Result(
            int accepted, int refused, int lost, List<Double> millis, List<Double> lateMillis, double processorShare) {

        public Result {
            millis = List.copyOf(millis);
            lateMillis = List.copyOf(lateMillis);
        }

        /** How many were due. */
        public int arrivals() {
            return millis.size();
        }

        /** How many were sent later than that. */
        public long laterThan(double limitMillis) {
            return lateMillis.stream().filter(late -> late > limitMillis).count();
        }
    }

    private final int port;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore free = new Semaphore(MOST_CONNECTIONS);
    private final long[] sentAt;
    private final long[] doneAt;
    private final int[] status;

    private Arrivals(int port, int count) {
        this.port = port;
        this.sentAt = new long[count];
        this.doneAt = new long[count];
        this.status = new int[count];
    }

    /** Sends these to that port of this machine, so many a second, and waits for all answers. */
    public static Result run(int port, List<byte[]> requests, int rate) {
        return new Arrivals(port, requests.size()).run(requests, (double) SECOND / rate);
    }

    private Result run(List<byte[]> requests, double nanosBetween) {
        long begin = System.nanoTime();
        double cpu = cpuSeconds();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < requests.size(); i++) {
                int number = i;
                long due = begin + (long) (number * nanosBetween);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                threads.execute(() -> exchange(requests.get(number), number));
            }
        }
        cpu = cpuSeconds() - cpu;
        double seconds = (System.nanoTime() - begin) / 1e9;
        idle.forEach(Arrivals::close);
        List<Double> millis = new ArrayList<>();
        List<Double> late = new ArrayList<>();
        for (int number = 0; number < requests.size(); number++) {
            long due = begin + (long) (number * nanosBetween);
            late.add((sentAt[number] - due) / 1e6);
            millis.add((doneAt[number] - due) / 1e6);
        }
        int lost = (int) Arrays.stream(status).filter(code -> code == 0).count();
        int refused = (int) Arrays.stream(status).filter(code -> code >= 400).count();
        double share = cpu / seconds / Runtime.getRuntime().availableProcessors();
        return new Result(requests.size() - lost - refused, refused, lost, millis, late, share);
    }

    private void exchange(byte[] request, int number) {
        free.acquireUninterruptibly();
        sentAt[number] = System.nanoTime();
        Connection connection = idle.pollLast();
        try {
            connection = connection == null ? new Connection(port) : connection;
            Connection.Answer answer = connection.exchange(request);
            status[number] = answer.status();
            if (answer.isLast()) {
                connection.close();
            } else {
                idle.addLast(connection);
            }
        } catch (IOException e) {
            // Its status stays 0: it is lost, with its connection.
            if (connection != null) {
                close(connection);
            }
        } finally {
            doneAt[number] = System.nanoTime();
            free.release();
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // It is of no use any more.
        }
    }

    /** What this JVM has used so far. */
    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }
}
