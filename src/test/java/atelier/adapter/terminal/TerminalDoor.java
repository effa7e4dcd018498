package atelier.adapter.terminal;

import atelier.adapter.Door;
import atelier.chat.ChatAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// The terminal as the one person at it uses it.
final class TerminalDoor implements Door {
    private static final Pattern CHOICE = Pattern.compile("\\[(\\d+)] (.*?)(?=   \\[\\d+] |$)");
    private static final String FILE = "  → ";

    private final Path home;
    private final List<String> blocks = new CopyOnWriteArrayList<>();
    private TypedScreen screen;

    TerminalDoor(Path home) throws IOException {
        this.home = home;
        this.screen = new TypedScreen(home.resolve("history"), blocks);
    }

    TypedScreen screen() {
        return screen;
    }

    @Override
    public ChatAdapter adapter() {
        return new TerminalAdapter(screen, home.resolve("out"), "ada", Locale.ENGLISH, Clock.systemUTC());
    }

    @Override
    public ChatAdapter restarted() {
        try {
            screen = new TypedScreen(home.resolve("history"), blocks);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return adapter();
    }

    @Override
    public void says(String person, String text) {
        screen.types(text);
    }

    @Override
    public void commands(String person, String command, String prompt) {
        screen.types("/" + command + " " + prompt);
    }

    @Override
    public void sends(String person, String caption, String fileName, String mediaType, byte[] content) {
        try {
            screen.types("@" + Files.write(home.resolve(fileName), content) + " " + caption);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void presses(String person, String label) {
        for (var block : blocks.reversed()) {
            for (var line : block.lines().toList()) {
                var choice = CHOICE.matcher(line);
                while (choice.find()) {
                    if (choice.group(2).equals(label)) {
                        screen.types(choice.group(1));
                        return;
                    }
                }
            }
        }
        throw new IllegalStateException("no button " + label + " in " + blocks);
    }

    @Override
    public void deliversAgain() {
        throw new UnsupportedOperationException("a line is typed once");
    }

    @Override
    public List<Seen> seenBy(String person) {
        var seen = new ArrayList<Seen>();
        for (var block : blocks) {
            var text = new StringBuilder();
            var buttons = new ArrayList<String>();
            Map<String, byte[]> files = new HashMap<>();
            for (var line : block.lines().toList()) {
                if (line.startsWith(FILE)) {
                    files.put(home.resolve("out").relativize(Path.of(line.substring(FILE.length()))).toString(),
                            content(Path.of(line.substring(FILE.length()))));
                } else if (line.startsWith("[1] ")) {
                    CHOICE.matcher(line).results().forEach(choice -> buttons.add(choice.group(2)));
                } else {
                    text.append(line).append('\n');
                }
            }
            seen.add(new Seen("" + seen.size(), text.toString().strip(), buttons, files, 0));
        }
        return seen;
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public List<String> noticesTo(String person) {
        return blocks;
    }

    @Override
    public void failNext(Fault fault) {
        throw new UnsupportedOperationException("a terminal has no " + fault);
    }

    @Override
    public int callsDuringPenalty() {
        return 0; // nobody is ever told to wait
    }

    /// What would make the terminal do something.
    @Override
    public List<String> unsafePayloads() {
        return blocks.stream().filter(block -> block.chars().anyMatch(each -> each < ' ' && each != '\n')).toList();
    }

    @Override
    public void close() {
        screen.endsInput();
    }
}
