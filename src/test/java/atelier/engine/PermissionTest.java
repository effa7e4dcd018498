package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.account.Tier;
import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.conversation.Conversations;
import atelier.conversation.Templates;
import atelier.engine.port.Buttons;
import atelier.engine.port.MadeFiles;
import atelier.generation.Answer;
import atelier.generation.Prompt;
import atelier.generation.Router;
import atelier.generation.registry.Choices;
import atelier.generation.registry.ProviderKeys;
import atelier.generation.registry.RegisteredModels;
import atelier.intent.Command;
import atelier.intent.CommandTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every command and button, tried by everybody whose business it is not.
class PermissionTest {
    private static final Path SOURCES = Path.of("src/main/java/atelier");
    private static final Tier WIDE = new Tier("wide", 100_000, 1_000_000, 1000, true, 1);
    private static final String SECRET = "CANARYada";

    /// Whose things something is about.
    private enum Policy {
        /// The person's who asks, and in a shared place those of the place.
        OWN,
        /// The same, wherever the person asks for it: what they saved under a name to have it at hand.
        EVERYWHERE,
        /// Nobody's: it is about Atelier itself.
        NOBODYS,
        /// Of those who run Atelier.
        OPERATOR
    }

    /// A new command needs a line here, and is then tried like the others.
    private static final Map<String, Policy> COMMANDS = new TreeMap<>();

    static {
        for (var name : List.of("create", "code", "game", "lyrics", "melody", "topline", "song", "review", "explain",
                "log", "compare", "voice", "coach", "analyze", "master", "stop", "retry", "diff", "undo", "model",
                "provider", "template", "persona", "new", "conversation", "history", "quota", "usage", "plan",
                "subscribe", "link", "settings", "mydata", "report")) {
            COMMANDS.put(name, Policy.OWN);
        }
        for (var name : List.of("samples", "help", "privacy", "terms", "paysupport")) {
            COMMANDS.put(name, Policy.NOBODYS);
        }
        COMMANDS.put("template", Policy.EVERYWHERE);
        COMMANDS.put("persona", Policy.EVERYWHERE);
        COMMANDS.put("admin", Policy.OPERATOR);
    }

    /// Who may look for work by its id alone: those who work on it, and those who ask whose it is.
    private static final Set<String> BY_ID_ALONE = Set.of("BudgetNotices", "Dispatch", "Jobs", "Reporting", "Versions",
            "ConversationExport");

    /// Making takes long, and takes nothing but words.
    private static final Set<String> CREATING = CommandTable.ALL.stream()
            .filter(command -> command.group() == Command.Group.CREATE).map(Command::name).collect(Collectors.toSet());

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    /// Says all it was given, so that whatever reaches a model is seen.
    private final Router models = request -> new Answer.Answered("I was told: " + request.prompt().turns().stream()
            .map(Prompt.Turn::text).collect(Collectors.joining(" | ")), "tiny", "ollama", true, 5, 100, 10, 20, 0,
            List.of());

    @AutoClose
    private TestAtelier atelier;
    private String job;

    @BeforeEach
    void adaHasThings() {
        atelier = new TestAtelier(folder, chat, models, WIDE, TestAtelier.quick());
        atelier.says("ada", "/melody about " + SECRET);
        job = atelier.job(chat.shownTo("ada").getLast());
        atelier.says("ada", "/talk my " + SECRET);
        atelier.says("ada", "/template save mine: /talk " + SECRET);
        atelier.says("ada", "/new");
        atelier.says("ada", "/talk another " + SECRET);
        chat.saysInGroup("ada", "-77", "/talk in the group, not secret");
        atelier.awaitIdle();
    }

    /// What people might try who know names and numbers of hers.
    private List<String> tries(String command) {
        return CREATING.contains(command)
                ? List.of(job)
                : List.of("", job, "undo " + job, "keep " + job, "#1", "1", "open #1", "export #1", "rename stolen",
                        "delete #1 yes", "restore #1", "search CANARY", "use mine", "show mine", "remove mine",
                        "remove openai",
                        "list", "export");
    }

    @Test
    void everyCommandHasAPolicy() {
        assertThat(COMMANDS.keySet()).as("say whose things a new command is about")
                .isEqualTo(CommandTable.ALL.stream().map(Command::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void noCommandReachesThingsOfAnotherPersonOrPlace() {
        var cells = 0;
        for (var command : COMMANDS.keySet()) {
            for (var words : tries(command)) {
                var said = ("/" + command + " " + words).strip();
                chat.says("eve", said);
                chat.saysInGroup("eve", "-77", said);
                if (COMMANDS.get(command) != Policy.EVERYWHERE) {
                    chat.saysInGroup("ada", "-78", said);
                    cells++;
                }
                cells += 2;
            }
        }
        atelier.awaitIdle();
        for (var place : List.of("eve", "-77", "-78")) {
            assertThat(chat.shownTo(place)).as(place).allSatisfy(post -> {
                assertThat(post.text()).doesNotContain(SECRET).isNotBlank();
                assertThat(post.files().values()).noneMatch(file -> file.contains(SECRET));
            });
        }
        System.out.printf("%d commands, %d cells, 0 leaks%n", COMMANDS.size(), cells);
        assertThat(atelier.says("ada", "/conversation").text()).contains("of 2", "about " + SECRET,
                "another " + SECRET);
        assertThat(atelier.says("ada", "/template show mine").text()).contains(SECRET);
    }

    @Test
    void noButtonWorksForAnotherPersonInAnotherPlaceOrWithAMadeUpId() {
        var elsewhere = new Chat(Platform.TELEGRAM, "-78", false);
        var home = TestChat.chat("ada");
        var arguments = new EnumMap<Buttons.Action, String>(Buttons.Action.class);
        for (var action : Buttons.Action.values()) {
            arguments.put(action, switch (action) {
                case STOP, REGENERATE, OTHER_MODEL, LIKE, DISLIKE, REPORT -> job;
                case SAY -> "/conversation open #1";
                case SEND_AGAIN -> "1";
                case PREFER -> job + ".1";
            });
        }
        arguments.remove(Buttons.Action.REPORT); // whoever sees something may report it
        arguments.forEach((action, argument) -> {
            var button = atelier.button("ada", action, argument);
            var before = chat.notices().size();
            chat.pressesId("eve", TestChat.chat("eve"), button);
            chat.pressesId("eve", home, button);
            chat.pressesId("ada", elsewhere, button);
            chat.pressesId("eve", home, button.substring(1) + "x");
            await().until(() -> chat.notices().size() == before + 4);
            assertThat(chat.notices().subList(before, before + 4)).as(action.name())
                    .filteredOn(it -> it.equals("That button belongs to somebody else. Ask me for your own."))
                    .hasSize(3);
            assertThat(chat.notices().subList(before, before + 4)).as(action.name())
                    .contains("That button no longer works. Say it in words instead.");
        });
        assertThat(chat.shownTo("eve")).isEmpty();
        assertThat(chat.shownTo("-78")).isEmpty();
    }

    @Test
    void titlesAreSuggestedToTheirOwnerOnly() {
        assertThat(atelier.suggests("ada", "conversation", "prompt", "")).anyMatch(it -> it.contains(SECRET));
        assertThat(atelier.suggests("eve", "conversation", "prompt", "")).noneMatch(it -> it.contains(SECRET));
    }

    @Test
    void workThatAPersonNamesIsLookedForWithItsOwner() throws IOException {
        var byId = Pattern.compile("jobs(?:\\(\\))?(?:::find|\\.find\\((?:[^(),]|\\([^()]*\\))*\\))");
        var found = new TreeSet<String>();
        for (var file : sources("")) {
            if (byId.matcher(Files.readString(file)).find()) {
                found.add(file.getFileName().toString().replace(".java", ""));
            }
        }
        assertThat(found).isSubsetOf(BY_ID_ALONE);
    }

    @Test
    void nobodyIsAskedForConversationsTemplatesFilesOrModelsWithoutSayingWhose() {
        var owners = Set.of("long", "atelier.conversation.Whose", "atelier.generation.registry.Owner",
                "java.util.Set<atelier.generation.registry.Owner>", "atelier.engine.port.Job");
        var wrong = new ArrayList<String>();
        for (var port : List.of(Conversations.class, Templates.class,
                Choices.class, RegisteredModels.class,
                ProviderKeys.class, MadeFiles.class)) {
            Stream.of(port.getDeclaredMethods()).filter(it -> !it.isSynthetic() && it.getParameterCount() > 0)
                    .filter(it -> !it.getName().equals("purge"))
                    // These belong to the chat that is named, which is the one they are said in.
                    .filter(it -> !Set.of("share", "shared", "unshare").contains(it.getName()))
                    .filter(it -> !owners.contains(it.getGenericParameterTypes()[0].getTypeName()))
                    .forEach(it -> wrong.add(port.getSimpleName() + "." + it.getName()));
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> sources(String folder) throws IOException {
        try (var files = Files.walk(SOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
