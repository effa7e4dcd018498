package atelier.engine.intake;

import atelier.account.Account;
import atelier.chat.Attachment;
import atelier.chat.Invocation;
import atelier.chat.ReplyAddress;
import atelier.conversation.Conversation;
import atelier.engine.port.Asker;
import atelier.engine.port.Job;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Words of one person, with what came along.
///
/// @param pointed the earlier work whose answer these words reply to
/// @param replied the same, whatever kind of work, talk too
/// @param job     the running job these words are of, while it is being decided what they mean; null where they just came
record Heard(Asker asker, Conversation conversation, String words, @Nullable Invocation invocation,
        @Nullable String quoted, List<Attachment> attachments, ReplyAddress replyAt, @Nullable Job pointed,
        @Nullable Job replied, @Nullable Job job) {
    /// As they just came.
    Heard(Asker asker, Conversation conversation, String words, @Nullable Invocation invocation,
            @Nullable String quoted,
            List<Attachment> attachments, ReplyAddress replyAt, @Nullable Job pointed, @Nullable Job replied) {
        this(asker, conversation, words, invocation, quoted, attachments, replyAt, pointed, replied, null);
    }

    Account account() {
        return asker.account();
    }

    /// Whether there is nothing but the words that they could be about.
    boolean isBare() {
        return invocation == null && quoted == null && attachments.isEmpty() && replied == null && pointed == null;
    }

    /// The same person saying other words, which answer no question: those that led to them did.
    Heard saying(String other) {
        return new Heard(asker, conversation.settled(), other, null, quoted, attachments, replyAt, null, null,
                job);
    }

    /// The same, with what the platform said of them where it takes a while until it matters.
    Heard managing() {
        var standing = asker.standing();
        return standing.manages()
                ? new Heard(asker, conversation, words, invocation, quoted, attachments,
                        replyAt.with(ReplyAddress.MANAGES, standing.server()), pointed, replied, job)
                : this;
    }

    /// The same in another conversation.
    Heard in(Conversation other) {
        return new Heard(asker, other, words, invocation, quoted, attachments, replyAt, pointed, replied, job);
    }

    /// Without what was said, which holds a secret, and without pointing at it.
    Heard silent(String instead) {
        return new Heard(asker, conversation, instead, null, null, List.of(), replyAt.alone(), null, null);
    }

    /// The words as they would be typed, a platform's own command included.
    String spoken() {
        var command = Optional.ofNullable(invocation);
        return command
                .map(it -> ("/" + it.command() + models(it) + " " + it.options().getOrDefault("prompt", "")).strip())
                .orElse(words);
    }

    private static String models(Invocation command) {
        var models = command.options().get("models");
        return models == null || models.isBlank() ? "" : " models: " + models.strip() + ";";
    }
}
