package atelier.adapter.telegram;

import atelier.chat.Chat;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who administers a group, as Telegram says; remembered for a minute. Nobody, when Telegram does not say.
final class Administrators {
    private static final Logger LOG = LoggerFactory.getLogger(Administrators.class);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Set<String> RANKS = Set.of("creator", "administrator");

    private final BotApi api;
    private final Cache<String, Boolean> known = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT)
            .build();

    Administrators(BotApi api) {
        this.api = api;
    }

    boolean has(Chat chat, String person) {
        var group = Place.of(chat).chat();
        var key = group + " " + person;
        var before = known.getIfPresent(key);
        if (before != null) {
            return before;
        }
        try {
            var rank = api.call("getChatMember", Map.of("chat_id", group, "user_id", Long.valueOf(person)))
                    .path("status").asText();
            known.put(key, RANKS.contains(rank));
            return RANKS.contains(rank);
        } catch (BotApiException | RuntimeException failure) {
            LOG.info("Telegram does not say who administers a group: {}", failure.getMessage());
            return false;
        }
    }
}
