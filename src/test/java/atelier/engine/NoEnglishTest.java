package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.account.Tier;
import atelier.chat.Button;
import atelier.create.ScriptedRouter;
import atelier.generation.Model;
import atelier.generation.Prompt;
import atelier.generation.TimeLimits;
import atelier.generation.setup.ModelsConfig;
import atelier.language.Language;
import atelier.language.Phrases;
import atelier.standin.Fault;
import atelier.standin.GeminiStandIn;
import atelier.usage.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything that is answered about keys, models, budgets, comparisons, personas, templates and versions, in each language: no
/// English sentence and no English button is among it.
class NoEnglishTest {
    private static final String KEY = "AIza" + "SyB7-q2_wErTyUiOpAsDfGhJkLzXcVbNm12";
    private static final String OTHER = "AIza" + "SyZ9-m1_poIuYtReWqLkJhGfDsAmNbVcX34";
    private static final String LLAMA = "ollama/llama3.2:latest";
    private static final String GEMMA = "ollama/gemma3:4b";
    /// Words of other people and of servers, which stay as they are.
    private static final List<String> THEIRS = List.of("Rain on the tin roof",
            "An internal error has occurred");

    @TempDir
    Path folder;

    /// A person in a chat of their own, and what can be done there.
    private record Stage(TestAtelier atelier, TestChat chat, GeminiStandIn gemini) {
        void ada(String... words) {
            Stream.of(words).forEach(it -> atelier.says("ada", it));
        }

        void inTheBand(String person, String... words) {
            Stream.of(words).forEach(it -> {
                chat.saysInGroup(person, "band", it);
                atelier.answer("band");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aboutKeys(Language language) throws IOException {
        hasNoEnglish(language, stage -> {
            stage.ada("/provider", "/provider add", "/provider add gemini", "short", "two words",
                    "https://aistudio.google.com/apikey", "sk-ant-api03-" + "abcdefghijklmnopqrstuvwxyz",
                    "A".repeat(600), "stop", "/provider add gemini " + "for team ".repeat(300));
            stage.gemini().refusesListing(Fault.UNAUTHORIZED);
            stage.ada("/provider add gemini", KEY);
            stage.gemini().refusesListing(Fault.SERVER_ERROR);
            stage.ada("/provider add gemini", KEY, "/provider", "/provider replace gemini", OTHER, "/provider");
            stage.ada("/provider try gemini", "/provider remove gemini", "/provider remove gemini",
                    "/provider try gemini", "/provider add gemini for team", "my key is " + KEY);
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aboutKeysThatAreTaken(Language language) throws IOException {
        hasNoEnglish(language, stage -> {
            stage.ada("/provider add gemini", KEY, "/provider", "/provider replace gemini", OTHER, "/provider");
            stage.gemini().refusesListing(Fault.UNAUTHORIZED);
            stage.ada("/provider try gemini", "/provider replace gemini", KEY, "/provider");
            stage.inTheBand("ada", "/provider", "/provider add gemini", "/provider add gemini " + KEY);
            stage.inTheBand("admin", "/provider add gemini for team", "/provider", "/provider remove gemini for team");
            stage.atelier().says("admin", "/provider add gemini for team");
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aboutMoneyAndPackets(Language language) throws IOException {
        hasNoEnglish(language, stage -> {
            stage.ada("/settings", "/settings something else", "/settings budget", "/settings budget 5",
                    "/settings budget 0.50 a day", "/settings budget", "/settings budget 0", "/settings budget",
                    "/settings budget none", "/settings budget");
            stage.inTheBand("ada", "/settings budget 5 for the team");
            stage.inTheBand("admin", "/settings budget 5 for the team", "/settings budget none for the team");
            stage.ada("/mydata packets", "/mydata packets on", "/mydata packets", "/mydata packets off");
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aboutModels(Language language) throws IOException {
        hasNoEnglish(language, stage -> {
            stage.ada("/model", "/model use llama3.2", "/model", "/model use gemini strict", "/model use nothere",
                    "/model auto", "/model learning off", "/model learning on", "/model local-only on",
                    "/model use gemini", "/model", "/model local-only off", "/model add", "/model add ollama", "stop",
                    "/model add for everyone", "/model rename mine to yours", "/model remove mine",
                    "/model set mine temperature warm", "/model favourite mine");
            Stream.of("http://localhost:1", "https://localhost", "https://models.example.org:22",
                    "https://no-such-host.invalid", "https://me:word@xyz.example.org", "xyz.example.org",
                    "https://xyz.example.org/?key=x")
                    .forEach(address -> stage.ada("/model add ollama " + address + " zzz as xyz", "stop"));
            stage.ada("/model stats", "/model stats nothere", "/model bench nothere", "/model bench llama3.2");
            stage.atelier().records(call(stage.atelier().account("ada"), "GENERATE_CODE"));
            stage.atelier().records(call(stage.atelier().account("ada"), Call.BENCH));
            stage.ada("/model stats", "/model stats llama3.2");
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aboutComparisons(Language language) throws IOException {
        hasNoEnglish(language, stage -> stage.ada("/compare", "/compare models: llama3.2, gemma3;", "stop",
                "/compare xyz models: llama3.2", "/compare xyz models: nothere, gemma3",
                "/compare xyz models: a, b, c, d, e, f, g", "/compare a melody models: llama3.2, gemma3",
                "/compare /talk xyz models: llama3.2, gemma3", "/model local-only on",
                "/compare xyz models: gemini, gemma3"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aboutPersonasTemplatesAndVersions(Language language) throws IOException {
        hasNoEnglish(language, stage -> {
            stage.ada("/persona", "/persona use pirate", "/persona off", "/persona save x-y: Zzz.", "/persona show x-y",
                    "/persona remove x-y", "/persona use nothere", "/persona remove pirate",
                    "/persona use pirate for channel");
            stage.inTheBand("ada", "/persona use pirate for channel");
            stage.inTheBand("admin", "/persona use pirate for channel", "/persona off for channel");
            stage.ada("/template", "/template save x-y: /help {zzz}", "/template", "/template use x-y",
                    "/template rename x-y to y-x", "/template remove y-x", "/template use nothere", "/template save",
                    "/template share x-y");
            stage.ada("/diff", "/undo", "/undo redo");
        });
    }

    /// Under a message of somebody else's there is “Continue here” at Discord; what it says for a person is in their language.
    @ParameterizedTest
    @EnumSource(Language.class)
    void goingOnFromAMessageIsTalkInEveryLanguage(Language language) {
        var chat = new TestChat();
        var models = new ScriptedRouter().says("…");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/settings language " + language.itsOwnName());
            chat.uses("ada", "continue", "Once upon a time a sailor");
            assertThat(atelier.answer("ada").text()).startsWith("…");

            assertThat(models.words(0)).contains("Once upon a time a sailor",
                    Phrases.of(language).say("intake.continue"));
        }
    }

    @Test
    void whatWasTakenBackIsNotedInTheLanguageOfThePerson() {
        var models = new ScriptedRouter().says("```python a.py\nprint(1)\n```").says("```python a.py\nprint(2)\n```")
                .says("```python a.py\nprint(3)\n```");
        try (var atelier = new TestAtelier(folder, new TestChat(), models)) {
            atelier.says("ada", "/settings language deutsch");
            atelier.says("ada", "/code a greeting in Python");
            atelier.says("ada", "add an exclamation mark");
            atelier.says("ada", "/undo");
            atelier.says("ada", "say it twice instead");

            assertThat(models.asked().getLast().prompt().turns()).extracting(Prompt.Turn::text)
                    .contains("Ich habe die letzte Änderung zurückgenommen; es gilt wieder Version 1.");
        }
    }

    @Test
    void whereNothingIsTranslatedItIsFound() {
        var english = List.of("Your keys: none yet.", "Add Gemini");
        assertThat(Foreign.in(List.of("Your keys: none yet."), english)).containsExactly("Your keys", "none yet");
        assertThat(Foreign.in(List.of("Deine Schlüssel: noch keine. Sag `/provider add gemini` für **The Rain**."),
                english)).isEmpty();
        assertThat(Foreign.in(List.of("что-то: no answer in time"), List.of("Why: no answer in time")))
                .containsExactly("no answer in time");
    }

    private void hasNoEnglish(Language language, Consumer<Stage> talk) throws IOException {
        var english = said(Language.ENGLISH, talk);
        assertThat(english)
                .allSatisfy(text -> assertThat(text).doesNotContain("went wrong on my side. Nothing", "I stumbled"));
        if (language != Language.ENGLISH) {
            assertThat(Foreign.in(said(language, talk), english)).isEmpty();
        }
    }

    /// Every message and every button, and nothing that had to be refused because there was too much of it.
    private List<String> said(Language language, Consumer<Stage> talk) throws IOException {
        var chat = new TestChat();
        var models = new RivalModels().says(LLAMA, THEIRS.getFirst()).fails(GEMMA, "—");
        try (var gemini = new GeminiStandIn();
                var atelier = new TestAtelier(Files.createTempDirectory(folder, language.code()), chat, models,
                        new Tier("free", 25, 500, 1, true, 1), TestAtelier.quick(), true, Set.of(),
                        new ModelsConfig("", "", new ModelsConfig.Cloud(gemini.url(), null, "x"),
                                ModelsConfig.Cloud.NONE, ModelsConfig.Cloud.NONE, null, TimeLimits.DEFAULT))) {
            gemini.hasModel("gemini-3.8-flash");
            atelier.models.addAll(List.of(model(LLAMA), model(GEMMA), model("gemini/gemini-2.5-flash")));
            for (var person : List.of("ada", "admin")) {
                atelier.says(person, "/settings language " + language.itsOwnName());
            }
            talk.accept(new Stage(atelier, chat, gemini));
            atelier.awaitIdle();
            return Stream.of("ada", "admin", "band").flatMap(place -> chat.shownTo(place).stream())
                    .flatMap(post -> Stream.concat(Stream.of(post.text()), post.buttons().stream().map(Button::label)))
                    .map(text -> THEIRS.stream().reduce(text, (left, theirs) -> left.replace(theirs, ""))).toList();
        }
    }

    private static Call call(long account, String task) {
        return new Call(new Call.For("j1", account, "", 1, task), "llama3.2:latest", "ollama", true,
                new Call.Tokens(10, 0, 20), 100, 1500, Call.DONE, 0, Instant.parse("2026-11-20T12:00:00Z"));
    }

    private static Model model(String id) {
        var slash = id.indexOf('/');
        var provider = id.substring(0, slash);
        return new Model(id.substring(slash + 1), provider, !provider.equals("gemini"), true, 0, Model.State.HEALTHY,
                9);
    }
}
