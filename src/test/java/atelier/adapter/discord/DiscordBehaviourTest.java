package atelier.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import atelier.adapter.Door;
import atelier.chat.Attachment;
import atelier.chat.Button;
import atelier.chat.Delivery;
import atelier.chat.Incoming;
import atelier.chat.Invocation;
import atelier.chat.Message;
import atelier.chat.Outgoing;
import atelier.chat.OutgoingFile;
import atelier.chat.Receiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is particular to Discord: the two clocks of an interaction, who is addressed, what is registered.
class DiscordBehaviourTest {
    @TempDir
    Path files;

    private final List<Incoming> received = new CopyOnWriteArrayList<>();
    private final DiscordDoor door = new DiscordDoor();
    private DiscordAdapter adapter = door.adapter(DiscordDoor.COMMANDS);

    DiscordBehaviourTest() throws IOException {}

    @BeforeEach
    void connect() {
        start(received::addAll);
    }

    @AfterEach
    void disconnect() {
        adapter.close();
        door.close();
    }

    private void start(Receiver receiver) {
        adapter.start(receiver);
        await().atMost(Duration.ofSeconds(20)).until(adapter::isConnected);
    }

    private void startAgain(DiscordAdapter other, Receiver receiver) {
        adapter.close();
        adapter = other;
        start(receiver);
    }

    private Message heard(int index) {
        await().atMost(Duration.ofSeconds(10)).until(() -> received.size() > index);
        return (Message) received.get(index);
    }

    @Test
    void commandsAreRegisteredOnceUntilTheyChange() {
        await().until(() -> door.discord.registrations().size() == 1);
        var names = new ArrayList<String>();
        door.discord.registrations().getFirst().forEach(command -> names.add(command.path("name").asText()));
        assertThat(names).contains("melody", "usage", "Review this", "Explain this", "Continue here");
        var melody = door.discord.registrations().getFirst().path(0);
        assertThat(melody.path("contexts")).hasSize(3);
        assertThat(melody.path("integration_types")).hasSize(2);

        startAgain(door.adapter(DiscordDoor.COMMANDS), received::addAll);
        startAgain(door.adapter(List.of(SlashCommand.of("code", "Writes code"))), received::addAll);

        await().until(() -> door.discord.registrations().size() == 2);
        assertThat(door.discord.registrations().getLast().path(0).path("name").asText()).isEqualTo("code");
        assertThat(door.discord.refusals()).isEmpty();
    }

    @Test
    void commandsOptionsAndChoicesAreRegisteredInEveryLanguage() {
        var option = new SlashOption("key", "The key", SlashOption.Kind.TEXT, false, List.of("major"))
                .in(Map.of("de", "tonart"), Map.of("de", "Die Tonart"), Map.of("major", Map.of("de", "Dur")));
        startAgain(door.adapter(List.of(new SlashCommand("song", "A song", Map.of("de", "lied", "en-US", "song"),
                Map.of("de", "Ein Lied"), false, List.of(option)))), received::addAll);

        await().until(() -> !door.discord.registrations().isEmpty()
                && door.discord.registrations().getLast().path(0).path("name").asText().equals("song"));
        var song = door.discord.registrations().getLast().path(0);
        assertThat(song.path("name_localizations").path("de").asText()).isEqualTo("lied");
        assertThat(song.path("name_localizations").path("en-US").asText()).isEqualTo("song");
        assertThat(song.path("description_localizations").path("de").asText()).isEqualTo("Ein Lied");
        var key = song.path("options").path(0);
        assertThat(key.path("name_localizations").path("de").asText()).isEqualTo("tonart");
        assertThat(key.path("choices").path(0).path("name_localizations").path("de").asText()).isEqualTo("Dur");
        assertThat(door.discord.refusals()).isEmpty();
    }

    @Test
    void aCommandIsStoredBeforeItsPersonSeesThatItWasTakenUp() {
        var acknowledged = new ArrayList<Boolean>();
        startAgain(door.adapter(DiscordDoor.COMMANDS), events -> acknowledged.add(door.discord.allAcknowledged()));

        door.commands("ada", "melody", "calm");

        await().until(() -> door.discord.allAcknowledged());
        assertThat(acknowledged).containsExactly(false);
    }

    @Test
    void anAnswerGrowsInTheCommandsOwnReplyAndTakesFiles() throws IOException {
        door.discord.speaks("fr");
        door.commands("ada", "melody", "calm");
        var command = heard(0);
        assertThat(command.sender().locale()).isEqualTo(Locale.FRENCH);
        assertThat(door.discord.secrets()).noneMatch(command.replyAt().toString()::contains);

        var address = adapter.open(command.replyAt(), "Composing…", List.of());
        var stop = new Button("stop1", "Stop", Button.Style.DANGER);
        adapter.progress(address, "Half of it", List.of(stop));
        await().until(() -> door.seenBy("ada").getFirst().buttons().contains("Stop"));
        adapter.deliver(new Outgoing("d1", address, true, "Here", List.of(), List.of(file("melody.mid", 100))));
        adapter.deliver(new Outgoing("d2", address, false, "And more", List.of(), List.of()));

        assertThat(door.seenBy("ada")).hasSize(2);
        assertThat(door.seenBy("ada").getFirst().text()).isEqualTo("Here");
        assertThat(door.seenBy("ada").getFirst().buttons()).isEmpty();
        assertThat(door.seenBy("ada").getFirst().files()).containsOnlyKeys("melody.mid");
        assertThat(door.unsafePayloads()).isEmpty();
        assertThat(door.discord.refusals()).isEmpty();
    }

    @Test
    void aButtonThatOpensAPageIsALinkToIt() {
        door.commands("ada", "game", "snake");
        var address = adapter.open(heard(0).replyAt(), "Making…", List.of());

        adapter.deliver(new Outgoing("d1", address, true, "Here",
                List.of(Button.link("Play", "https://bot.example.org/play/abc"),
                        new Button("again1", "Again", Button.Style.NORMAL)),
                List.of()));

        assertThat(door.seenBy("ada").getFirst().buttons()).contains("Play", "Again");
        assertThat(door.discord.refusals()).isEmpty();
    }

    @Test
    void afterAQuarterOfAnHourTheBotFinishesItsMessageInTheChannel() {
        door.discord.commandsInGuild("ada", "melody", Map.of("prompt", "long"));
        var address = adapter.open(heard(0).replyAt(), "Composing…", List.of());

        door.discord.advance(Duration.ofMinutes(20));
        adapter.deliver(new Outgoing("d1", address, true, "Late but here", List.of(), List.of()));
        adapter.deliver(new Outgoing("d2", address, false, "More", List.of(), List.of()));

        assertThat(door.discord.seenInGuild("ada")).extracting(Door.Seen::text).containsExactly("Late but here",
                "More");
        assertThat(door.discord.refusals()).isEmpty();
    }

    @Test
    void whereTheBotIsNoMemberALateAnswerComesAsADirectMessage() {
        door.discord.removesBotFromGuild();
        door.discord.commandsInGuild("ada", "melody", Map.of("prompt", "long"));
        var address = adapter.open(heard(0).replyAt(), "Composing…", List.of());

        door.discord.advance(Duration.ofMinutes(20));
        adapter.deliver(new Outgoing("d1", address, true, "Late but here", List.of(), List.of()));

        assertThat(door.seenBy("ada")).extracting(Door.Seen::text).containsExactly("Late but here");
    }

    @Test
    void mattersOfAnAccountAreSeenByOnePersonOnly() {
        door.discord.commandsInGuild("ada", "usage", Map.of());

        adapter.open(heard(0).replyAt(), "You used 3 of 20.", List.of());

        assertThat(door.discord.seenInGuild("ada")).hasSize(1);
        assertThat(door.discord.seenInGuild("bob")).isEmpty();
    }

    @Test
    void inAGuildOnlyWhatIsAddressedToTheBotIsHeard() {
        door.discord.saysInGuild("ada", "just chatting");
        door.discord.mentions("ada", "what can you do?");

        var message = heard(0);
        assertThat(message.text()).isEqualTo("what can you do?");
        assertThat(message.chat().isPrivate()).isFalse();
        assertThat(message.sender().locale()).isEqualTo(Locale.GERMAN);
        var address = adapter.open(message.replyAt(), "Many things", List.of());

        door.discord.replies("bob", address.messageId() + "", "such as?");

        var reply = heard(1);
        assertThat(reply.text()).isEqualTo("such as?");
        assertThat(reply.repliesTo()).isEqualTo(address.messageId());
        assertThat(reply.quoted()).isEqualTo("Many things");
        assertThat(received).hasSize(2);
    }

    @Test
    void aMessageCommandBringsTheMessageAlong() {
        door.discord.usesOnMessage("ada", "Review this", "bob", "int x = 1/0;");

        var message = heard(0);
        assertThat(message.invocation()).isNotNull().extracting("command").isEqualTo("review");
        assertThat(message.quoted()).isEqualTo("int x = 1/0;");
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("Main.java");
        assertThat(message.sender().name()).isEqualTo("ada");
    }

    @Test
    void valuesAreSuggestedWhileSomebodyTypes() {
        door.discord.types("ada", "story", "model", "lla");

        await().until(() -> !door.discord.quickAnswers().isEmpty());
        assertThat(door.discord.quickAnswers().getFirst().path("data").path("choices"))
                .extracting(choice -> choice.path("value").asText()).containsExactly("lla by ada", "story.model");
    }

    @Test
    void aCommandWithoutWordsAsksForThemInAForm() {
        door.discord.commands("ada", "story", Map.of());
        await().until(() -> !door.discord.quickAnswers().isEmpty());
        assertThat(door.discord.quickAnswers().getFirst().toString()).contains("What is it about?");

        door.discord.fillsIn("ada", "prompt", "A long tale");

        assertThat(heard(0).invocation()).isEqualTo(new Invocation("story", Map.of("prompt", "A long tale")));
        assertThat(adapter.open(heard(0).replyAt(), "Writing…", List.of()).messageId()).isNotNull();
    }

    @Test
    void aSecretIsAskedForInAFormOfOneLineAndAnsweredToThePersonAlone() {
        door.discord.commandsInGuild("ada", "provider", Map.of("prompt", "add gemini"));
        await().until(() -> !door.discord.quickAnswers().isEmpty());
        assertThat(door.discord.quickAnswers().getFirst().toString()).contains("A provider's key", "\"style\":1");
        assertThat(received).isEmpty();

        door.discord.fillsIn("ada", "prompt", "canary-secret");

        var entered = heard(0);
        assertThat(entered.invocation()).isEqualTo(new Invocation("provider",
                Map.of("prompt", "add gemini", Invocation.SECRET, "canary-secret")));
        assertThat(entered.toString()).doesNotContain("canary-secret");
        assertThat(entered.replyAt().isOnlyForOne()).isTrue();
        assertThat(door.discord.refusals()).isEmpty();
    }

    @Test
    void otherWordsOfThatCommandNeedNoForm() {
        door.discord.commandsInGuild("ada", "provider", Map.of("prompt", "remove gemini"));

        assertThat(heard(0).invocation()).isEqualTo(new Invocation("provider", Map.of("prompt", "remove gemini")));
        assertThat(door.discord.quickAnswers()).noneMatch(answer -> answer.toString().contains("A provider's key"));
    }

    @Test
    void aPressUnderAnAnswerForOneIsAnsweredToThatOneOnly() {
        door.discord.commandsInGuild("ada", "provider", Map.of());
        var remove = new Button("remove1", "Remove", Button.Style.DANGER);
        var address = adapter.open(heard(0).replyAt(), "Your keys", List.of(remove));
        assertThat(address.messageId()).isNotNull();

        door.presses("ada", "Remove");
        await().until(() -> received.size() == 2);
        adapter.deliver(new Outgoing("d1", received.getLast().replyAt(), false, "It is removed", List.of(), List.of()));

        assertThat(received.getLast().replyAt().isOnlyForOne()).isTrue();
        assertThat(door.discord.seenInGuild("bob")).isEmpty();
        assertThat(door.discord.noticesTo("ada")).contains("It is removed");
    }

    @Test
    void aFileInACommandArrives() throws IOException {
        door.discord.commandsWithFile("ada", "melody", "file", "hum.wav", new byte[]{1, 2, 3});

        var attachment = heard(0).attachments().getFirst();
        try (var content = adapter.fetch(attachment)) {
            assertThat(content.readAllBytes()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void filesAreFetchedFromDiscordOnly() {
        var elsewhere = new Attachment("a.txt", "text/plain", 3, "http://169.254.169.254/latest/meta-data");

        assertThatThrownBy(() -> adapter.fetch(elsewhere)).isInstanceOf(IOException.class)
                .hasMessageContaining("does not come from Discord");
    }

    @Test
    void tooManyOrTooLargeFilesAreRejectedAndNothingIsSent() throws IOException {
        door.says("ada", "files please");
        var address = heard(0).replyAt();
        var eleven = new ArrayList<OutgoingFile>();
        for (var number = 0; number < 11; number++) {
            eleven.add(file(number + ".txt", 10));
        }

        assertThat(adapter.deliver(new Outgoing("d1", address, false, "", List.of(), eleven)))
                .isInstanceOf(Delivery.Rejected.class);
        assertThat(adapter.deliver(
                new Outgoing("d2", address, false, "", List.of(), List.of(file("big.wav", (10 << 20) + 1)))))
                .isInstanceOf(Delivery.Rejected.class);
        assertThat(door.seenBy("ada")).isEmpty();
        assertThat(adapter.deliver(new Outgoing("d3", address, false, "", List.of(), eleven.subList(0, 10))))
                .isInstanceOf(Delivery.Delivered.class);
    }

    private OutgoingFile file(String name, int size) throws IOException {
        var path = Files.write(files.resolve(name), new byte[size]);
        return new OutgoingFile(name, "application/octet-stream", size, path);
    }
}
