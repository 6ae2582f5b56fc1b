package io.firstcome.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests that arrive at a rate, evenly, whether or not the server keeps up: an open loop, by the calling thread alone.
 *
 * <p>The time of each counts from when it was due. One that finds no connection free, or no processor, waits, and that counts too.
 * It is here because it shares the machine with what it measures, and takes a small part of what k6 takes.
 */
public final class Arrivals {

    private static final int MOST_CONNECTIONS = 400;
    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE_NANOS = 30 * SECOND;
    /** So often it looks for answers while nothing is due. */
    private static final long LOOK_NANOS = 250_000;

    /**
     * What came of them, in the order in which they were due.
     *
     * @param arrivals how many were due
     * @param accepted answered with a status below 400
     * @param refused answered with another one
     * @param lost sent, and no whole answer came
     * @param dropped never sent
     * @param millis of each from when it was due to the last byte of its answer; one without answer has all the time waited for it
     * @param lateMillis of each from when it was due to when it was sent
     * @param processorShare of all processors, what the load itself took
     */
    public record Result(
            int arrivals,
            int accepted,
            int refused,
            int lost,
            int dropped,
            List<Double> millis,
            List<Double> lateMillis,
            double processorShare) {

        public Result {
            millis = List.copyOf(millis);
            lateMillis = List.copyOf(lateMillis);
        }

        /** How many were sent later than that, or never. */
        public long laterThan(double limitMillis) {
            return lateMillis.stream().filter(late -> late > limitMillis).count();
        }
    }

    private final InetSocketAddress server;
    private final List<byte[]> requests;
    private final double nanosBetween;
    private final Selector selector;
    private final Deque<ArrivalConnection> idle = new ArrayDeque<>();
    private final long[] sentAt;
    private final long[] doneAt;
    private final int[] status;
    private int connections;
    private int sent;
    private int done;
    private long begin;

    private Arrivals(int port, List<byte[]> requests, int rate) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.requests = requests;
        this.nanosBetween = (double) SECOND / rate;
        this.selector = Selector.open();
        this.sentAt = new long[requests.size()];
        this.doneAt = new long[requests.size()];
        this.status = new int[requests.size()];
    }

    /** Sends these to that port of this machine, so many a second, and waits for all answers. */
    public static Result run(int port, List<byte[]> requests, int rate) {
        try {
            return new Arrivals(port, requests, rate).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result run() throws IOException {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        begin = System.nanoTime();
        long end = due(requests.size()) + PATIENCE_NANOS;
        try (selector) {
            while (done < requests.size() && System.nanoTime() < end) {
                sendWhatIsDue();
                if (isFull()) {
                    selector.select(this::read, 1);
                } else {
                    selector.selectNow(this::read);
                    rest();
                }
            }
            for (SelectionKey key : List.copyOf(selector.keys())) {
                key.channel().close();
            }
        }
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        return result(cpu / ((System.nanoTime() - begin) * (double) processors()));
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private long due(int number) {
        return begin + (long) (number * nanosBetween);
    }

    private boolean isFull() {
        return idle.isEmpty() && connections == MOST_CONNECTIONS;
    }

    private void sendWhatIsDue() throws IOException {
        while (sent < requests.size() && !isFull() && due(sent) <= System.nanoTime()) {
            ArrivalConnection connection = idle.isEmpty() ? open() : idle.pop();
            int number = sent++;
            sentAt[number] = System.nanoTime();
            try {
                connection.send(requests.get(number), number);
            } catch (IOException e) {
                lose(connection);
            }
        }
    }

    private ArrivalConnection open() throws IOException {
        connections++;
        return new ArrivalConnection(server, selector);
    }

    private void rest() {
        long pause = LOOK_NANOS;
        if (sent < requests.size()) {
            pause = Math.min(pause, due(sent) - System.nanoTime());
        }
        if (pause > 0) {
            LockSupport.parkNanos(pause);
        }
    }

    private void read(SelectionKey key) {
        ArrivalConnection connection = (ArrivalConnection) key.attachment();
        try {
            int answer = connection.read();
            if (answer > 0) {
                finish(connection.number(), answer);
                if (connection.isClosing()) {
                    drop(connection);
                } else {
                    idle.push(connection);
                }
            }
        } catch (IOException e) {
            lose(connection);
        }
    }

    private void lose(ArrivalConnection connection) {
        drop(connection);
        if (!idle.remove(connection)) {
            finish(connection.number(), 0);
        }
    }

    private void drop(ArrivalConnection connection) {
        connections--;
        connection.close();
    }

    private void finish(int number, int answer) {
        doneAt[number] = System.nanoTime();
        status[number] = answer;
        done++;
    }

    private Result result(double processorShare) {
        List<Double> millis = new ArrayList<>();
        List<Double> late = new ArrayList<>();
        int lost = 0;
        for (int number = 0; number < requests.size(); number++) {
            boolean isSent = number < sent;
            long from = due(number);
            late.add((isSent ? sentAt[number] - from : PATIENCE_NANOS) / 1e6);
            millis.add((status[number] > 0 ? doneAt[number] - from : PATIENCE_NANOS) / 1e6);
            lost += isSent && status[number] == 0 ? 1 : 0;
        }
        int refused = (int) Arrays.stream(status).filter(code -> code >= 400).count();
        int accepted = (int)
                Arrays.stream(status).filter(code -> code > 0 && code < 400).count();
        return new Result(
                requests.size(), accepted, refused, lost, requests.size() - sent, millis, late, processorShare);
    }
}
