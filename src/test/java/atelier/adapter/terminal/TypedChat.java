package atelier.adapter.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;

/// A chat whose lines are typed beforehand, for tests of what lies behind the door.
///
/// @param output all that came out so far
public record TypedChat(TerminalAdapter terminal, Supplier<String> output) {
    /// @param lines what is typed, after which the input ends
    public static TypedChat of(Path history, Path out, String lines) throws IOException {
        var screen = new TypedScreen(history);
        lines.lines().forEach(screen::types);
        screen.endsInput();
        return new TypedChat(new TerminalAdapter(screen, out, "ada", Locale.ENGLISH, Clock.systemUTC()), screen::shown);
    }

    public String shown() {
        return output.get();
    }
}
