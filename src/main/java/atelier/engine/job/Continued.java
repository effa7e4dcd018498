package atelier.engine.job;

import atelier.account.Accounts;
import atelier.chat.Button;
import atelier.chat.Excerpt;
import atelier.conversation.Conversations;
import atelier.engine.port.Buttons;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.language.Phrases;
import java.util.stream.Stream;

/// Says of work that went on from an earlier point of a conversation that it did, with the way back.
final class Continued {
    private static final int LONGEST_LABEL = 80;

    private final Conversations conversations;
    private final Accounts accounts;
    private final Buttons buttons;

    Continued(Parts parts) {
        this.conversations = parts.conversations();
        this.accounts = parts.accounts();
        this.buttons = parts.buttons();
    }

    /// A line for the foot of the answer; mostly empty.
    String line(Job job) {
        return conversations.branched(job.whose(), job.id())
                .map(it -> "\n-# ↪ " + phrases(job).say("conversation.continued", "title", it.conversation().title()))
                .orElse("");
    }

    Stream<Button> button(Job job) {
        return conversations.branched(job.whose(), job.id()).map(it -> {
            var id = buttons.add(job.account(), job.address().chat().key(), Buttons.Action.SAY,
                    "/conversation open #" + it.before());
            return new Button(id, Excerpt.of(phrases(job).say("conversation.back"), LONGEST_LABEL),
                    Button.Style.NORMAL);
        }).stream();
    }

    private Phrases phrases(Job job) {
        return Phrases.of(accounts.byId(job.account()).locale());
    }
}
