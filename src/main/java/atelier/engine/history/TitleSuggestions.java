package atelier.engine.history;

import atelier.conversation.Conversations;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What may be meant while somebody types about conversations.
public final class TitleSuggestions {
    private static final int MOST = 100;
    private static final List<String> REQUESTS = List.of("list", "search", "rename", "export", "delete");

    private final Conversations conversations;

    public TitleSuggestions(Parts parts) {
        this.conversations = parts.conversations();
    }

    /// @return whole values for the option; empty where it is not about conversations
    public List<String> of(Asker asker, String command, String option, String typed) {
        if (!command.equals("conversation") || !option.equals("prompt")) {
            return List.of();
        }
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(conversations.list(asker.whose(), MOST, 0).stream().map(it -> "open " + it.title()),
                REQUESTS.stream()).filter(it -> it.toLowerCase(Locale.ROOT).contains(wanted)).distinct().toList();
    }
}
