package atelier.engine.intake;

import atelier.conversation.Conversations;
import atelier.engine.port.Parts;
import atelier.intent.Intent;

/// Words in reply to an earlier answer go on from that point: what was said since stays in a conversation of its own, and no
/// model hears of it.
final class Branching {
    private final Conversations conversations;

    Branching(Parts parts) {
        this.conversations = parts.conversations();
    }

    /// The words where they belong. What is about Atelier itself, or about versions, goes on where it is.
    ///
    /// @param work the work that comes of them
    Heard from(Heard heard, Intent intent, String work) {
        var point = heard.replied();
        return point == null || heard.job() != null || isErrand(intent)
                ? heard
                : conversations.branch(heard.asker().whose(), point.id(), work).map(heard::in).orElse(heard);
    }

    private static boolean isErrand(Intent intent) {
        return intent.kind() == Intent.Kind.PLAY_SAMPLE || intent.kind() == Intent.Kind.EDIT_LAST
                || intent.kind() == Intent.Kind.MANAGE_MODELS || intent.kind() == Intent.Kind.MANAGE_ACCOUNT
                || intent.kind() == Intent.Kind.HISTORY;
    }
}
