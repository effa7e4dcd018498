package atelier.store;

import java.security.SecureRandom;
import java.util.HexFormat;

/// A random key that all nodes of one database share.
public final class JdbiSharedKey {
    private static final int BYTES = 32;

    private final Database database;

    public JdbiSharedKey(Database database) {
        this.database = database;
    }

    /// The key of this name, made at the first call.
    public byte[] of(String name) {
        var fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return HexFormat.of().parseHex(database.write(handle -> {
            handle.createUpdate("insert into memory (name, content) values (:name, :key) on conflict (name) do nothing")
                    .bind("name", name).bind("key", HexFormat.of().formatHex(fresh)).execute();
            return handle.createQuery("select content from memory where name = :name").bind("name", name)
                    .mapTo(String.class).one();
        }));
    }
}
