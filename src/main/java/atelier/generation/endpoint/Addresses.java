package atelier.generation.endpoint;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// Which addresses lie on the public internet, by the registries of special addresses of the IANA (RFC 6890 and its successors). Our own
/// table, because the JDK's questions (`isSiteLocalAddress` and its like) miss half of it.
public final class Addresses {
    private static final List<Cidr> SPECIAL = Stream.of(
            // Version 4: this network, private, shared, loopback, link, protocols, documentation, relays, benchmarks, multicast, reserved.
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "255.255.255.255/32",
            // A public address that in one big cloud is the machine's own host.
            "168.63.129.16/32",
            // Version 6: unspecified, loopback, and every way to write an address of version 4 as one of version 6.
            "::/128", "::1/128", "::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48",
            "2001::/32", "2002::/16",
            // Discard, protocols, benchmarks, overlays, documentation, segments, unique local, link, site, multicast.
            "100::/64", "100:0:0:1::/64", "2001::/23", "2001:2::/48", "2001:10::/28", "2001:20::/28",
            "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8")
            .map(Cidr::of).toList();
    /// All that has been given out of version 6 so far.
    private static final Cidr GLOBAL = Cidr.of("2000::/3");

    private Addresses() {}

    /// Whether anybody anywhere reaches the same machine by this address.
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (bytes.length == 4 || GLOBAL.contains(bytes))
                && SPECIAL.stream().noneMatch(range -> range.contains(bytes));
    }
}
