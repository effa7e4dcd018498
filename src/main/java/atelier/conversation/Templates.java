package atelier.conversation;

import java.util.List;
import java.util.Optional;

/// Wishes that people keep under a name. Every question is asked for one account, so nobody reaches another's.
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
}
