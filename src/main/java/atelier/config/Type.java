package atelier.config;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the text of a setting becomes a value.
///
/// @param <T>     the value
/// @param expects what a right text is, with its article: `a whole number from 0 to 65535`
/// @param example a right text
/// @param secret  whether the text must never be shown
/// @param list    whether it takes several, as a YAML list or separated by commas
/// @param reader  the reading itself
record Type<T>(String expects, String example, boolean secret, boolean list, Reader<T> reader) {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration MONTH = Duration.ofDays(31);
    private static final Pattern USD = Pattern.compile("\\$?(\\d{1,9}(\\.\\d{1,6})?)");
    private static final BigDecimal MOST_USD = BigDecimal.valueOf(1_000_000);
    private static final Pattern PAIR = Pattern.compile("(\\d{1,20})\\s*=\\s*([a-z][a-z0-9-]{0,31})");
    private static final Pattern ADMIN = Pattern.compile("(discord|telegram):(\\d{1,20})");

    /// Returns null when the text is none of its kind.
    interface Reader<T> {
        @Nullable
        T read(String text);
    }

    static Type<String> text(String example) {
        return new Type<>("a text", example, false, false, text -> text);
    }

    /// @param shape what the whole text must match
    static Type<String> name(String expects, String example, Pattern shape) {
        return new Type<>(expects, example, false, false, text -> shape.matcher(text).matches() ? text : null);
    }

    static Type<Secret> secret(String expects, Pattern shape) {
        return new Type<>(expects, "", true, false,
                text -> shape.matcher(text).matches() ? new Secret(text) : null);
    }

    static Type<Integer> whole(int least, int most, int example) {
        return new Type<>("a whole number from " + least + " to " + most, Integer.toString(example), false, false,
                text -> wholeIn(text, least, most));
    }

    static Type<Boolean> yesNo() {
        return new Type<>("true or false", "true", false, false, text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            case String _ -> null;
        });
    }

    static Type<String> oneOf(String... words) {
        List<String> known = List.of(words);
        return new Type<>("one of " + String.join(", ", known), known.getFirst(), false, false, text -> {
            String word = text.toLowerCase(Locale.ROOT);
            return known.contains(word) ? word : null;
        });
    }

    /// An address of a server; a slash at its end is dropped.
    static Type<URI> address(String example, String... schemes) {
        return new Type<>("an address that begins with " + String.join(":// or ", schemes) + "://", example, false,
                false,
                text -> addressWith(text, List.of(schemes)));
    }

    static Type<Duration> span(String example) {
        return span(example, LONGEST);
    }

    /// Up to a month.
    static Type<Duration> longSpan(String example) {
        return span(example, MONTH);
    }

    private static Type<Duration> span(String example, Duration longest) {
        return new Type<>("a time with its unit (ms, s, m or h) of at most " + longest.toHours() + "h", example, false,
                false, text -> spanOf(text, longest));
    }

    static Type<BigDecimal> usd(String example) {
        return new Type<>("an amount in US dollars from 0 to " + MOST_USD, example, false, false, text -> {
            Matcher amount = USD.matcher(text);
            BigDecimal usd = amount.matches() ? new BigDecimal(amount.group(1)) : MOST_USD.add(BigDecimal.ONE);
            return usd.compareTo(MOST_USD) > 0 ? null : usd;
        });
    }

    static Type<ZoneId> zone() {
        return new Type<>("a time zone", "Europe/Berlin", false, false, text -> {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException _) {
                return null;
            }
        });
    }

    static Type<Path> folder(String example) {
        return path("a folder", example);
    }

    static Type<Path> file(String example) {
        return path("a file", example);
    }

    private static Type<Path> path(String expects, String example) {
        return new Type<>(expects, example, false, false, text -> {
            try {
                return Path.of(text);
            } catch (InvalidPathException _) {
                return null;
            }
        });
    }

    static Type<List<URI>> addresses(String example, String... schemes) {
        return new Type<>("a list of addresses that begin with " + String.join(":// or ", schemes) + "://", example,
                false, true, text -> {
                    var all = Arrays.stream(text.split(",", -1))
                            .map(item -> addressWith(item.strip(), List.of(schemes)))
                            .toList();
                    return all.contains(null) ? null : all;
                });
    }

    static Type<Set<Config.Role>> roles() {
        var known = Arrays.stream(Config.Role.values()).map(role -> role.name().toLowerCase(Locale.ROOT)).toList();
        return new Type<>("a list of " + String.join(", ", known), known.getFirst(), false, true, text -> {
            var words = Arrays.stream(text.toLowerCase(Locale.ROOT).split(",", -1)).map(String::strip).toList();
            return known.containsAll(words)
                    ? words.stream().map(word -> Config.Role.valueOf(word.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toUnmodifiableSet())
                    : null;
        });
    }

    /// Some of these words.
    static Type<List<String>> words(String... words) {
        var known = List.of(words);
        return new Type<>("a list of " + String.join(", ", known), known.getFirst(), false, true, text -> {
            var given = Arrays.stream(text.toLowerCase(Locale.ROOT).split(",", -1)).map(String::strip).toList();
            return known.containsAll(given) ? given : null;
        });
    }

    /// Numbers of a platform, each with the name it stands for.
    static Type<Map<String, String>> pairs(String example) {
        return new Type<>("a list of number=tier", example, false, true, text -> {
            var pairs = new LinkedHashMap<String, String>();
            for (var item : text.split(",", -1)) {
                var pair = PAIR.matcher(item.strip());
                if (!pair.matches() || pairs.putIfAbsent(pair.group(1), pair.group(2)) != null) {
                    return null;
                }
            }
            return pairs;
        });
    }

    static Type<List<Config.Admin>> admins() {
        return new Type<>("a list of discord:<id> or telegram:<id>", "telegram:456", false, true, Type::adminsOf);
    }

    private static @Nullable Integer wholeIn(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.replace("_", ""));
            return number < least || number > most ? null : Integer.valueOf(number);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static @Nullable URI addressWith(String text, List<String> schemes) {
        try {
            URI uri = new URI(text.replaceAll("/+$", ""));
            boolean plain = uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null
                    && uri.getFragment() == null && uri.getPort() <= 65_535;
            return plain && schemes.contains(uri.getScheme()) ? uri : null;
        } catch (URISyntaxException _) {
            return null;
        }
    }

    private static @Nullable Duration spanOf(String text, Duration longest) {
        Matcher part = SPAN.matcher(text.replace(" ", ""));
        Duration sum = Duration.ZERO;
        int end = 0;
        while (end < part.regionEnd() && part.find() && part.start() == end) {
            sum = sum.plus(times(Long.parseLong(part.group(1)), part.group(2)));
            end = part.end();
        }
        boolean whole = end > 0 && end == part.regionEnd();
        return whole && sum.isPositive() && sum.compareTo(longest) <= 0 ? sum : null;
    }

    private static Duration times(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static @Nullable List<Config.Admin> adminsOf(String text) {
        List<Config.Admin> admins = new ArrayList<>();
        for (String item : Arrays.stream(text.split(",", -1)).map(String::strip).toList()) {
            Matcher admin = ADMIN.matcher(item);
            if (!admin.matches()) {
                return null;
            }
            admins.add(new Config.Admin(admin.group(1), admin.group(2)));
        }
        return List.copyOf(admins);
    }
}
