package atelier.adapter.web;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// Callers on this machine or in a private network, who did not come through a proxy: whoever forwards the world's requests says so
/// in a header, and shows an address of its own.
final class Neighbours {
    private static final List<HeaderName> FORWARDED = List.of(HeaderNames.FORWARDED, HeaderNames.X_FORWARDED_FOR,
            HeaderNames.create("X-Real-IP"), HeaderNames.create("Via"), HeaderNames.create("CF-Connecting-IP"));
    /// fc00::/7, by the first byte.
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_BITS = 0xfe;

    private Neighbours() {}

    static boolean has(ServerRequest request) {
        return FORWARDED.stream().noneMatch(request.headers()::contains)
                && request.remotePeer().address() instanceof InetSocketAddress caller && isNear(caller.getAddress());
    }

    static boolean isNear(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
                || (address.getAddress().length == 16
                        && (address.getAddress()[0] & UNIQUE_LOCAL_BITS) == UNIQUE_LOCAL);
    }
}
