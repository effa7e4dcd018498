package atelier.chat;

/// A mistake or a limit whose sentence the person sees as it is; the sentence says what to do next.
public final class UserFacingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserFacingException(String sentence) {
        super(sentence);
    }

    /// What to show.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
