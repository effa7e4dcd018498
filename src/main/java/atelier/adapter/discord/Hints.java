package atelier.adapter.discord;

import atelier.chat.ReplyAddress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What this adapter keeps in an address: the interaction's token, its age, and whom to reach when the token has died.
final class Hints {
    static final String TOKEN = "token";
    static final String APPLICATION = "app";
    static final String BORN = "born";
    static final String PERSON = "person";
    static final String EVENT = "event";
    /// Present where only one person sees the answer.
    static final String ONLY_FOR_ONE = ReplyAddress.ONLY_FOR_ONE;
    /// Present where the deferred sign of the interaction becomes the answer.
    static final String OWNS_ORIGINAL = ReplyAddress.OWNS_SIGN;

    private static final Duration LIFE = Duration.ofMinutes(14).plusSeconds(30);

    private Hints() {}

    /// The address of an interaction Discord took the acknowledgement of.
    ///
    /// @param now by our own clock, so that one that runs fast or slow changes nothing
    static ReplyAddress living(ReplyAddress address, String token, String application, Instant now) {
        return address.with(TOKEN, token).with(APPLICATION, application)
                .with(BORN, String.valueOf(now.toEpochMilli()));
    }

    /// Whether the interaction can still be answered through its token, which Discord takes for 15 minutes.
    static boolean alive(ReplyAddress address, Instant now) {
        var born = address.hints().get(BORN);
        return address.hints().containsKey(TOKEN) && born != null
                && Instant.ofEpochMilli(Long.parseLong(born)).plus(LIFE).isAfter(now);
    }

    static boolean isOnlyForOne(ReplyAddress address) {
        return address.hints().containsKey(ONLY_FOR_ONE);
    }

    static boolean ownsOriginal(ReplyAddress address) {
        return address.hints().containsKey(OWNS_ORIGINAL);
    }

    static @Nullable String of(ReplyAddress address, String name) {
        return address.hints().get(name);
    }

    static String need(ReplyAddress address, String name) {
        var value = address.hints().get(name);
        if (value == null) {
            throw new IllegalArgumentException("the address lacks " + name);
        }
        return value;
    }
}
