package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Attachment;
import atelier.chat.Button;
import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.conversation.Templates;
import atelier.conversation.Turn;
import atelier.conversation.Whose;
import atelier.engine.port.Buttons;
import atelier.engine.port.Job;
import atelier.engine.port.MadeFiles;
import atelier.engine.port.Outbox;
import atelier.engine.port.Relay;
import atelier.intent.Intent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is written comes back as it was, in every place where text is stored.
abstract class NastyTextContract {
    private static final List<String> TEXTS = NastyTexts.all();
    private static final Chat CHAT = new Chat(Platform.TELEGRAM, "42", true);

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    @TempDir
    Path folder;
    private Database database;
    private long account;
    private long conversation;

    abstract Database open();

    abstract boolean keepsNul();

    @BeforeEach
    void connect() {
        database = open();
        var tiers = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");
        account = new JdbiAccounts(database, tiers, Set.of(), clock)
                .of(new Sender(Platform.TELEGRAM, "42", "ada", Locale.ENGLISH)).id();
        conversation = new JdbiConversations(database, clock).current(whose()).id();
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    private Whose whose() {
        return Whose.of(account, CHAT);
    }

    private String kept(String text) {
        return NastyTexts.kept(text, keepsNul());
    }

    /// JSON writes NUL as an escape, so it is kept everywhere.
    private static String keptAsJson(String text) {
        return NastyTexts.kept(text, true);
    }

    @Test
    void thereAreEnough() {
        assertThat(TEXTS).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void wordsOfConversationsAndTheirQuestions() {
        var conversations = new JdbiConversations(database, clock);
        for (var text : TEXTS) {
            conversations.append(whose(), conversation, new Turn(Turn.Role.PERSON, text, "j", clock.instant()));
            conversations.ask(whose(), conversation, text);
            assertThat(conversations.recent(whose(), conversation, 1).getFirst().text()).isEqualTo(kept(text));
            assertThat(conversations.current(whose()).pending()).isEqualTo(kept(text));
        }
    }

    @Test
    void jobsWithAllTheirTexts() {
        var jobs = new JdbiJobs(database, clock);
        for (var number = 0; number < TEXTS.size(); number++) {
            var text = TEXTS.get(number);
            var address = ReplyAddress.in(CHAT).with("hint", text);
            var id = "j" + number;
            jobs.add(new Job(id, account, conversation, new Intent.Talk(text), text, text,
                    List.of(new Attachment(text, text, 3, text)), null, text, 1, false, address, Job.State.QUEUED, 0));
            var job = jobs.find(id).orElseThrow();
            assertThat(List.of(job.words(), Objects.requireNonNull(job.quoted()), Objects.requireNonNull(job.model())))
                    .containsOnly(kept(text));
            assertThat(List.of(((Intent.Talk) job.intent()).request(), job.attachments().getFirst().name(),
                    job.address().hints().getOrDefault("hint", ""))).containsOnly(keptAsJson(text));
        }
    }

    @Test
    void messagesWithTheirButtonsAndFiles() {
        var outbox = new JdbiOutbox(database, "node-1", clock);
        for (var text : TEXTS) {
            var label = text.isBlank() || text.length() > 80 ? "label" : text;
            outbox.add(new Outbox.Draft(account, ReplyAddress.in(CHAT), false, text,
                    List.of(new Button("b", label, Button.Style.NORMAL)),
                    List.of(new Outbox.Draft.File(text, text, 1, "0"))), true);
            var entry = outbox.takeNext(CHAT).orElseThrow();
            assertThat(List.of(entry.draft().text(), entry.draft().files().getFirst().name()))
                    .containsOnly(keptAsJson(text));
            assertThat(entry.draft().buttons().getFirst().label()).isEqualTo(keptAsJson(label));
            outbox.sent(entry.id(), text);
        }
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void templatesButtonsFilesAndWhatIsRemembered() {
        var templates = new JdbiTemplates(database, clock);
        var buttons = new JdbiButtons(database, clock);
        var memory = new JdbiMemory(database);
        var inbox = new JdbiInbox(database, clock);
        var seen = new ArrayList<String>();
        for (var text : TEXTS.stream().filter(text -> text.length() < 2_000).toList()) {
            var isNew = !seen.contains(kept(text));
            seen.add(kept(text));
            templates.save(account, new Templates.Template(text, text));
            assertThat(templates.find(account, text).orElseThrow().words()).isEqualTo(kept(text));
            var id = buttons.add(account, CHAT.key(), Buttons.Action.SAY, text);
            assertThat(buttons.find(id).orElseThrow().argument()).isEqualTo(kept(text));
            memory.remember(text, text);
            assertThat(memory.last(text)).isEqualTo(kept(text));
            assertThat(inbox.add(Platform.TELEGRAM, text)).isEqualTo(isNew);
            assertThat(inbox.add(Platform.TELEGRAM, text)).isFalse();
        }
    }

    @Test
    void filesThatWereMadeAndWhatNodesAskEachOther() {
        var made = new JdbiMadeFiles(database);
        var relay = new JdbiRelay(database, clock);
        var job = new Job("j", account, conversation, new Intent.Talk("x"), "x", null, List.of(), null, null, 1, false,
                ReplyAddress.in(CHAT), Job.State.QUEUED, 0);
        new JdbiJobs(database, clock).add(job);
        made.add(job, TEXTS.stream().map(text -> new MadeFiles.MadeFile(text, text, 1, "0")).toList());
        assertThat(made.of(account, "j")).extracting(MadeFiles.MadeFile::path)
                .containsExactlyElementsOf(TEXTS.stream().map(this::kept).toList());
        for (var text : TEXTS) {
            relay.ask("door", Relay.Kind.OPEN, ReplyAddress.in(CHAT), text, List.of());
            assertThat(relay.take("door").getFirst().words()).isEqualTo(kept(text));
        }
    }
}
