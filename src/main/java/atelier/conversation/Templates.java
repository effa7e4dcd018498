package atelier.conversation;

import java.util.List;
import java.util.Optional;

/// Wishes that people keep under a name, and those they share in a chat or a team. Every question is asked for one account, or one
/// chat, so nobody reaches another's.
public interface Templates {
    /// @param name  lower-case words with hyphens
    /// @param words as the person would say them; `{like this}` stands for what is filled in each time
    record Template(String name, String words) {}

    /// Keeps a wish; one of the same name is replaced.
    void save(long account, Template template);

    Optional<Template> find(long account, String name);

    /// By name.
    List<Template> list(long account);

    /// @return whether it was there
    boolean remove(long account, String name);

    /// Lets everybody in a place use a wish.
    ///
    /// @return whether it was free: another's of the same name is not replaced
    boolean share(String place, long account, Template template);

    /// What is shared in a place, by name.
    List<Template> shared(String place);

    /// Takes back what this person shared; anybody's where they may.
    ///
    /// @return whether it was there and theirs
    boolean unshare(String place, long account, String name, boolean anybodys);
}
