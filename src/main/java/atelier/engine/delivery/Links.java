package atelier.engine.delivery;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Links in what a model wrote. Text from a file may have told it to carry what it read to somebody, in the address of a link
/// or a picture; so an address with much in it, at a place the person did not name, is taken out.
///
/// Code is left as it is: nobody follows it by a tap, and no chat shows a page behind it.
public final class Links {
    private static final int MOST_QUERY = 40;
    private static final int MOST_SEGMENT = 48;
    private static final int MOST_ADDRESS = 160;
    private static final int MOST_LABEL = 40;
    private static final int MOST_NAME = 80;
    /// A fence or a span of code; else a link or picture of Markdown, whose address may be of any scheme; else an address by
    /// itself, with or without a scheme, as chats make links of both.
    private static final Pattern PARTS = Pattern.compile("""
            (?<code>(?ms:^(?<fence>`{3,}|~{3,})[^\\n]*\\n.*?(?:^\\k<fence>[`~]*[ \\t]*$|\\z))|`[^`\\n]{1,2000}`)\
            |!?\\[(?<text>[^\\[\\]\\n]{0,300})\\]\\((?<target>[^()\\s]{1,4000})(?:\\s[^()\\n]{0,300})?\\)\
            |(?<![\\p{L}\\p{N}@._-])(?<bare>(?:[a-zA-Z][a-zA-Z0-9+.-]{1,20}://[^\\s<>"'`]{1,4000})\
            |(?:[\\p{L}\\p{N}-]{1,200}\\.){1,20}\\p{L}{2,20}(?::\\d{1,5})?[/?#][^\\s<>"'`]{1,4000})""");
    private static final Pattern ADDRESS = Pattern
            .compile("(?:(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):(?://)?)?(?<host>[^/?#]*)(?<path>[^?#]*)(?<rest>.*)",
                    Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(?:[\\p{L}\\p{N}-]{1,63}\\.){1,10}\\p{L}{2,20}");

    private Links() {}

    /// @param asked what the person said; places they named are theirs to go to
    /// @param left  what stands instead of a link to this place
    public static String harmless(String text, String asked, UnaryOperator<String> left) {
        if (text.indexOf('.') < 0) {
            return text;
        }
        var named = hosts(asked);
        return PARTS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                found.group("code") != null ? found.group() : shown(found, named, left)));
    }

    private static String shown(MatchResult found, Set<String> named, UnaryOperator<String> left) {
        var target = found.group("target");
        var address = target == null ? found.group("bare") : target;
        if (!carries(address, named)) {
            return found.group();
        }
        var text = target == null || carriesText(found.group("text")) ? "" : found.group("text") + " ";
        return text + left.apply(name(host(address)));
    }

    /// The text of a link may be an address itself.
    private static boolean carriesText(String text) {
        return text.contains("://") || text.length() > MOST_NAME;
    }

    private static boolean carries(String address, Set<String> named) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches() || named.contains(host(address))) {
            return false;
        }
        var host = parts.group("host");
        return address.length() > MOST_ADDRESS || host.contains("@") || isLong(host, "\\.", MOST_LABEL)
                || parts.group("rest").length() > MOST_QUERY || isLong(parts.group("path"), "/", MOST_SEGMENT);
    }

    private static boolean isLong(String text, String between, int most) {
        for (var part : text.split(between, -1)) {
            if (decoded(part).length() > most || part.length() > 3 * most) {
                return true;
            }
        }
        return false;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            return part;
        }
    }

    private static String host(String address) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return "";
        }
        var host = parts.group("host").toLowerCase(Locale.ROOT);
        return host.substring(host.indexOf('@') + 1).replaceFirst(":\\d+$", "").replaceFirst("^www\\.", "");
    }

    /// A host may itself carry data, so no more of it is shown than its end.
    private static String name(String host) {
        var labels = host.split("\\.", -1);
        var end = labels.length < 2 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
        return end.length() > MOST_LABEL ? end.substring(end.length() - MOST_LABEL) : end;
    }

    private static Set<String> hosts(String words) {
        var hosts = new HashSet<String>();
        HOST.matcher(words.toLowerCase(Locale.ROOT)).results()
                .forEach(found -> hosts.add(found.group().replaceFirst("^www\\.", "")));
        return hosts;
    }
}
