package atelier.chat;

/// What one message at a platform may hold.
///
/// @param text            longest text, in [#unit]
/// @param filesPerMessage most files on one message
/// @param bytesPerFile    largest file in bytes
/// @param bytesPerMessage largest sum of files on one message in bytes
/// @param filesOnEdit     whether a message that is being finished can take files, or files need messages of their own
public record Limits(int text, TextUnit unit, int filesPerMessage, long bytesPerFile, long bytesPerMessage,
        boolean filesOnEdit) {
    /// How a platform counts text.
    public enum TextUnit {
        /// Unicode code points (Discord, as JDA counts).
        CODE_POINT,
        /// UTF-16 code units (Telegram's entity arithmetic).
        UTF16
    }

    /// Length of `text` as this platform counts it.
    public int lengthOf(String text) {
        return unit == TextUnit.UTF16 ? text.length() : text.codePointCount(0, text.length());
    }
}
