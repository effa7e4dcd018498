package atelier.engine.history;

import atelier.conversation.Conversation;
import atelier.conversation.Conversations;
import atelier.conversation.Whose;
import java.util.List;
import java.util.Locale;

/// Finds a conversation by what people call it.
final class Shelf {
    private static final int MOST = 500;

    private final Conversations conversations;

    Shelf(Conversations conversations) {
        this.conversations = conversations;
    }

    /// @param which number in the list, `#` and the id, or a title or a part of it
    /// @return none, one, or those that may be meant
    List<Conversation> find(Whose whose, String which) {
        if (which.matches("#\\d{1,18}")) {
            return conversations.find(whose, Long.parseLong(which.substring(1))).stream().toList();
        }
        if (which.matches("[1-9]\\d{0,5}")) {
            var numbered = conversations.list(whose, 1, Integer.parseInt(which) - 1);
            if (!numbered.isEmpty()) {
                return numbered;
            }
        }
        var wanted = which.strip().toLowerCase(Locale.ROOT);
        var all = wanted.isEmpty() ? List.<Conversation>of() : conversations.list(whose, MOST, 0);
        var same = all.stream().filter(it -> title(it).equals(wanted)).toList();
        var begun = same.isEmpty() ? all.stream().filter(it -> title(it).startsWith(wanted)).toList() : same;
        return begun.isEmpty() ? all.stream().filter(it -> title(it).contains(wanted)).toList() : begun;
    }

    private static String title(Conversation conversation) {
        return conversation.title().toLowerCase(Locale.ROOT);
    }
}
