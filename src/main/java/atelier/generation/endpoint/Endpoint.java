package atelier.generation.endpoint;

import okhttp3.HttpUrl;

/// Where one model server is, parsed once. Only [EndpointPolicy] makes them.
public final class Endpoint {
    private final HttpUrl url;
    private final boolean trusted;

    Endpoint(HttpUrl url, boolean trusted) {
        this.url = url;
        this.trusted = trusted;
    }

    /// The address to begin every request with; no slash at its end.
    public String url() {
        return url.toString().replaceFirst("/+$", "");
    }

    String host() {
        return url.host();
    }

    /// Whether the operator named this very origin, which may then lie anywhere.
    public boolean isTrusted() {
        return trusted;
    }

    /// Whether a request to this address stays with the server meant.
    public boolean hasOrigin(HttpUrl other) {
        return url.scheme().equals(other.scheme()) && url.host().equals(other.host()) && url.port() == other.port();
    }

    @Override
    public String toString() {
        return url();
    }
}
