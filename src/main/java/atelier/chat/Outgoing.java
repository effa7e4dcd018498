package atelier.chat;

import java.util.List;

/// One call to the platform that must arrive: part of a finished answer.
///
/// @param id           the same on every attempt; Discord takes it as nonce
/// @param finishesOwn  true: replaces the message the address owns; false: sends a new message
/// @param text         Markdown, within the adapter's [Limits]; may be empty when there are files
/// @param files        within the adapter's [Limits]
public record Outgoing(String id, ReplyAddress address, boolean finishesOwn, String text, List<Button> buttons,
        List<OutgoingFile> files) {
    public Outgoing {
        buttons = List.copyOf(buttons);
        files = List.copyOf(files);
    }
}
