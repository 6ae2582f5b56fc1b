package io.firstcome.commandnode.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be sent to one member. Whoever adds to it never waits for the network; a virtual thread, which ends when all is sent,
 * does. What has gathered meanwhile shares a message.
 */
final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int MOST_BYTES = 60_000;

    /** Something to be sent. */
    interface Item {

        /** Called once, when its turn has come; null when it is not to be sent any more. */
        byte @Nullable [] bytes();

        /** It is not known whether it was sent. */
        void failed();
    }

    /** The way to the member. */
    @FunctionalInterface
    interface Sender {

        /** May wait. */
        void send(List<byte[]> frames) throws Exception;
    }

    private final Sender sender;
    private final Queue<Item> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean sending = new AtomicBoolean();

    Outbox(Sender sender) {
        this.sender = sender;
    }

    int waiting() {
        return waiting.get();
    }

    void add(Item item) {
        waiting.incrementAndGet();
        queue.add(item);
        if (!sending.get() && sending.compareAndSet(false, true)) {
            Thread.ofVirtual().name("command-outbox").start(this::sendAll);
        }
    }

    private void sendAll() {
        do {
            try {
                while (!queue.isEmpty()) {
                    sendSome();
                }
            } finally {
                sending.set(false);
            }
        } while (!queue.isEmpty() && sending.compareAndSet(false, true));
    }

    private void sendSome() {
        List<Item> items = new ArrayList<>();
        List<byte[]> frames = new ArrayList<>();
        int bytes = 0;
        for (Item item = queue.poll(); item != null; item = bytes < MOST_BYTES ? queue.poll() : null) {
            items.add(item);
            byte[] frame = bytesOf(item);
            if (frame != null) {
                frames.add(frame);
                bytes += frame.length;
            }
        }
        try {
            if (!frames.isEmpty()) {
                sender.send(frames);
            }
        } catch (Exception e) {
            log.warn("{} commands and answers were not sent: {}", frames.size(), e.toString());
            items.forEach(Item::failed);
        } finally {
            waiting.addAndGet(-items.size());
        }
    }

    private static byte @Nullable [] bytesOf(Item item) {
        try {
            return item.bytes();
        } catch (RuntimeException e) {
            log.error("A command or an answer can't be sent", e);
            item.failed();
            return null;
        }
    }
}
