package atelier.generation;

import atelier.language.Sentence;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why a server did not do what it was asked.
///
/// @param reason     short words in English, such as `offline`; never a key, a prompt or a whole body
/// @param passing    whether the same wish may well succeed a moment later
/// @param retryAfter how long the server asked to wait; null when it did not say
/// @param why        the reason, to be said to people
public record Trouble(Failure failure, String reason, boolean passing, @Nullable Duration retryAfter, Sentence why) {
    private static final int LONGEST_REASON = 200;

    public Trouble {
        reason = brief(reason);
    }

    /// With a reason that is known by its words, or a server's own.
    public Trouble(Failure failure, String reason, boolean passing, @Nullable Duration retryAfter) {
        this(failure, reason, passing, retryAfter, said(brief(reason)));
    }

    private static String brief(String reason) {
        String plain = reason.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON - 1) + "…";
    }

    /// Trouble that a second try would meet again.
    public static Trouble lasting(Failure failure, String reason) {
        return new Trouble(failure, reason, false, null);
    }

    /// The same, with a reason of many words.
    public static Trouble lasting(Failure failure, Sentence why) {
        return new Trouble(failure, why.inEnglish(), false, null, why);
    }

    /// Trouble that may be gone a moment later.
    public static Trouble passing(Failure failure, String reason) {
        return new Trouble(failure, reason, true, null);
    }

    /// A reason, to be said to people: ours in their language, a server's own words as they are.
    public static Sentence said(String reason) {
        return Sentence.known("reason", reason);
    }
}
