package atelier.engine.port;

import atelier.chat.Chat;
import atelier.chat.ChatAdapter;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The doors that are open, by platform.
public final class Adapters {
    private final Map<Platform, ChatAdapter> byPlatform = new EnumMap<>(Platform.class);

    public Adapters(Collection<? extends ChatAdapter> adapters) {
        adapters.forEach(adapter -> byPlatform.put(adapter.platform(), adapter));
    }

    public Optional<ChatAdapter> of(ReplyAddress address) {
        return Optional.ofNullable(byPlatform.get(address.chat().platform()));
    }

    /// Whether what stands in the outbox for this chat is for this process to send, or for nobody.
    public boolean sends(Chat chat) {
        var door = byPlatform.get(chat.platform());
        return door == null || door.sends();
    }

    /// Whether a message may be sent twice without harm; see [ChatAdapter#isRepeatable].
    public boolean isRepeatable(ReplyAddress address, boolean finishesOwn) {
        return of(address).map(adapter -> adapter.isRepeatable(address, finishesOwn)).orElse(false);
    }

    public Collection<ChatAdapter> all() {
        return byPlatform.values();
    }
}
