package atelier.engine;

import atelier.chat.Attachment;
import atelier.chat.Button;
import atelier.chat.ButtonPress;
import atelier.chat.Chat;
import atelier.chat.ChatAdapter;
import atelier.chat.Delivery;
import atelier.chat.Incoming;
import atelier.chat.Invocation;
import atelier.chat.Limits;
import atelier.chat.Message;
import atelier.chat.Outgoing;
import atelier.chat.Platform;
import atelier.chat.Receiver;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.chat.Standing;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A chat in memory, with the limits of a small platform. Its messages outlive the Atelier that talks to it.
public final class TestChat implements ChatAdapter {
    static final Limits LIMITS = new Limits(2000, Limits.TextUnit.CODE_POINT, 10, 1 << 20, 4 << 20, true);

    /// Every state a growing message ever had, in order.
    final List<String> states = new CopyOnWriteArrayList<>();
    private final Map<String, Post> posts = new LinkedHashMap<>();
    private final Map<String, byte[]> uploads = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final List<String> forgotten = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final List<Delivery> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger deliveriesToBreak = new AtomicInteger();
    private final Queue<Throwable> faultsOfLimits = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Receiver receiver;
    private volatile @Nullable Message last;

    /// One of the bot's messages as it looks now.
    public record Post(String id, String chat, String text, List<Button> buttons, Map<String, String> files,
            int edits) {}

    void says(String person, String text) {
        sends(message(person, text, List.of(), "e" + ids.incrementAndGet()));
    }

    void sends(String person, String text, String file, byte[] content) {
        uploads.put(file, content);
        sends(message(person, text, List.of(new Attachment(file, "application/octet-stream", content.length, file)),
                "e" + ids.incrementAndGet()));
    }

    /// A command from the menu of a message.
    void uses(String person, String command, String quoted) {
        sends(new Message("e" + ids.incrementAndGet(), chat(person), sender(person), "",
                new Invocation(command, Map.of()),
                List.of(), null, quoted, ReplyAddress.in(chat(person)), Instant.EPOCH));
    }

    void sendsGoneFile(String person, String text) {
        sends(message(person, text, List.of(new Attachment("gone.txt", "text/plain", 3, "gone")),
                "e" + ids.incrementAndGet()));
    }

    /// Words in a group of this name.
    void saysInGroup(String person, String group, String text) {
        var place = new Chat(Platform.TELEGRAM, group, false);
        var event = "e" + ids.incrementAndGet();
        sends(new Message(event, place, sender(person), text, null, List.of(), null, null,
                new ReplyAddress(place, null, event, Map.of()), Instant.EPOCH));
    }

    /// Words of somebody of whom the platform says more, in a group; a slash command where `command` is there.
    void saysAs(Sender who, String group, String text, @Nullable Invocation command) {
        var place = new Chat(Platform.TELEGRAM, group, group.isEmpty());
        var event = "e" + ids.incrementAndGet();
        sends(new Message(event, place, who, text, command, List.of(), null, null,
                new ReplyAddress(place, null, event, Map.of()), Instant.EPOCH));
    }

    /// Somebody in a group, of whom the platform says this.
    static Sender sender(String person, Standing standing) {
        return new Sender(Platform.TELEGRAM, id(person), person, Locale.ENGLISH, standing);
    }

    /// Who administers groups, by name; the bot has to ask.
    final List<String> administrators = new CopyOnWriteArrayList<>();

    @Override
    public boolean manages(Chat chat, String person) {
        return administrators.stream().anyMatch(it -> id(it).equals(person));
    }

    @Override
    public Optional<String> link(Chat chat, String server, String messageId) {
        return Optional.of("https://chat.example/" + server + "/" + messageId);
    }

    /// A form for a secret, filled in in a group; only this person sees the answer.
    void fillsIn(String person, String group, String command, String words, String secret) {
        fillsIn(sender(person), group, command, words, secret);
    }

    void fillsIn(Sender who, String group, String command, String words, String secret) {
        var place = new Chat(Platform.TELEGRAM, group, false);
        sends(new Message("e" + ids.incrementAndGet(), place, who, "",
                new Invocation(command, Map.of("prompt", words, Invocation.SECRET, secret)), List.of(), null, null,
                ReplyAddress.in(place).with(ReplyAddress.ONLY_FOR_ONE, "yes"), Instant.EPOCH));
    }

    /// Messages taken away from the chat, by what they were.
    List<String> forgotten() {
        return forgotten;
    }

    @Override
    public void forget(ReplyAddress address) {
        forgotten.add(String.valueOf(address.inReplyTo()));
    }

    /// The platform delivers the last message once more.
    void deliversAgain() {
        var again = last;
        if (again != null) {
            offer(again);
        }
    }

    private void sends(Message message) {
        last = message;
        offer(message);
    }

    private void offer(Incoming event) {
        var open = receiver;
        if (open == null) {
            throw new IllegalStateException("not started");
        }
        open.receive(List.of(event));
    }

    void presses(String person, String label) {
        presses(person, person, label);
    }

    /// `person` presses a button in the chat of `owner`.
    void presses(String person, String owner, String label) {
        var button = shownTo(owner).reversed().stream().flatMap(post -> post.buttons().stream())
                .filter(shown -> shown.label().equals(label)).findFirst().orElseThrow(() -> new AssertionError(
                        "no button " + label + " in " + shownTo(owner)));
        offer(new ButtonPress("e" + ids.incrementAndGet(), chat(owner), sender(person), button.id(),
                ReplyAddress.in(chat(owner)), Instant.EPOCH));
    }

    /// `person` presses a button of this id, wherever they had it from, in a chat.
    void pressesId(String person, Chat place, String button) {
        offer(new ButtonPress("e" + ids.incrementAndGet(), place, sender(person), button, ReplyAddress.in(place),
                Instant.EPOCH));
    }

    /// Presses a button under this very message.
    void presses(String person, Post under, String label) {
        var button = under.buttons().stream().filter(shown -> shown.label().equals(label)).findFirst().orElseThrow();
        offer(new ButtonPress("e" + ids.incrementAndGet(), chat(person), sender(person), button.id(),
                ReplyAddress.in(chat(person)), Instant.EPOCH));
    }

    /// Somebody presses a button under a message in a group.
    void pressesIn(String group, String person, Post under, String label) {
        var place = new Chat(Platform.TELEGRAM, group, false);
        var button = under.buttons().stream().filter(shown -> shown.label().equals(label)).findFirst().orElseThrow();
        offer(new ButtonPress("e" + ids.incrementAndGet(), place, sender(person, Standing.in(group)), button.id(),
                ReplyAddress.in(place), Instant.EPOCH));
    }

    /// Words in reply to one of the bot's messages.
    void replies(String person, Post to, String text) {
        var event = "e" + ids.incrementAndGet();
        sends(new Message(event, chat(person), sender(person), text, null, List.of(), to.id(), to.text(),
                new ReplyAddress(chat(person), null, event, Map.of()), Instant.EPOCH));
    }

    void nextDelivery(Delivery failure) {
        failures.add(failure);
    }

    synchronized List<Post> shownTo(String person) {
        return posts.values().stream().filter(post -> post.chat().equals(person)).toList();
    }

    List<String> notices() {
        return notices;
    }

    private static Message message(String person, String text, List<Attachment> files, String event) {
        return new Message(event, chat(person), sender(person), text, null, files, null, null,
                new ReplyAddress(chat(person), null, event, Map.of()), Instant.EPOCH);
    }

    static Chat chat(String person) {
        return new Chat(Platform.TELEGRAM, person, true);
    }

    static Sender sender(String person) {
        return new Sender(Platform.TELEGRAM, id(person), person, Locale.ENGLISH);
    }

    /// The platform's number of this person.
    static String id(String person) {
        return Integer.toString(person.hashCode() & 0xffff);
    }

    @Override
    public Platform platform() {
        return Platform.TELEGRAM;
    }

    @Override
    public void start(Receiver opened) {
        receiver = opened;
    }

    @Override
    public boolean isConnected() {
        return receiver != null;
    }

    /// The door has a bug that shows in the next deliveries.
    void breaksNextDeliveries(int number) {
        deliveriesToBreak.set(number);
    }

    /// Whatever asks for the limits next breaks so.
    void limitsBreakOnce(Throwable fault) {
        faultsOfLimits.add(fault);
    }

    @Override
    public Limits limits(ReplyAddress address) {
        switch (faultsOfLimits.poll()) {
            case null -> {
                return LIMITS;
            }
            case Error error -> throw error;
            case RuntimeException failure -> throw failure;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    @Override
    public synchronized ReplyAddress open(ReplyAddress address, String text, List<Button> buttons) {
        return address.owning(post(address, text, buttons, Map.of()));
    }

    private String post(ReplyAddress address, String text, List<Button> buttons, Map<String, String> files) {
        var id = "m" + ids.incrementAndGet();
        posts.put(id, new Post(id, address.chat().id(), text, buttons, files, 0));
        return id;
    }

    @Override
    public synchronized void progress(ReplyAddress address, String text, List<Button> buttons) {
        var id = address.messageId();
        states.add(text);
        if (id != null) {
            posts.computeIfPresent(id,
                    (_, old) -> new Post(id, old.chat(), text, buttons, old.files(), old.edits() + 1));
        }
    }

    @Override
    public synchronized Delivery deliver(Outgoing outgoing) {
        if (deliveriesToBreak.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the door is broken");
        }
        if (!failures.isEmpty()) {
            return failures.removeFirst();
        }
        var files = new LinkedHashMap<String, String>();
        for (var file : outgoing.files()) {
            try {
                files.put(file.name(), new String(Files.readAllBytes(file.content()), StandardCharsets.ISO_8859_1));
            } catch (IOException failure) {
                return new Delivery.Later(Duration.ofMillis(10), failure.toString());
            }
        }
        var own = outgoing.address().messageId();
        if (outgoing.finishesOwn() && own != null) {
            var old = posts.get(own);
            if (old == null) {
                return new Delivery.Rejected("message is gone");
            }
            posts.put(own, new Post(own, old.chat(), outgoing.text(), outgoing.buttons(), files, old.edits() + 1));
            return new Delivery.Delivered(own);
        }
        return new Delivery.Delivered(post(outgoing.address(), outgoing.text(), outgoing.buttons(), files));
    }

    synchronized void loses(String id) {
        posts.remove(id);
    }

    @Override
    public boolean isRepeatable(ReplyAddress address, boolean finishesOwn) {
        return finishesOwn && address.messageId() != null;
    }

    @Override
    public void notice(ButtonPress press, String text) {
        notices.add(text);
    }

    @Override
    public InputStream fetch(Attachment attachment) throws IOException {
        var content = uploads.get(attachment.reference());
        if (content == null) {
            throw new FileNotFoundException(attachment.name());
        }
        return new ByteArrayInputStream(content);
    }

    List<String> textsTo(String person) {
        var texts = new ArrayList<String>();
        shownTo(person).forEach(post -> texts.add(post.text()));
        return texts;
    }

    @Override
    public void pause() {
        receiver = null;
    }

    @Override
    public void close() {
        receiver = null;
    }
}
