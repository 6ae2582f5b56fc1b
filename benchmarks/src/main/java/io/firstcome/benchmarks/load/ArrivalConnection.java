package io.firstcome.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A kept-alive HTTP/1.1 connection that never waits, with one request at a time. */
final class ArrivalConnection {

    private static final int LARGEST_ANSWER = 16_384;
    private static final String LENGTH = "\r\ncontent-length:";
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(LARGEST_ANSWER);
    private int number = -1;
    private int headerEnd;
    /** Of the whole answer; below 0 it is known by its last chunk. */
    private int length;

    private boolean closing;

    ArrivalConnection(InetSocketAddress server, Selector selector) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** The number of the request that is under way, or was the last. */
    int number() {
        return number;
    }

    /** Whether the server closes it after this answer. */
    boolean isClosing() {
        return closing;
    }

    void send(byte[] request, int ofNumber) throws IOException {
        number = ofNumber;
        in.clear();
        headerEnd = 0;
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /**
     * Reads what is there.
     *
     * @return the status when the answer is whole, else 0
     */
    int read() throws IOException {
        if (channel.read(in) < 0 || !in.hasRemaining()) {
            throw new EOFException("The server closed the connection, or does not end its answer");
        }
        if (headerEnd == 0) {
            readHeader();
        }
        boolean whole = headerEnd > 0 && (length < 0 ? endsWithLastChunk() : in.position() >= length);
        return whole ? Integer.parseInt(new String(in.array(), 9, 3, StandardCharsets.US_ASCII)) : 0;
    }

    private void readHeader() {
        String seen = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        int end = seen.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        headerEnd = end + 4;
        String header = seen.substring(0, end + 2).toLowerCase(Locale.ROOT);
        int at = header.indexOf(LENGTH);
        closing = header.contains("\r\nconnection: close");
        if (at >= 0) {
            int value = at + LENGTH.length();
            length = headerEnd
                    + Integer.parseInt(
                            header.substring(value, header.indexOf('\r', value)).strip());
        } else {
            length = header.contains("transfer-encoding: chunked") ? -1 : headerEnd;
        }
    }

    private boolean endsWithLastChunk() {
        int from = in.position() - LAST_CHUNK.length;
        if (from < headerEnd) {
            return false;
        }
        for (int i = 0; i < LAST_CHUNK.length; i++) {
            if (in.get(from + i) != LAST_CHUNK[i]) {
                return false;
            }
        }
        return true;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more.
        }
    }
}
