package atelier.adapter.discord;

import atelier.chat.Delivery;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;

/// What a failed call means for the answer it carried.
final class Outcome {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int UNKNOWN_WEBHOOK = 10015;
    private static final Set<Integer> TOKEN_GONE = Set.of(10015, 10062, 50027);
    private static final Set<Integer> NO_ACCESS = Set.of(10003, 50001, 50007, 50013, 10004);
    private static final int NOT_OURS = 50005;
    private static final int LONGEST = 160;

    private Outcome() {}

    /// The interaction can no longer be answered through its token.
    static boolean isTokenGone(ErrorResponseException refused) {
        return TOKEN_GONE.contains(refused.getErrorCode()) || httpCode(refused) == 401;
    }

    /// Discord does not know the interaction, or not yet.
    static boolean isUnknownToken(ErrorResponseException refused) {
        return refused.getErrorCode() == UNKNOWN_WEBHOOK;
    }

    /// The bot is not in this channel or may not write there.
    static boolean isNoAccess(ErrorResponseException refused) {
        return NO_ACCESS.contains(refused.getErrorCode());
    }

    /// The bot cannot change this message, though it may write a new one.
    static boolean isNotEditable(ErrorResponseException refused) {
        return refused.getErrorCode() == NOT_OURS || isNoAccess(refused);
    }

    /// @param repeatable whether making the call again changes nothing once it went through
    static Delivery of(RuntimeException failure, boolean repeatable) {
        return switch (failure) {
            case ErrorResponseException refused -> refused(refused, repeatable);
            case RejectedExecutionException closed -> new Delivery.Later(SOON, "not connected to Discord");
            case CancellationException waiting when repeatable ->
                new Delivery.Later(SOON, "Discord made the call wait too long");
            case CancellationException waiting -> new Delivery.Ambiguous("Discord made the call wait too long");
            default -> new Delivery.Rejected(words(failure));
        };
    }

    private static Delivery refused(ErrorResponseException refused, boolean repeatable) {
        var status = httpCode(refused);
        if (neverLeft(refused)) {
            return new Delivery.Later(SOON, "Discord could not be reached");
        }
        if (status == 401) {
            return new Delivery.Later(LATER, "Discord no longer takes the bot's token");
        }
        if (status <= 0 || status >= 500) {
            var why = "Discord did not answer well (" + words(refused) + ")";
            return repeatable ? new Delivery.Later(SOON, why) : new Delivery.Ambiguous(why);
        }
        return new Delivery.Rejected(words(refused));
    }

    private static boolean neverLeft(ErrorResponseException refused) {
        var cause = refused.getCause();
        return cause instanceof InvalidRequests.NotAsked || cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException;
    }

    private static int httpCode(ErrorResponseException refused) {
        return refused.getResponse().code;
    }

    /// A failure in a few words, without anything secret.
    static String words(Throwable failure) {
        var message = failure instanceof ErrorResponseException || failure instanceof RateLimitedException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }
}
