package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.account.Tier;
import atelier.chat.Button;
import atelier.create.ScriptedRouter;
import atelier.generation.TimeLimits;
import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.generation.setup.ModelsConfig;
import atelier.secret.SecretText;
import atelier.standin.Fault;
import atelier.standin.GeminiStandIn;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// People bring keys of their own, and nobody else ever sees them.
class ProviderKeysTest {
    private static final String KEY = "AIza" + "SyB7-q2_wErTyUiOpAsDfGhJkLzXcVbNm12";
    private static final String OTHER = "AIza" + "SyZ9-m1_poIuYtReWqLkJhGfDsAmNbVcX34";
    private static final ModelsConfig.Cloud NONE = ModelsConfig.Cloud.NONE;

    @TempDir
    Path folder;

    private final GeminiStandIn gemini = new GeminiStandIn();
    private final TestChat chat = new TestChat();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<Logger> talkative = Stream.of("atelier", "org.flywaydb", "org.jdbi", "okhttp3")
            .map(name -> (Logger) LoggerFactory.getLogger(name)).toList();
    private final Map<Logger, Level> before = new HashMap<>();
    private final AppenderBase<ILoggingEvent> everything = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            log.add(event.getFormattedMessage() + " " + event.getThrowableProxy());
        }
    };

    @BeforeEach
    void offerModels() {
        gemini.hasModel("gemini-3.8-flash").hasModel("gemini-3.8-pro");
    }

    private void keepTheWholeLog() {
        talkative.forEach(logger -> {
            before.put(logger, logger.getLevel());
            logger.setLevel(Level.TRACE);
        });
        everything.setContext(root.getLoggerContext());
        everything.start();
        root.addAppender(everything);
    }

    @AfterEach
    void close() {
        root.detachAppender(everything);
        before.forEach(Logger::setLevel);
        gemini.close();
    }

    private TestAtelier atelier() {
        return new TestAtelier(folder, chat, new ScriptedRouter(), new Tier("free", 25, 100, 1, true, 1),
                TestAtelier.quick(), true, Set.of(),
                new ModelsConfig("", "", new ModelsConfig.Cloud(gemini.url(), null, "x"), NONE,
                        NONE, null, TimeLimits.DEFAULT));
    }

    private String keyOf(TestAtelier atelier, Owner owner) {
        try (var key = atelier.keys.use(owner, "gemini", Origin.of(gemini.url())).orElse(null)) {
            return key == null ? "none" : key.value();
        }
    }

    private String keyOf(TestAtelier atelier, String person) {
        return keyOf(atelier, new Owner.Person(atelier.account(person)));
    }

    private static TestChat.Post adds(TestAtelier atelier, String person, String key) {
        atelier.says(person, "/provider add gemini");
        return atelier.says(person, key);
    }

    @Test
    void aKeyIsAskedForTriedAndTakenAway() {
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", "/provider add gemini").text()).startsWith("Send me the Gemini key now");
            var answer = atelier.says("ada", KEY);

            assertThat(answer.text())
                    .isEqualTo(
                            "Gemini answers with your key …Nm12 (2 models). It stands in `/model` as **Gemini** (x).");
            assertThat(keyOf(atelier, "ada")).isEqualTo(KEY);
            assertThat(gemini.requests()).allSatisfy(
                    request -> assertThat(request.headers().get("x-goog-api-key")).isEqualTo(KEY));
            await().until(() -> chat.forgotten().size() == 1);
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void aFloodBehindTheCommandIsTurnedAwayUnread() {
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", "/provider add gemini " + "for team ".repeat(3500) + KEY).text())
                    .contains("too long for a wish about keys");

            assertThat(atelier.says("ada", "/provider").text()).isEqualTo("Your keys: none yet.");
            await().until(() -> chat.forgotten().size() == 1);
        }
    }

    @Test
    void theListTellsPlaceEndAndDayAndOffersWhatCanBeDone() {
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", "/provider").text()).isEqualTo("Your keys: none yet.");
            adds(atelier, "ada", KEY);

            var list = atelier.says("ada", "/provider");

            assertThat(list.text()).contains("**Gemini** …Nm12 at localhost, since 21 Nov 2026").doesNotContain(KEY);
            assertThat(list.buttons()).extracting(Button::label).containsExactly("Replace Gemini", "Remove Gemini");

            chat.presses("ada", "Remove Gemini");
            assertThat(atelier.answer("ada").text()).startsWith("Your Gemini key …Nm12 is removed from here.");
            assertThat(keyOf(atelier, "ada")).isEqualTo("none");
        }
    }

    @Test
    void theKeyStandsNowhereButInTheVault() throws IOException {
        keepTheWholeLog();
        try (var atelier = atelier()) {
            gemini.refusesListing(Fault.SERVER_ERROR);
            adds(atelier, "ada", KEY);
            chat.presses("ada", "Try again");
            atelier.answer("ada");
            chat.says("ada", "/provider replace gemini");
            chat.fillsIn("ada", "salon", "provider", "replace gemini", OTHER);
            atelier.awaitIdle();
            chat.saysInGroup("ada", "salon", "/provider add gemini " + KEY);
            atelier.says("ada", "my key is " + KEY);
            atelier.says("ada", "/provider");
            assertThat(keyOf(atelier, "ada")).isEqualTo(OTHER);
        }

        for (var key : List.of(KEY, OTHER)) {
            try (var files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> assertThat(
                        Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(key));
            }
            assertThat(log).isNotEmpty().noneMatch(line -> line.contains(key));
            assertThat(chat.textsTo("ada")).noneMatch(text -> text.contains(key));
            assertThat(chat.textsTo("salon")).noneMatch(text -> text.contains(key));
        }
    }

    @Test
    void aRefusedKeyIsRemovedAgain() {
        try (var atelier = atelier()) {
            gemini.refusesListing(Fault.UNAUTHORIZED);

            var answer = adds(atelier, "ada", KEY);

            assertThat(answer.text()).startsWith("Gemini refuses your key …Nm12 (key refused), so I removed it again.");
            assertThat(keyOf(atelier, "ada")).isEqualTo("none");
            assertThat(atelier.says("ada", "/provider").text()).isEqualTo("Your keys: none yet.");
        }
    }

    @Test
    void aKeyThatCannotBeTestedIsKeptAndTriedAgainByAButton() {
        try (var atelier = atelier()) {
            gemini.goesDown();

            var answer = adds(atelier, "ada", KEY);

            assertThat(answer.text()).startsWith("I could not test your key …Nm12").contains("It is kept");
            assertThat(keyOf(atelier, "ada")).isEqualTo(KEY);
            assertThat(atelier.says("ada", "/provider").text()).contains("…Nm12, not tested yet");

            gemini.comesBack();
            chat.presses("ada", "Try again");
            assertThat(atelier.answer("ada").text()).isEqualTo(
                    "Gemini answers with your key …Nm12 (2 models). It stands in `/model` as **Gemini** (x).");
            assertThat(atelier.says("ada", "/provider").text()).doesNotContain("not tested");
        }
    }

    @Test
    void theOldKeyStaysInUseUntilTheNewOneIsProven() {
        try (var atelier = atelier()) {
            adds(atelier, "ada", KEY);

            gemini.goesDown();
            atelier.says("ada", "/provider replace gemini");
            assertThat(atelier.says("ada", OTHER).text()).contains("the one before …Nm12 stays in use until then");
            assertThat(keyOf(atelier, "ada")).isEqualTo(KEY);

            gemini.comesBack();
            gemini.refusesListing(Fault.UNAUTHORIZED);
            chat.presses("ada", "Try again");
            assertThat(atelier.answer("ada").text()).contains("refuses your key …cX34", "The one before …Nm12 stays");
            assertThat(keyOf(atelier, "ada")).isEqualTo(KEY);

            chat.presses("ada", "Enter another");
            atelier.answer("ada");
            assertThat(atelier.says("ada", OTHER).text()).contains("answers with your key …cX34",
                    "The one before …Nm12 is no longer used here");
            assertThat(keyOf(atelier, "ada")).isEqualTo(OTHER);
            assertThat(atelier.says("ada", "/provider").text())
                    .contains("…cX34 at localhost");
        }
    }

    @Test
    void nobodyElseSeesOrTouchesAKey() {
        try (var atelier = atelier()) {
            adds(atelier, "ada", KEY);

            for (var person : List.of("bob", "admin")) {
                assertThat(atelier.says(person, "/provider").text()).isEqualTo("Your keys: none yet.");
                assertThat(atelier.says(person, "/provider remove gemini").text()).contains("no Gemini key here");
                assertThat(atelier.says(person, "/provider try gemini").text()).contains("no key for Gemini");
                assertThat(keyOf(atelier, person)).isEqualTo("none");
            }
            atelier.says("ada", "/provider");
            chat.presses("bob", "ada", "Remove Gemini");
            atelier.awaitIdle();

            assertThat(chat.notices()).anyMatch(notice -> notice.contains("belongs to somebody else"));
            assertThat(keyOf(atelier, "ada")).isEqualTo(KEY);
        }
    }

    @Test
    void whereOthersReadAlongNotEvenTheEndOfAKeyIsShown() {
        try (var atelier = atelier()) {
            adds(atelier, "ada", KEY);

            chat.saysInGroup("ada", "salon", "/provider");

            assertThat(atelier.answer("salon").text()).contains("**Gemini** at localhost").doesNotContain("Nm12");
        }
    }

    @Test
    void aKeyShownToAGroupIsRefusedAndToBeRevoked() {
        try (var atelier = atelier()) {
            chat.saysInGroup("ada", "salon", "/provider add gemini " + KEY);
            assertThat(atelier.answer("salon").text()).contains("took nothing", "revoke it");
            chat.saysInGroup("ada", "salon", KEY);
            assertThat(atelier.answer("salon").text()).contains("revoke it");

            chat.saysInGroup("ada", "salon", "/provider add gemini");
            assertThat(atelier.answer("salon").text()).contains("our private chat");
            assertThat(keyOf(atelier, "ada")).isEqualTo("none");
            assertThat(gemini.requests()).isEmpty();
            await().until(() -> chat.forgotten().size() == 2);
        }
    }

    @Test
    void aFormTakesAKeyInAGroupToo() {
        try (var atelier = atelier()) {
            chat.fillsIn("ada", "salon", "provider", "add gemini", KEY);

            assertThat(atelier.answer("salon").text()).isEqualTo(
                    "Gemini answers with your key …Nm12 (2 models). It stands in `/model` as **Gemini** (x).");
            assertThat(keyOf(atelier, "ada")).isEqualTo(KEY);
        }
    }

    @Test
    void onlyAdminsGiveATeamItsKeyAndItStaysWithThatTeam() {
        try (var atelier = atelier()) {
            chat.fillsIn("ada", "salon", "provider", "add gemini for team", KEY);
            assertThat(atelier.answer("salon").text()).contains("those who run me");
            assertThat(keyOf(atelier, new Owner.Team("TELEGRAM:salon"))).isEqualTo("none");

            chat.saysInGroup("admin", "salon", "/provider add gemini for team");
            assertThat(atelier.answer("salon").text()).contains("`/provider add gemini for team TELEGRAM:salon`");
            atelier.says("admin", "/provider add gemini for team TELEGRAM:salon");
            assertThat(atelier.says("admin", KEY).text())
                    .isEqualTo(
                            "Gemini answers with the team's key …Nm12 (2 models). It stands in `/model` as **Gemini** (x).");

            assertThat(keyOf(atelier, new Owner.Team("TELEGRAM:salon"))).isEqualTo(KEY);
            assertThat(keyOf(atelier, "admin")).isEqualTo("none");
            chat.saysInGroup("admin", "salon", "/provider");
            assertThat(atelier.answer("salon").text()).contains("Keys of this chat's team:\n- **Gemini** at");
            chat.saysInGroup("admin", "cellar", "/provider");
            assertThat(atelier.answer("cellar").text()).contains("Keys of this chat's team: none yet.");
            chat.saysInGroup("bob", "salon", "/provider remove gemini for team");
            assertThat(atelier.answer("salon").text()).contains("Only those who manage");
            assertThat(keyOf(atelier, new Owner.Team("TELEGRAM:salon"))).isEqualTo(KEY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "two words here", "one\ntwo", "🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑",
            "https://aistudio.google.com/apikey",
            "sk-ant-api03-abcdefghijklmnopqrstuvwxyz"})
    void whatIsNoKeyIsSentNowhereAndNotRepeated(String text) {
        try (var atelier = atelier()) {
            var answer = adds(atelier, "ada", text);

            assertThat(answer.text()).contains("Send the key alone").doesNotContain(text + " ");
            assertThat(gemini.requests()).isEmpty();
            assertThat(atelier.says("ada", KEY).text()).as("the question still stands")
                    .contains("answers with your key");
        }
    }

    @Test
    void tenThousandCharactersAreNoKey() {
        try (var atelier = atelier()) {
            assertThat(adds(atelier, "ada", "A".repeat(10_000)).text()).contains("10,000 characters")
                    .doesNotContain("AAAA");
            assertThat(keyOf(atelier, "ada")).isEqualTo("none");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/provider add google", "/provider ADD Gemini.", "/provider@atelier_bot set gemini",
            "I want to use my own Gemini API key"})
    void aKeyIsAskedForInManyWords(String words) {
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", words).text()).startsWith("Send me the Gemini key now");
            assertThat(atelier.says("ada", KEY).text()).contains("answers with your key");
        }
    }

    @Test
    void aKeyBehindTheCommandIsTakenWhereNobodyElseReads() {
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", "/provider add gemini " + KEY).text()).contains("answers with your key");
            await().until(() -> chat.forgotten().size() == 1);
        }
    }

    @Test
    void afterTheKeyFileIsLostKeysAreRemovedAndEnteredAgain() throws IOException {
        try (var atelier = atelier()) {
            adds(atelier, "ada", KEY);
        }
        Files.delete(folder.resolve("vault.key"));
        try (var atelier = atelier()) {
            assertThat(adds(atelier, "ada", KEY).text()).contains("can't open my store of keys");
            assertThat(atelier.says("ada", "/provider try gemini").text()).contains("can't open my store of keys");

            atelier.says("ada", "/provider remove gemini");
            assertThat(adds(atelier, "ada", OTHER).text()).contains("answers with your key …cX34");
        }
    }

    @Test
    void stopEndsTheQuestion() {
        try (var atelier = atelier()) {
            atelier.says("ada", "/provider add gemini");
            atelier.says("ada", "stop");

            assertThat(atelier.says("ada", "thanks").text()).startsWith("You're welcome");
        }
    }

    @Test
    void aServerThatRepeatsTheKeyInItsAnswerDoesNotSpreadIt() {
        try (var atelier = atelier()) {
            atelier.keys.keep(new Owner.Person(atelier.account("ada")), "gemini", Origin.of(gemini.url()),
                    SecretText.of("a-key-of-no-known-shape"));
            gemini.answersListing(500, "{\"error\":{\"message\":\"who is a-key-of-no-known-shape?\"}}");

            assertThat(atelier.says("ada", "/provider try gemini").text()).contains("did not answer as it should")
                    .doesNotContain("a-key-of-no-known-shape");
        }
    }
}
