package atelier.generation.registry;

import atelier.chat.UserFacingException;
import atelier.language.Sentence;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// The place a key is bound to; it is never sent to another.
///
/// @param scheme `http` or `https`
/// @param host   in lower case
/// @param port   the scheme's usual one when the address names none
public record Origin(String scheme, String host, int port) {
    /// Of an address as the calls use it.
    ///
    /// @throws UserFacingException when it is no address of a server, or holds a password or a query in which a key could hide
    public static Origin of(String address) {
        try {
            var uri = new URI(address.strip());
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                    throw new UserFacingException(Sentence.of("server.secret"));
                }
                var usual = scheme.equals("https") ? 443 : 80;
                return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT),
                        uri.getPort() == -1 ? usual : uri.getPort());
            }
        } catch (URISyntaxException failure) {
            // Told below, like an address of another kind.
        }
        throw new UserFacingException(Sentence.of("server.no-address"));
    }

    /// As one text, such as `https://api.example.org:443`; [#of(String)] reads it back.
    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
