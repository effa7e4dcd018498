package atelier.generation.endpoint;

import atelier.language.Sentence;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Decides about addresses of model servers before anybody speaks to them. There are two classes: what the operator names may lie
/// anywhere; what a member names must be https on a public address and an allowed port, unless the operator approved that very origin.
/// For names, what they resolve to is not asked here: it may change at any moment, so the socket decides ([GuardedSockets]).
public final class EndpointPolicy {
    private static final int HTTPS = 443;
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");
    private static final Pattern FOUR = Pattern.compile(
            "((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.|$)){4}");
    private static final List<String> HOME = List.of(".localhost", ".local", ".internal", ".intranet", ".lan", ".home",
            ".home.arpa", ".corp", ".private");

    private final Set<Integer> ports;
    private final List<HttpUrl> approved;

    /// @param ports    allowed to members besides 443
    /// @param approved origins members may use wherever they lie, such as `http://192.168.1.20:8080`
    /// @throws IllegalArgumentException naming an approved origin that is none
    public EndpointPolicy(Set<Integer> ports, Set<String> approved) {
        this.ports = new HashSet<>(ports);
        this.ports.add(HTTPS);
        this.approved = approved.stream().map(EndpointPolicy::parsed).toList();
    }

    /// What came of judging an address.
    public sealed interface Verdict {
        /// It may be spoken to, through a guarded transport.
        record Allowed(Endpoint endpoint) implements Verdict {}

        /// It may not.
        ///
        /// @param sentence   for the member, with the way out
        /// @param approvable whether the operator could allow the address all the same
        record Refused(Sentence sentence, boolean approvable) implements Verdict {}
    }

    /// An address from the operator's configuration.
    ///
    /// @throws IllegalArgumentException when it is none
    public static Endpoint operator(String text) {
        return new Endpoint(parsed(text), true);
    }

    private static HttpUrl parsed(String text) {
        HttpUrl url = HttpUrl.parse(text.strip());
        if (url == null) {
            throw new IllegalArgumentException("“" + text + "” is no address like http://localhost:11434");
        }
        return url;
    }

    /// An address that a member named.
    public Verdict member(String text) {
        HttpUrl url = HttpUrl.parse(text.strip());
        if (url == null) {
            return new Verdict.Refused(Sentence.of("server.no-address"), false);
        }
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty() || url.encodedQuery() != null
                || url.encodedFragment() != null) {
            return new Verdict.Refused(Sentence.of("server.secret"), false);
        }
        if (approved.stream().anyMatch(origin -> new Endpoint(origin, true).hasOrigin(url))) {
            return new Verdict.Allowed(new Endpoint(url, true));
        }
        var objection = objection(url);
        return objection == null
                ? new Verdict.Allowed(new Endpoint(url, false))
                : new Verdict.Refused(objection, true);
    }

    /// Whether words sent there stay in the house: the operator approved this very origin, or its spelling shows that it is no public
    /// address. A name on the public internet counts as outside wherever it may lead.
    public boolean isAtHome(Endpoint endpoint) {
        return approved.stream().anyMatch(endpoint::hasOrigin) || isAtHome(endpoint.host());
    }

    private @Nullable Sentence objection(HttpUrl url) {
        if (!url.isHttps()) {
            return Sentence.of("server.https");
        }
        if (!ports.contains(url.port())) {
            return Sentence.of("server.port", "port", Integer.toString(url.port()));
        }
        return isAtHome(url.host()) ? Sentence.of("server.home") : null;
    }

    /// Whether it can be seen from the spelling alone that the address is no public one.
    private static boolean isAtHome(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
        if (name.contains(":")) {
            return !Addresses.isPublic(InetAddress.ofLiteral(name));
        }
        if (NUMBER.matcher(name.substring(name.lastIndexOf('.') + 1)).matches()) {
            // Octal, hexadecimal and shortened spellings are read differently by different programs, so none is taken.
            return !FOUR.matcher(name).matches() || !Addresses.isPublic(InetAddress.ofLiteral(name));
        }
        return !name.contains(".") || HOME.stream().anyMatch(name::endsWith);
    }
}
