package atelier.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/// A PostgreSQL server that lends each test a database of its own.
final class FreshPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    FreshPostgres() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    Database open() {
        return Database.postgres(freshUrl());
    }

    /// The address of a new, empty database.
    String freshUrl() {
        var name = "atelier_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return server.getJdbcUrl("postgres", name);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
