package atelier.store;

import atelier.chat.Button;
import atelier.chat.ReplyAddress;
import atelier.engine.port.Relay;
import atelier.engine.port.Wakes;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The relay in the database.
public final class JdbiRelay implements Relay {
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final TypeReference<ReplyAddress> ADDRESS = new TypeReference<>() {
    };
    private static final TypeReference<List<Button>> BUTTONS = new TypeReference<>() {
    };

    private final Database database;
    private final InstantSource clock;
    private final Wakes wakes;

    JdbiRelay(Database database, InstantSource clock) {
        this(database, clock, Wakes.none());
    }

    /// @param wakes tells the holder that it is asked, and who asked that there is an answer
    public JdbiRelay(Database database, InstantSource clock, Wakes wakes) {
        this.wakes = wakes;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String ask(String door, Kind kind, ReplyAddress address, String words, List<Button> buttons) {
        var id = kind == Kind.SHOW
                ? address.chat().key() + " " + address.messageId()
                : UUID.randomUUID().toString();
        database.write(handle -> handle.createUpdate("""
                insert into relay (id, door, kind, address, words, buttons, state, asked_at)
                values (:id, :door, :kind, :address, :words, :buttons, 'ASKED', :now)
                on conflict (id) do update set words = :words, buttons = :buttons, asked_at = :now""").bind("id", id)
                .bind("door", door).bind("kind", kind.name()).bind("address", Json.write(address)).bind("words", words)
                .bind("buttons", Json.write(buttons)).bind("now", clock.instant().toEpochMilli()).execute());
        wakes.wake(Wakes.Matter.RELAY);
        return id;
    }

    @Override
    public Optional<ReplyAddress> opened(String id) {
        return database.read(handle -> handle
                .createQuery("select address from relay where id = :id and state = 'ANSWERED'").bind("id", id)
                .mapTo(String.class).findOne()).map(address -> Json.read(address, ADDRESS));
    }

    @Override
    public boolean withdraw(String id) {
        return database.write(handle -> handle.createUpdate("delete from relay where id = :id and state = 'ASKED'")
                .bind("id", id).execute() == 1);
    }

    @Override
    public List<Request> take(String door) {
        return database.read(handle -> handle
                .createQuery("select count(*) from relay where door = :door and state = 'ASKED'").bind("door", door)
                .mapTo(Integer.class).one()) == 0 ? List.of() : taken(door);
    }

    private List<Request> taken(String door) {
        return database.write(handle -> {
            var open = handle.createQuery("""
                    update relay set state = 'TAKEN' where door = :door and state = 'ASKED' and kind = 'OPEN'
                    returning *""").bind("door", door).map((row, _) -> request(row)).list();
            open.addAll(handle.createQuery("""
                    delete from relay where door = :door and state = 'ASKED' and kind <> 'OPEN' returning *""")
                    .bind("door", door).map((row, _) -> request(row)).list());
            return open;
        });
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(row.getString("id"), Kind.valueOf(row.getString("kind")),
                Json.read(row.getString("address"), ADDRESS), row.getString("words"),
                Json.read(row.getString("buttons"), BUTTONS));
    }

    @Override
    public void answer(String id, ReplyAddress address) {
        database.write(handle -> handle
                .createUpdate("update relay set state = 'ANSWERED', address = :address where id = :id")
                .bind("address", Json.write(address)).bind("id", id).execute());
        wakes.wake(Wakes.Matter.RELAY);
    }

    @Override
    public void sweep() {
        database.write(handle -> handle.createUpdate("delete from relay where asked_at < :before")
                .bind("before", clock.instant().minus(KEPT).toEpochMilli()).execute());
    }
}
