package atelier.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Conversations that persist. Every question is asked for somebody somewhere, so nobody reaches another's.
public interface Conversations {
    /// The conversation that is open here; begun when there is none.
    Conversation current(Whose whose);

    /// Begins a new conversation; the old one is kept.
    Conversation begin(Whose whose);

    /// Conversations in which something was said, newest first.
    List<Conversation> list(Whose whose, int limit, int offset);

    /// How many there are in that list.
    int count(Whose whose);

    /// One of them.
    Optional<Conversation> find(Whose whose, long id);

    /// Those whose title or words have this in them, whatever its case, newest first.
    List<Conversation> search(Whose whose, String words, int limit);

    /// Goes on with an earlier conversation here; empty when there is none of this number.
    Optional<Conversation> open(Whose whose, long id);

    /// @return whether there was one to be named
    boolean rename(Whose whose, long id, String title);

    /// Takes a conversation away; until [#purge] it can be brought back. Of a shared one only who began it may.
    ///
    /// @return whether it was there to be taken away
    boolean remove(Whose whose, long id);

    /// Brings back what was taken away.
    Optional<Conversation> restore(Whose whose, long id);

    /// Goes on from the point where this work was answered: with a copy of what was said until then, or, if nothing was
    /// said since, with that conversation itself. Empty where that is the open conversation's last point anyway.
    ///
    /// @param next the work that goes on from there
    Optional<Conversation> branch(Whose whose, String job, String next);

    /// Whether this work, which is said in `conversation`, went on from an earlier point, and from where.
    Optional<Branch> branched(Whose whose, long conversation, String next);

    /// @param before number of the conversation that was open until then
    record Branch(Conversation conversation, long before) {}

    /// Adds words to a conversation and makes it the newest.
    void append(Whose whose, long conversation, Turn turn);

    /// The newest turns, oldest first.
    List<Turn> recent(Whose whose, long conversation, int limit);

    /// Remembers (or, with null, forgets) the question the bot asked last.
    void ask(Whose whose, long conversation, @Nullable String pending);

    /// Removes for good what was taken away before `removedBefore`, and, unless `unusedSince` is null, what nobody has used
    /// since: words, work and the list of files. What was charged stays charged.
    ///
    /// @return how many conversations
    int purge(Instant removedBefore, @Nullable Instant unusedSince);
}
