package atelier.engine.job;

import atelier.conversation.Conversations;
import atelier.conversation.Conversations.Branch;
import atelier.engine.port.Buttons;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.language.Phrases;
import java.util.Optional;

/// Says of work that went on from an earlier point of a conversation that it did, with the way back.
final class Continued {
    private final Conversations conversations;

    Continued(Parts parts) {
        this.conversations = parts.conversations();
    }

    /// Where it went on from; mostly empty.
    Optional<Branch> branch(Job job) {
        return conversations.branched(job.whose(), job.conversation(), job.id());
    }

    /// A line for the foot of the answer.
    static String line(Branch branch, Phrases phrases) {
        return "\n-# ↪ " + phrases.say("conversation.continued", "title", branch.conversation().title());
    }

    static void back(Branch branch, Keyboard keyboard, Phrases phrases) {
        keyboard.add(Buttons.Action.SAY, "/conversation open #" + branch.before(), phrases.say("conversation.back"));
    }
}
