package atelier.engine.admin;

import atelier.chat.Platform;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Somebody by the platform's id, since names are no identity.
record Person(Platform platform, String id) {
    private static final Pattern ID = Pattern
            .compile("(?i)(?:(discord|telegram|terminal):)?(\\d{1,20})|<@!?(\\d{1,20})>");

    /// @param here the platform where no other is said
    static Optional<Person> of(String word, Platform here) {
        var id = ID.matcher(word.strip());
        if (!id.matches()) {
            return Optional.empty();
        }
        if (id.group(3) != null) {
            return Optional.of(new Person(Platform.DISCORD, id.group(3)));
        }
        var platform = id.group(1) == null ? here : Platform.valueOf(id.group(1).toUpperCase(Locale.ROOT));
        return id.group(1) == null && here == Platform.TERMINAL
                ? Optional.empty()
                : Optional.of(new Person(platform, id.group(2)));
    }

    /// As it is written: `telegram:42`.
    String shown() {
        return platform.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
