package atelier.engine.intake;

import atelier.chat.Invocation;
import atelier.chat.Message;
import atelier.language.Phrases;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message made harmless, and what a command used on somebody else's message means: that message is what to look at.
///
/// @param quoted what is left to be sent along as material
record PointedAt(String words, @Nullable Invocation invocation, @Nullable String quoted) {
    static PointedAt of(Message message, Phrases phrases) {
        var words = Words.clean(message.text());
        var invocation = clean(message.invocation());
        var quoted = message.quoted() == null ? null : Words.clean(message.quoted());
        if (invocation == null || quoted == null || quoted.isEmpty() || invocation.options().containsKey("prompt")) {
            return new PointedAt(words, invocation, quoted);
        }
        if (invocation.command().equals("continue")) {
            // As a command, since in some language the words alone could mean something else.
            return new PointedAt(words,
                    new Invocation("talk", Map.of("prompt", phrases.say("intake.continue"))), quoted);
        }
        var options = new HashMap<>(invocation.options());
        options.put("prompt", quoted);
        return new PointedAt(words, new Invocation(invocation.command(), options), null);
    }

    private static @Nullable Invocation clean(@Nullable Invocation invocation) {
        if (invocation == null) {
            return null;
        }
        var options = new HashMap<String, String>();
        invocation.options().forEach((name, value) -> options.put(name, Words.clean(value)));
        return new Invocation(invocation.command(), options);
    }
}
