package twinge.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Function;

/** Sends alerts to a web address of the user's as JSON (POST). It follows no redirections and opens nothing unless asked. */
public final class WebHook implements AlertHook {
    private static final Duration MOST = Duration.ofSeconds(5);

    private final URI address;
    private final Function<Alert, String> json;
    private final Duration most;
    private HttpClient client;

    /**
     * @param json an alert as one JSON object
     * @throws IllegalArgumentException if it is no address that can be sent to
     */
    public WebHook(String address, Function<Alert, String> json) {
        this(address, json, MOST);
    }

    WebHook(String address, Function<Alert, String> json, Duration most) {
        this.address = URI.create(address);
        this.json = json;
        this.most = most;
        boolean web =
                "http".equalsIgnoreCase(this.address.getScheme()) || "https".equalsIgnoreCase(this.address.getScheme());
        if (!web || this.address.getHost() == null) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no web address; write one such as http://localhost:8123/alert");
        }
    }

    /** Without what may be a password in it. */
    @Override
    public String name() {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    @Override
    public void pass(Alert alert) throws IOException, InterruptedException {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(most)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(most)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.apply(alert)))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new IOException("it answers with status " + status);
            }
        } catch (HttpTimeoutException e) {
            throw new IOException("it does not answer within " + most.toMillis() / 1000.0 + " s", e);
        } catch (java.net.ConnectException e) {
            throw new IOException("nobody answers there; is the program that listens running?", e);
        }
    }
}
