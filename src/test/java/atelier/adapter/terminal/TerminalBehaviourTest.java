package atelier.adapter.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.chat.Button;
import atelier.chat.ButtonPress;
import atelier.chat.Chat;
import atelier.chat.Delivery;
import atelier.chat.Incoming;
import atelier.chat.Message;
import atelier.chat.Outgoing;
import atelier.chat.OutgoingFile;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalBehaviourTest {
    private static final ReplyAddress HERE = ReplyAddress.in(new Chat(Platform.TERMINAL, "console", true));

    @TempDir
    Path home;

    private final List<Incoming> received = new CopyOnWriteArrayList<>();
    private TypedScreen screen;
    private TerminalAdapter terminal;

    @BeforeEach
    void sitDown() throws IOException {
        screen = new TypedScreen(home.resolve("history"));
        terminal = new TerminalAdapter(screen, home.resolve("out"), "ada", Locale.ENGLISH, Clock.systemUTC());
        terminal.start(received::addAll);
    }

    @AfterEach
    void leave() {
        screen.endsInput();
        terminal.close();
    }

    private Message message(int index) {
        await().until(() -> received.size() > index);
        return (Message) received.get(index);
    }

    private Delivery deliver(String id, String text, List<Button> buttons, OutgoingFile... files) {
        return terminal.deliver(new Outgoing(id, HERE, true, text, buttons, List.of(files)));
    }

    private OutgoingFile file(String name, String content) throws IOException {
        var path = Files.writeString(Files.createTempFile(home, "made", ".bin"), content);
        return new OutgoingFile(name, "text/plain", content.length(), path);
    }

    @Test
    void aKeyIsHeardButNotKeptInTheHistory() throws IOException {
        var key = "AIza" + "SyB7-q2_wErTyUiOpAsDfGhJkLzXcVbNm12";
        screen.types("a calm melody");
        screen.types(key);
        screen.types("/provider add gemini " + key);
        screen.types("use sk-" + "proj-abcdefghijklmnop please");
        assertThat(message(1).text()).isEqualTo(key);
        message(3);
        screen.endsInput();
        terminal.close();

        assertThat(Files.readString(home.resolve("history"))).contains("a calm melody").doesNotContain("AIza", "sk-");
    }

    @Test
    void severalFilesComeAlongAndOtherAtSignsStayWords() throws IOException {
        var one = Files.writeString(home.resolve("one.log"), "1");
        var two = Files.writeString(home.resolve("two.log"), "2");

        screen.types("compare @" + one + " with @" + two + " for me@example.org and @nobody");

        var message = message(0);
        assertThat(message.text()).isEqualTo("compare with for me@example.org and @nobody");
        assertThat(message.attachments()).extracting(each -> each.name()).containsExactly("one.log", "two.log");
    }

    @Test
    void aFileThatIsNotThereIsSaidAndNothingIsSent() {
        screen.types("explain @nowhere/missing.txt");
        screen.types("hello");

        assertThat(message(0).text()).isEqualTo("hello");
        assertThat(screen.blocks).anyMatch(block -> block.contains("no file nowhere/missing.txt here"));
    }

    /// Of a terminal whose process has another language than English.
    @Test
    void whatTheTerminalItselfSaysIsInTheLanguageOfTheProcess() throws IOException {
        screen.endsInput();
        terminal.close();
        screen = new TypedScreen(home.resolve("history"));
        terminal = new TerminalAdapter(screen, Files.writeString(home.resolve("file"), ""), "ada", Locale.GERMANY,
                Clock.systemUTC());
        terminal.start(received::addAll);
        screen.types("erkläre @nowhere/missing.txt");
        await().until(() -> !screen.blocks.isEmpty());
        screen.interrupts();
        screen.types("hallo");
        assertThat(message(1).sender().locale()).isEqualTo(Locale.GERMANY);
        terminal.progress(HERE, "eins\nzwei", List.of());
        deliver("d1", "Fertig", List.of(), file("lied.txt", "la"));

        assertThat(screen.blocks).contains(
                "Hier ist keine Datei nowhere/missing.txt. Prüf den Pfad und sag es noch einmal.",
                "(Strg-C hält die Arbeit an; Strg-D beendet den Chat.)");
        assertThat(screen.statuses).contains("⏳ 9 Zeichen … zwei");
        assertThat(screen.blocks.getLast()).startsWith("Ich kann die Dateien nicht nach ");
    }

    @Test
    void aFileWithSpacesInItsNameComesInQuotes() throws IOException {
        var spaced = Files.writeString(home.resolve("my notes.txt"), "x");

        screen.types("explain @\"" + spaced + "\" please");

        assertThat(message(0).text()).isEqualTo("explain please");
        assertThat(message(0).attachments()).extracting(each -> each.name()).containsExactly("my notes.txt");
    }

    @Test
    void aNumberPressesAButtonOnlyWhereThereIsOne() {
        deliver("d1", "Which?", List.of(new Button("a", "Left", Button.Style.PRIMARY),
                new Button("b", "Right", Button.Style.PRIMARY)));

        screen.types("2");
        screen.types("3");

        await().until(() -> received.size() == 2);
        assertThat(received.getFirst()).isInstanceOfSatisfying(ButtonPress.class,
                press -> assertThat(press.buttonId()).isEqualTo("b"));
        assertThat(message(1).text()).isEqualTo("3");
    }

    @Test
    void manyLongChoicesStandBelowOneAnother() {
        var wish = "a very long wish about a game in a cave";
        deliver("d1", "Try:", List.of(new Button("a", wish, Button.Style.PRIMARY),
                new Button("b", wish, Button.Style.PRIMARY)));

        assertThat(screen.blocks.getFirst()).contains("\n[1] " + wish + "\n[2] " + wish);
    }

    @Test
    void controlCAsksToStopAndTheChatGoesOn() {
        screen.interrupts();
        screen.types("still here");

        assertThat(message(0).text()).isEqualTo("/stop");
        assertThat(message(1).text()).isEqualTo("still here");
        assertThat(screen.shown()).contains("Ctrl-D ends the chat");
    }

    @Test
    void theEndOfInputEndsTheChat() throws InterruptedException {
        screen.types("last words");
        screen.endsInput();

        terminal.awaitEnd();
        assertThat(message(0).text()).isEqualTo("last words");
        assertThat(terminal.isConnected()).isFalse();
    }

    @Test
    void quitEndsTheChatWithoutBeingAMessage() throws InterruptedException {
        screen.types("/quit");

        terminal.awaitEnd();
        assertThat(received).isEmpty();
    }

    @Test
    void noFileIsEverOverwrittenAndTheSameOneIsNotDoubled() throws IOException {
        var out = Files.createDirectories(home.resolve("out"));
        Files.writeString(out.resolve("song.mid"), "mine");

        deliver("d1", "", List.of(), file("song.mid", "made"));
        deliver("d2", "", List.of(), file("song.mid", "made"));
        deliver("d3", "", List.of(), file("README", "a"));
        deliver("d4", "", List.of(), file("README", "b"));

        assertThat(out.resolve("song.mid")).hasContent("mine");
        assertThat(out.resolve("song-2.mid")).hasContent("made");
        assertThat(out.resolve("README-2")).hasContent("b");
        assertThat(out.toFile().list()).hasSize(4);
    }

    @Test
    void namesThatLeadElsewhereAreRefused() throws IOException {
        for (var name : List.of("../escaped.txt", "a/../../escaped.txt", home.resolve("escaped.txt").toString(), ".",
                "nul\0l")) {
            assertThat(deliver(name, "Here", List.of(), file(name, "x"))).as(name)
                    .isInstanceOf(Delivery.Rejected.class);
        }
        assertThat(home.resolve("escaped.txt")).doesNotExist();
    }

    @Test
    void whatATerminalWouldObeyNeverReachesIt() throws IOException {
        var evil = "a\u001b[31mb\u001b]0;title\u0007c\u009b2Jd\u001b]8;;http://x\u001b\\e\rf\u0008g\u202eh";

        deliver("d1", evil + "\n```\n" + evil + "\n```", List.of(new Button("x", evil, Button.Style.PRIMARY)),
                file("n\u001b[2Jame.txt", "x"));
        terminal.progress(HERE, evil, List.of());

        assertThat(screen.blocks).singleElement().satisfies(block -> assertThat(block)
                .contains("abcdefgh\n```\nabcdefgh\n```", "[1] abcdefgh", "name.txt")
                .doesNotContainPattern("[\\p{Cc}&&[^\\n]]"));
        assertThat(screen.statuses).last().isEqualTo("abcdefgh");
    }

    @Test
    void everythingDeliveredReallyComesOut() {
        deliver("d1", "Grüße, Wörter 音楽", List.of());

        assertThat(screen.shown()).contains("Grüße, Wörter 音楽");
    }
}
