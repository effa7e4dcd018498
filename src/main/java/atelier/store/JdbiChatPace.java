package atelier.store;

import atelier.engine.community.ChatPace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The pace of chats in the database, kept as [JdbiPace] keeps that of people.
final class JdbiChatPace implements ChatPace {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos() / 1000;

    private final Database database;
    private final InstantSource clock;

    JdbiChatPace(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Duration take(String chatKey, int perMinute) {
        var now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        var step = MINUTE / perMinute;
        var last = now + step * (perMinute - 1L);
        return database.write(handle -> handle.createUpdate("""
                insert into chat_pace (chat_key, next_at) values (:chat, :now + :step)
                on conflict (chat_key) do update set
                    next_at = case when chat_pace.next_at > :now then chat_pace.next_at else :now end + :step
                where chat_pace.next_at <= :last""").bind("chat", chatKey).bind("now", now).bind("step", step)
                .bind("last", last).execute() == 1
                        ? Duration.ZERO
                        : Duration.of(handle.createQuery("select next_at from chat_pace where chat_key = :chat")
                                .bind("chat", chatKey).mapTo(Long.class).one() - last, ChronoUnit.MICROS));
    }
}
