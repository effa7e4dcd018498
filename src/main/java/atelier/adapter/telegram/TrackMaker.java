package atelier.adapter.telegram;

/// Makes of a recording what Telegram's music player takes: it plays MP3 with a title, and Opus only as a voice message.
@FunctionalInterface
public interface TrackMaker {
    /// @param opus  a recording in Opus
    /// @param cover a JPEG picture; empty for none
    /// @return the same as MP3
    /// @throws RuntimeException when it cannot be made; then the recording goes out as a voice message
    byte[] mp3(byte[] opus, String title, String performer, byte[] cover);
}
