package atelier.chat;

import org.jspecify.annotations.Nullable;

/// A button under a message.
///
/// @param id    opaque, at most 64 ASCII characters (Telegram's `callback_data`, the tightest of the platforms)
/// @param label at most 80 characters (Discord's limit)
/// @param opens web page that pressing opens, at most 512 characters (Discord's limit); no press is then reported. Null for a
///              button that is answered here
public record Button(String id, String label, Style style, @Nullable String opens) {
    /// What pressing it means.
    public enum Style {
        NORMAL, PRIMARY, DANGER,
        /// Buys what the button's id names, where the platform sells things by buttons; nobody else is shown it.
        BUYS
    }

    public Button {
        if (id.isEmpty() || id.length() > 64 || label.isEmpty() || label.codePointCount(0, label.length()) > 80
                || (opens != null && opens.length() > 512)) {
            throw new IllegalArgumentException("button out of limits: " + label);
        }
    }

    /// A button that is answered here.
    public Button(String id, String label, Style style) {
        this(id, label, style, null);
    }

    /// A button that opens a web page.
    public static Button link(String label, String page) {
        return new Button("link", label, Style.PRIMARY, page);
    }
}
