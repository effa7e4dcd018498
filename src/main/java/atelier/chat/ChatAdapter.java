package atelier.chat;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// The port a chat platform implements. Everything platform-specific stays behind it. Thread-safe.
public interface ChatAdapter extends AutoCloseable {
    Platform platform();

    /// Connects and begins to hand events to `receiver`; returns at once or when connected. Keeps reconnecting by itself.
    void start(Receiver receiver);

    /// Whether events arrive at present.
    boolean isConnected();

    /// What one message at this address may hold.
    Limits limits(ReplyAddress address);

    /// Sends the first sign of an answer and returns the address that owns it. Called once an answer, before any
    /// [#progress] or [#deliver]. Where the platform shows a sign of its own (Discord's deferral), that one is taken over.
    ///
    /// @throws RuntimeException when the platform refuses; the answer then goes out as a new message
    ReplyAddress open(ReplyAddress address, String text, List<Button> buttons);

    /// Shows the newest state of a growing answer in the message the address owns. Best effort: calls that come too
    /// fast for the platform are dropped, the latest text wins, failures are swallowed, and never is a new message sent.
    void progress(ReplyAddress address, String text, List<Button> buttons);

    /// Sends what must arrive. Makes one attempt (plus waits of the outbound governor), never throws for the platform's
    /// or the network's faults.
    Delivery deliver(Outgoing outgoing);

    /// Whether it is for this process to send what must arrive on this platform.
    default boolean sends() {
        return true;
    }

    /// Whether the same [Outgoing] may be delivered a second time after a crash without being seen twice: an edit that
    /// is made again, or a new message the platform recognises by its id. Asked when the message is stored.
    boolean isRepeatable(ReplyAddress address, boolean finishesOwn);

    /// A short notice only the presser of a button sees; best effort.
    void notice(ButtonPress press, String text);

    /// Takes away from the chat the message that `address` answers, as it holds a secret. Best effort, and never throws; where
    /// a platform has no such thing, the message stays.
    default void forget(ReplyAddress address) {}

    /// Whether this person may change the settings of the server or group that the chat belongs to. May ask the platform, so it
    /// takes its time; false where nobody can say.
    ///
    /// @param person the platform's id of the person
    default boolean manages(Chat chat, String person) {
        return false;
    }

    /// An address under which one message can be looked at; empty where the platform has none.
    ///
    /// @param server the server or group the chat belongs to; empty where there is none
    default Optional<String> link(Chat chat, String server, String messageId) {
        return Optional.empty();
    }

    /// Opens the content of a file a person sent. The caller closes it and limits how much it reads.
    ///
    /// @throws java.io.IOException when it is gone or cannot be reached
    InputStream fetch(Attachment attachment) throws java.io.IOException;

    /// Stops taking in events; [#deliver] still works until [#close()].
    void pause();

    /// Disconnects.
    @Override
    void close();
}
