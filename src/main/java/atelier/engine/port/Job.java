package atelier.engine.port;

import atelier.chat.Attachment;
import atelier.chat.ReplyAddress;
import atelier.intent.Intent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An intent being worked on; survives the process.
///
/// @param id       unique, safe to show
/// @param words    what the person said, as it goes into the conversation
/// @param quoted   text of the message being replied to, if any
/// @param revises  the job whose files are to be changed, if any
/// @param model    model wished for by name, if any
/// @param seed     makes built-in makers repeatable
/// @param fresh    whether an answer given earlier will not do
/// @param attempts how often work on it began
public record Job(String id, long account, long conversation, Intent intent, String words, @Nullable String quoted,
        List<Attachment> attachments, @Nullable String revises, @Nullable String model, long seed, boolean fresh,
        ReplyAddress address,
        State state,
        int attempts) {
    public Job {
        attachments = List.copyOf(attachments);
    }

    /// Where a job stands.
    public enum State {
        QUEUED, RUNNING,
        /// The thing was made.
        DONE,
        /// An errand was answered.
        ANSWERED, FAILED, CANCELLED, QUARANTINED
    }

    public Job at(ReplyAddress newAddress) {
        return new Job(id, account, conversation, intent, words, quoted, attachments, revises, model, seed, fresh,
                newAddress,
                state, attempts);
    }

    /// How many messages of the day it counts as: one for each model it asks.
    public int messages() {
        return intent instanceof Intent.CompareModels compare ? compare.models().size() : 1;
    }

    /// Whether a model has to judge first what was meant, which costs nothing.
    public boolean isUndecided() {
        return intent instanceof Intent.Unknown;
    }

    /// Whether it is about Atelier itself and makes nothing, which costs nothing.
    public boolean isErrand() {
        return intent.kind() == Intent.Kind.MANAGE_MODELS || intent.kind() == Intent.Kind.MANAGE_ACCOUNT;
    }
}
