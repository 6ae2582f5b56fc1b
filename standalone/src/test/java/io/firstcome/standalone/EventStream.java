package io.firstcome.standalone;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A connection to server-sent events, as a browser opens it. Reading has no timeout of its own: give the test one. */
final class EventStream implements Closeable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client;
    private final HttpResponse<InputStream> response;
    private final BufferedReader in;

    private EventStream(HttpClient client, HttpResponse<InputStream> response) {
        this.client = client;
        this.response = response;
        this.in = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** An event. */
    record Event(String name, long id, JsonNode data) {

        /** Of one with seats in it. */
        List<Integer> seats() {
            return data.path("items")
                    .valueStream()
                    .map(item -> item.path("seat").asInt())
                    .toList();
        }
    }

    /** Returns when the answer has begun. */
    static EventStream open(StandaloneProcess system, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.baseUrl() + path))
                .timeout(TIMEOUT)
                .header("Accept", "text/event-stream");
        headers.forEach(request::header);
        return new EventStream(client, client.send(request.build(), BodyHandlers.ofInputStream()));
    }

    int status() {
        return response.statusCode();
    }

    String contentType() {
        return response.headers().firstValue("content-type").orElse("");
    }

    /** The next line as it is, comments too. */
    String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("The stream has ended");
        }
        return line;
    }

    /** The next event; comments are passed over. */
    Event next() throws IOException {
        String name = "";
        long id = -1;
        JsonNode data = JSON.createObjectNode();
        while (true) {
            String line = line();
            if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("id:")) {
                id = Long.parseLong(line.substring("id:".length()).strip());
            } else if (line.startsWith("data:")) {
                data = JSON.readTree(line.substring("data:".length()));
            } else if (line.isEmpty() && !name.isEmpty()) {
                return new Event(name, id, data);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
        client.shutdownNow();
    }
}
