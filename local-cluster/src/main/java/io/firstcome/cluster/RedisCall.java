package io.firstcome.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A question to a Redis or a Sentinel of this machine. */
final class RedisCall {
    /** The name under which the Sentinels know the primary. */
    static final String MASTER = "firstcome";

    private static final int TIMEOUT_MILLIS = 1_000;

    private RedisCall() {}

    /** Whether a Redis is a primary, or a replica that has the primary's data. */
    static boolean serves(int port, String password) throws IOException {
        String request = "AUTH " + password + "\r\nROLE\r\n";
        // +OK, the number of parts, and each part with its length before it: the role, then the primary's address and
        // port, then the state of the link.
        boolean primary = ask(port, request, 4).get(3).equals("master");
        return primary || ask(port, request, 9).get(8).equals("connected");
    }

    /** Whether a Sentinel could make somebody else the primary: it knows a replica. */
    static boolean knowsReplica(int port) throws IOException {
        return !ask(port, "SENTINEL replicas " + MASTER + "\r\n", 1).getFirst().equals("*0");
    }

    /** The port of the primary, by the first of the Sentinels that knows. */
    static OptionalInt primary(List<Integer> sentinels) {
        for (int sentinel : sentinels) {
            try {
                // An array of two: address and port, each with its length before it.
                List<String> lines = ask(sentinel, "SENTINEL get-master-addr-by-name " + MASTER + "\r\n", 5);
                return OptionalInt.of(Integer.parseInt(lines.get(4)));
            } catch (IOException | NumberFormatException doesNotKnow) {
                // The next one is asked.
            }
        }
        return OptionalInt.empty();
    }

    private static List<String> ask(int port, String request, int lines) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            List<String> answer = new ArrayList<>();
            while (answer.size() < lines) {
                String line = reader.readLine();
                if (line == null || line.startsWith("-")) {
                    throw new IOException("No answer: " + line);
                }
                answer.add(line);
            }
            return answer;
        }
    }
}
