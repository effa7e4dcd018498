package atelier.standin;

/// What the Bot API answers instead of doing it.
final class TelegramRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int code;
    final int retryAfter;

    TelegramRefusal(int code, String description) {
        this(code, description, 0);
    }

    TelegramRefusal(int code, String description, int retryAfter) {
        super(description);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static TelegramRefusal bad(String why) {
        return new TelegramRefusal(400, "Bad Request: " + why);
    }
}
