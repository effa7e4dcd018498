package atelier.conversation;

import java.util.ArrayList;
import java.util.List;

/// Cuts a conversation to what fits a model: the newest turns within a budget of tokens, beginning with the person's.
public final class HistoryWindow {
    private HistoryWindow() {}

    /// @param turns  oldest first
    /// @param budget tokens, as [#tokens] estimates them
    public static List<Turn> of(List<Turn> turns, int budget) {
        var kept = new ArrayList<Turn>();
        var left = budget;
        for (var turn : turns.reversed()) {
            left -= tokens(turn.text());
            if (left < 0) {
                break;
            }
            kept.addFirst(turn);
        }
        while (!kept.isEmpty() && kept.getFirst().role() == Turn.Role.ASSISTANT) {
            kept.removeFirst();
        }
        return List.copyOf(kept);
    }

    /// A cautious estimate: four Latin characters or one ideograph a token.
    public static int tokens(String text) {
        var ideographs = (int) text.codePoints().filter(Character::isIdeographic).count();
        return ideographs + (text.length() - ideographs + 3) / 4 + 4;
    }
}
