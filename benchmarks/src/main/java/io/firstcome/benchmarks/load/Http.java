package io.firstcome.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Questions and orders to a server on this machine, one at a time, each on a connection of its own. */
public record Http(int port) {

    public Answer get(String path, String token) {
        return exchange(Connection.request("GET", path, token, ""));
    }

    public Answer post(String path, String token, String json) {
        return exchange(Connection.request("POST", path, token, json));
    }

    private Answer exchange(byte[] request) {
        try (Connection connection = new Connection(port)) {
            return connection.exchange(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
