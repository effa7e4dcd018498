package atelier.adapter.telegram;

import java.time.Duration;

/// Telegram refused a call, or could not be reached.
final class BotApiException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final Duration retryAfter;

    /// @param code       status of the Bot API; 0 when it was not reached
    /// @param retryAfter zero where Telegram named no time
    BotApiException(int code, String description, Duration retryAfter) {
        super((code == 0 ? "" : code + ": ") + description);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    int code() {
        return code;
    }

    /// What is wrong and, where known, what to do.
    String remedy() {
        return switch (code) {
            case 401, 404 -> "Telegram does not know this token; check telegram.token";
            case 409 -> "another process polls with this token, or a webhook is set; stop the other one";
            default -> String.valueOf(getMessage());
        };
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
