package atelier.adapter;

import atelier.chat.ChatAdapter;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A platform's stand-in as people use it: they say things, press buttons, and look at what they see.
public interface Door extends AutoCloseable {
    /// The adapter under test, connected to this stand-in; not yet started.
    ChatAdapter adapter();

    /// A second adapter for the same account, as after a restart of the process.
    ChatAdapter restarted();

    /// `person` writes text addressed to the bot in their private chat.
    void says(String person, String text);

    /// `person` uses a command with its words in `prompt`, the way this platform has commands.
    void commands(String person, String command, String prompt);

    /// `person` sends a file with a caption.
    void sends(String person, String caption, String fileName, String mediaType, byte[] content);

    /// `person` presses the button with this label under the newest message that has one.
    void presses(String person, String label);

    /// The platform delivers the newest event a second time.
    void deliversAgain();

    /// What `person` sees in their chat with the bot, oldest first: only the bot's messages, as they look now.
    List<Seen> seenBy(String person);

    /// Short notices shown to `person` after a press.
    List<String> noticesTo(String person);

    /// The next call that sends or edits fails like this.
    void failNext(Fault fault);

    /// Calls the platform received while it had told the bot to wait.
    int callsDuringPenalty();

    /// Payloads that would have pinged somebody or shown a link preview.
    List<String> unsafePayloads();

    @Override
    void close();

    /// How a platform fails.
    sealed interface Fault {
        /// 429 with this delay.
        record SlowDown(Duration retryAfter) implements Fault {}

        /// 5xx, nothing sent.
        record ServerError() implements Fault {}

        /// The message is sent, but the answer never arrives.
        record SentButSilent() implements Fault {}

        /// The message to be edited is gone.
        record MessageGone() implements Fault {}
    }

    /// One of the bot's messages.
    ///
    /// @param edits how often it was changed after it appeared
    /// @param files content by name
    record Seen(String id, String text, List<String> buttons, Map<String, byte[]> files, int edits) {}
}
