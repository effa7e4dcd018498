package atelier.engine;

import atelier.chat.Invocation;
import atelier.chat.Message;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// What a command used on somebody's message means: the message itself is what to look at.
///
/// @param quoted what is left to be sent along as material
record PointedAt(String words, @Nullable Invocation invocation, @Nullable String quoted) {
    static PointedAt of(Message message, String words) {
        var invocation = message.invocation();
        var quoted = message.quoted();
        if (invocation == null || quoted == null || quoted.isBlank() || invocation.options().containsKey("prompt")) {
            return new PointedAt(words, invocation, quoted);
        }
        if (invocation.command().equals("continue")) {
            return new PointedAt("Continue from the quoted message.", null, quoted);
        }
        var options = new HashMap<>(invocation.options());
        options.put("prompt", quoted);
        return new PointedAt(words, new Invocation(invocation.command(), options), null);
    }
}
