package atelier.store;

import atelier.chat.HashMemory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Small facts worth keeping over a restart, in the database.
public final class JdbiMemory implements HashMemory {
    private final Database database;

    public JdbiMemory(Database database) {
        this.database = database;
    }

    @Override
    public @Nullable String last(String key) {
        Optional<String> found = database.read(handle -> handle
                .createQuery("select content from memory where name = :name").bind("name", key).mapTo(String.class)
                .findOne());
        return found.orElse(null);
    }

    @Override
    public void remember(String key, String hash) {
        database.write(handle -> handle.createUpdate("""
                insert into memory (name, content) values (:name, :content)
                on conflict (name) do update set content = excluded.content""").bind("name", key).bind("content", hash)
                .execute());
    }
}
