package atelier.adapter.telegram;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// Why a call failed, without the address that holds the token.
///
/// @param delay how long to keep away; zero where nobody said
record Fault(Kind kind, Duration delay, String why) {
    enum Kind {
        /// Too fast; the platform said how long to wait.
        SLOW_DOWN,
        /// The request never left.
        NOT_SENT,
        /// The server failed and did nothing.
        SERVER,
        /// Nobody knows whether it was done.
        UNKNOWN,
        /// The message already looks like this.
        NOT_MODIFIED, TOO_LONG, BAD_ENTITIES,
        /// The message to be changed does not exist.
        GONE, REFUSED
    }

    static Fault of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case TelegramApiRequestException refused when refused.getErrorCode() != null -> {
                    return refused(refused, refused.getErrorCode());
                }
                case ServerTrouble trouble -> {
                    return new Fault(trouble.isGateway() ? Kind.UNKNOWN : Kind.SERVER, Duration.ofSeconds(2),
                            "Telegram answered with status " + trouble.status());
                }
                case IOException network -> {
                    return network(network);
                }
                default -> {
                    continue;
                }
            }
        }
        return new Fault(Kind.UNKNOWN, Duration.ZERO, failure.getClass().getSimpleName());
    }

    private static Fault network(IOException e) {
        if (e instanceof FileNotFoundException) {
            return new Fault(Kind.REFUSED, Duration.ZERO, "a file to be sent is gone");
        }
        var neverLeft = e instanceof ConnectException || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException || e instanceof SSLHandshakeException
                || (e instanceof SocketTimeoutException && words(e.getMessage()).contains("connect"));
        return new Fault(neverLeft ? Kind.NOT_SENT : Kind.UNKNOWN, Duration.ofSeconds(2),
                "Telegram cannot be reached: " + e.getClass().getSimpleName());
    }

    private static Fault refused(TelegramApiRequestException e, int code) {
        var why = code + ": " + words(e.getApiResponse());
        return switch (code) {
            case 429 -> new Fault(Kind.SLOW_DOWN, retryAfter(e), why);
            case 400 -> new Fault(badRequest(words(e.getApiResponse())), Duration.ZERO, why);
            case 401 -> new Fault(Kind.SERVER, Duration.ofMinutes(1), "Telegram does not know this token");
            default -> new Fault(code >= 500 ? Kind.SERVER : Kind.REFUSED, Duration.ofSeconds(2), why);
        };
    }

    private static Kind badRequest(String description) {
        if (description.contains("not modified")) {
            return Kind.NOT_MODIFIED;
        }
        if (description.contains("too long")) {
            return Kind.TOO_LONG;
        }
        // Who takes no voice messages may be sent the same as a file: what is plain works there too.
        if (description.contains("entit") || description.contains("voice_messages_forbidden")) {
            return Kind.BAD_ENTITIES;
        }
        var isGone = description.contains("message to edit not found") || description.contains("can't be edited")
                || description.contains("message_id_invalid");
        return isGone ? Kind.GONE : Kind.REFUSED;
    }

    private static Duration retryAfter(TelegramApiRequestException e) {
        var parameters = e.getParameters();
        var seconds = parameters == null || parameters.getRetryAfter() == null ? 1 : parameters.getRetryAfter();
        return Duration.ofSeconds(Math.max(1, seconds));
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /// A status that comes without the Bot API's JSON.
    static final class ServerTrouble extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        ServerTrouble(int status) {
            super("status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }

        /// A gateway gave up waiting; the server behind it may still have done it.
        boolean isGateway() {
            return status == 504;
        }
    }
}
