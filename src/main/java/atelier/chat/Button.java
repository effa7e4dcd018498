package atelier.chat;

/// A button under a message.
///
/// @param id    opaque, at most 64 ASCII characters (Telegram's `callback_data`, the tightest of the platforms)
/// @param label at most 80 characters (Discord's limit)
public record Button(String id, String label, Style style) {
    /// What pressing it means.
    public enum Style {
        NORMAL, PRIMARY, DANGER
    }

    public Button {
        if (id.isEmpty() || id.length() > 64 || label.isEmpty() || label.codePointCount(0, label.length()) > 80) {
            throw new IllegalArgumentException("button out of limits: " + label);
        }
    }
}
