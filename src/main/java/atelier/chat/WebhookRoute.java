package atelier.chat;

import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A path at which a platform calls us. The HTTP server hosts it and knows nothing of the platform.
public interface WebhookRoute {
    /// Where it wants to be hosted, such as `/telegram/webhook`.
    String path();

    /// Takes one POST. Who calls is checked before any of the body is read. Never throws.
    ///
    /// @param header value of a request header by its name, null when absent
    /// @param body   read up to a limit of its own; not closed
    /// @return the status to answer: 200 taken in, 401 not from the platform, 413 too large, 503 offer it again
    int receive(Function<String, @Nullable String> header, InputStream body);
}
