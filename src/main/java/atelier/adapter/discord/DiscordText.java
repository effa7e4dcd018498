package atelier.adapter.discord;

import atelier.chat.Limits;
import atelier.chat.Splitter;

/// Text as one Discord message holds it.
final class DiscordText {
    /// Discord counts characters, by which code points are meant as far as is known; in UTF-16 it is never more.
    static final Limits LIMITS = new Limits(2000, Limits.TextUnit.UTF16, 10, 10L << 20, 25L << 20, true);

    private DiscordText() {}

    /// For a final text, which the engine already cut to the limit: rendering it must not push it over.
    static String whole(String markdown) {
        var shown = DiscordMarkdown.of(markdown);
        return LIMITS.lengthOf(shown) <= LIMITS.text() ? shown : markdown;
    }

    /// For a growing text: its newest part where it has outgrown one message.
    static String newest(String markdown) {
        var shown = whole(markdown);
        if (LIMITS.lengthOf(shown) <= LIMITS.text()) {
            return shown;
        }
        var parts = Splitter.split(markdown, LIMITS);
        return parts.isEmpty() ? "…" : whole(parts.getLast());
    }
}
