package atelier.engine.community;

import atelier.chat.Chat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// News for many chats. Which chats have had them is stored, so a broadcast goes on after a crash and no chat gets it twice.
public interface Announcements {
    /// Begins one, in the current transaction.
    ///
    /// @param from where its admin is told how it went
    long begin(String words, long account, String by, Chat from, List<Places.Known> to);

    /// Takes the next chat that has not had the news of an announcement under way, in the current transaction; if that fails,
    /// it has not been taken.
    Optional<Due> next();

    /// Ends those under way that have reached every chat, in the current transaction; each is handed out once.
    List<Standing> finish();

    /// Stops what is under way.
    ///
    /// @return what was stopped
    Optional<Standing> stop();

    /// The newest, under way or not.
    Optional<Standing> newest();

    /// @param account whom the buttons under it would belong to
    record Due(Chat chat, long account, String words) {}

    /// @param state `SENDING`, `DONE` or `STOPPED`
    record Standing(long id, String words, long account, Chat from, String state, int sent, int all, Instant at) {}
}
