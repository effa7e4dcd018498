package atelier.adapter.terminal;

import atelier.chat.Attachment;
import atelier.chat.Button;
import atelier.chat.ButtonPress;
import atelier.chat.Chat;
import atelier.chat.ChatAdapter;
import atelier.chat.Delivery;
import atelier.chat.Limits;
import atelier.chat.Message;
import atelier.chat.Outgoing;
import atelier.chat.Platform;
import atelier.chat.Receiver;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.language.Phrases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A chat at the terminal: lines are messages, a number presses a button, `@path` sends a file, Ctrl-C stops the work,
/// Ctrl-D ends the chat. Files that come out are written to a folder and named.
public final class TerminalAdapter implements ChatAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalAdapter.class);
    private static final Chat CONSOLE = new Chat(Platform.TERMINAL, "console", true);
    private static final Limits LIMITS = new Limits(1_000_000, Limits.TextUnit.CODE_POINT, 1000, Long.MAX_VALUE,
            Long.MAX_VALUE, true);

    private static final int WIDEST_CHOICES = 72;

    private final Screen screen;
    private final OutFolder folder;
    private final Sender person;
    private final Phrases phrases;
    private final InstantSource clock;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Set<String> delivered = new HashSet<>();
    private List<Button> shownButtons = List.of();
    private volatile boolean isPaused;

    /// @param name   who sits at the terminal
    /// @param locale in whose language the terminal itself speaks
    public TerminalAdapter(Screen screen, Path out, String name, Locale locale, InstantSource clock) {
        this.screen = screen;
        this.folder = new OutFolder(out);
        this.person = new Sender(Platform.TERMINAL, "0", name, locale);
        this.phrases = Phrases.of(locale);
        this.clock = clock;
    }

    @Override
    public Platform platform() {
        return Platform.TERMINAL;
    }

    @Override
    public void start(Receiver receiver) {
        Thread.ofPlatform().daemon().name("terminal").start(() -> read(receiver));
    }

    /// Waits until the person ends the chat.
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    private void read(Receiver receiver) {
        try {
            while (!isPaused) {
                var line = next();
                if (line == null || line.strip().equals("/quit") || line.strip().equals("/exit")) {
                    return;
                }
                if (!line.isBlank()) {
                    take(receiver, line.strip());
                }
            }
        } finally {
            ended.countDown();
        }
    }

    private @Nullable String next() {
        try {
            return screen.readLine();
        } catch (Screen.Interrupted _) {
            screen.print(phrases.say("terminal.keys"));
            return "/stop";
        }
    }

    private void take(Receiver receiver, String line) {
        var missing = SentFiles.missing(line);
        if (missing.isPresent()) {
            screen.print(phrases.say("terminal.no-file", "file", TerminalText.safe(missing.get())));
            return;
        }
        var event = UUID.randomUUID().toString();
        try {
            var pressed = pressed(line);
            receiver.receive(List.of(pressed != null
                    ? new ButtonPress(event, CONSOLE, person, pressed.id(), ReplyAddress.in(CONSOLE), clock.instant())
                    : message(event, line)));
        } catch (RuntimeException failure) {
            LOG.warn("a line could not be stored", failure);
            screen.print(phrases.say("door.not-stored"));
        }
    }

    private synchronized @Nullable Button pressed(String line) {
        if (!line.matches("\\d{1,2}")) {
            return null;
        }
        var number = Integer.parseInt(line);
        return number >= 1 && number <= shownButtons.size() ? shownButtons.get(number - 1) : null;
    }

    private Message message(String event, String line) {
        var sent = SentFiles.in(line);
        return new Message(event, CONSOLE, person, sent.words(), null, sent.attachments(), null, null,
                ReplyAddress.in(CONSOLE), clock.instant());
    }

    @Override
    public boolean isConnected() {
        return ended.getCount() > 0;
    }

    @Override
    public Limits limits(ReplyAddress address) {
        return LIMITS;
    }

    @Override
    public ReplyAddress open(ReplyAddress address, String text, List<Button> buttons) {
        screen.status(TerminalText.safe(text));
        return address.owning("status");
    }

    @Override
    public void progress(ReplyAddress address, String text, List<Button> buttons) {
        // One line is news about the work; more is an answer that grows.
        var lines = TerminalText.safe(text).replace("▌", "").lines().map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
        var last = lines.isEmpty() ? "…" : lines.getLast();
        screen.status(lines.size() > 1 ? phrases.say("terminal.growing", "count", text.length(), "last", last) : last);
    }

    @Override
    public synchronized Delivery deliver(Outgoing outgoing) {
        if (!delivered.add(outgoing.id())) {
            return new Delivery.Delivered(outgoing.id());
        }
        screen.status("");
        try {
            var block = new StringBuilder(TerminalText.of(outgoing.text(), screen.isStyled(), screen.columns()));
            for (var file : outgoing.files()) {
                block.append("\n  → ").append(TerminalText.safe(folder.write(file).toString()));
            }
            outgoing.buttons().stream().filter(button -> button.opens() != null).forEach(link -> block.append("\n  ")
                    .append(TerminalText.safe(link.label() + ": " + link.opens())));
            shownButtons = outgoing.buttons().stream()
                    .filter(button -> button.opens() == null && button.style() != Button.Style.BUYS).toList();
            screen.print(block.append(choices(shownButtons)).append('\n').toString());
            return new Delivery.Delivered(outgoing.id());
        } catch (IOException failure) {
            delivered.remove(outgoing.id());
            screen.print(phrases.say("terminal.not-written", "folder", folder.toString(), "why",
                    TerminalText.safe(String.valueOf(failure.getMessage()))));
            return new Delivery.Rejected("files not written: " + failure);
        }
    }

    /// Numbered, on one line when they fit.
    private static String choices(List<Button> buttons) {
        var labels = new ArrayList<String>();
        for (var button : buttons) {
            labels.add("[" + (labels.size() + 1) + "] " + TerminalText.safe(button.label()));
        }
        var line = String.join("   ", labels);
        return labels.isEmpty() ? "" : "\n" + (line.length() <= WIDEST_CHOICES ? line : String.join("\n", labels));
    }

    /// Another process is another screen, and nobody saw the end of this one.
    @Override
    public boolean isRepeatable(ReplyAddress address, boolean finishesOwn) {
        return true;
    }

    @Override
    public void notice(ButtonPress press, String text) {
        if (!text.isEmpty()) {
            screen.print(TerminalText.safe(text));
        }
    }

    @Override
    public InputStream fetch(Attachment attachment) throws IOException {
        return Files.newInputStream(Path.of(attachment.reference()));
    }

    @Override
    public void pause() {
        isPaused = true;
    }

    @Override
    public void close() {
        isPaused = true;
        screen.close();
    }
}
