package atelier.generation.turn;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// What to call a model server, so that all who speak to the same one stand in the same line.
public final class Place {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    private Place() {}

    /// By its address. Where that means this very machine, it is the machine's own: each has a server of its own there.
    ///
    /// @param address such as `http://localhost:11434`
    public static String of(String address) {
        try {
            var uri = new URI(address.strip());
            var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            var port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
            return (LOOPBACK.contains(host) ? Machine.NAME : host) + ":" + port;
        } catch (URISyntaxException none) {
            return address;
        }
    }

    /// Of a container it is the container's own, as its loopback address is.
    private static final class Machine {
        static final String NAME = "at " + name();

        private static String name() {
            try {
                var file = Path.of("/etc/hostname");
                return Files.isReadable(file)
                        ? Files.readString(file).strip()
                        : InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException unnamed) {
                return "home";
            } catch (IOException unreadable) {
                return "home";
            }
        }
    }
}
