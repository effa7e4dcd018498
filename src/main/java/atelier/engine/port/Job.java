package atelier.engine.port;

import atelier.chat.Attachment;
import atelier.chat.Chat;
import atelier.chat.ReplyAddress;
import atelier.conversation.Whose;
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
        /// Until an earlier wish of the same person is done.
        WAITING, QUEUED, RUNNING,
        /// The thing was made.
        DONE,
        /// It was made, and its person took it back.
        UNDONE,
        /// An errand was answered.
        ANSWERED, FAILED, CANCELLED, QUARANTINED
    }

    /// Whether somebody may look at it and go on with it where they are: its person in the same place, or from one private
    /// chat in another; and whoever makes things with them in the same place. So nothing is carried to where others are.
    public boolean isWithin(long person, Chat place) {
        var made = address.chat();
        var isHere = made.key().equals(place.key());
        return account == person
                ? isHere || (made.isPrivate() && place.isPrivate())
                : isHere && made.isShared() && place.isShared();
    }

    /// For whom, and where.
    public Whose whose() {
        return Whose.of(account, address.chat());
    }

    public Job at(ReplyAddress newAddress) {
        return new Job(id, account, conversation, intent, words, quoted, attachments, revises, model, seed, fresh,
                newAddress,
                state, attempts);
    }

    /// The same about another matter.
    public Job doing(Intent other) {
        return new Job(id, account, conversation, other, words, quoted, attachments, revises, model, seed, fresh,
                address, state, attempts);
    }

    /// The same, to begin when an earlier one of its person ends.
    public Job waiting() {
        return new Job(id, account, conversation, intent, words, quoted, attachments, revises, model, seed, fresh,
                address, State.WAITING, attempts);
    }

    /// How many messages of the day it counts as: one for each model it asks.
    public int messages() {
        return intent instanceof Intent.CompareModels compare ? compare.models().size() : 1;
    }

    /// Whether a model has to judge first what was meant, which costs nothing.
    public boolean isUndecided() {
        return intent instanceof Intent.Unknown;
    }

    /// Whether the thing was made, and is there to be looked at and changed.
    public boolean isMade() {
        return state == State.DONE || state == State.UNDONE;
    }

    /// Whether it makes something that has versions: each job that [revises][#revises()] another is the next one.
    public boolean isWork() {
        return switch (intent.kind()) {
            case GENERATE_CODE, GENERATE_GAME, GENERATE_LYRICS, GENERATE_MELODY, GENERATE_TOPLINE, GENERATE_FULL_SONG ->
                true;
            case FEATURE_INQUIRY, HOW_TO, GENERAL_HELP, REVIEW_CODE, EXPLAIN_CODE, CLONE_VOICE, COACH_VOCALS,
                    ANALYZE_AUDIO, ANALYZE_LOG, MASTER_AUDIO, PLAY_SAMPLE, SHOW_EXAMPLE, COMPARE_MODELS, MANAGE_MODELS,
                    SHOW_USAGE, HISTORY, EDIT_LAST, REGENERATE, CANCEL, MANAGE_TEMPLATES, MANAGE_ACCOUNT, GREETING,
                    THANKS, CHAT, UNKNOWN ->
                false;
        };
    }

    /// Whether it is about Atelier itself, versions there are or samples, and makes nothing, which costs nothing.
    public boolean isErrand() {
        return intent.kind() == Intent.Kind.HISTORY || intent.kind() == Intent.Kind.PLAY_SAMPLE
                || intent.kind() == Intent.Kind.EDIT_LAST
                || intent.kind() == Intent.Kind.MANAGE_MODELS
                || intent.kind() == Intent.Kind.MANAGE_ACCOUNT;
    }
}
