package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.SettableClock;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Platform;
import atelier.chat.Sender;
import atelier.chat.UserFacingException;
import atelier.generation.registry.Choices.Choice;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Owner;
import atelier.generation.registry.Parameters;
import atelier.generation.registry.RegisteredModel;
import atelier.usage.Cost;
import atelier.usage.ModelFigures;
import atelier.usage.Scope;
import atelier.usage.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Registered models and choices among them in any database.
abstract class OwnedModelsContract {
    private static final Tiers TIERS = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");
    private static final Owner TEAM = new Owner.Team("TELEGRAM:42");
    private static final String CHAT = "TELEGRAM:42";

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    private Database database;
    private JdbiRegisteredModels models;
    private JdbiChoices choices;
    private long ada;
    private long bob;
    private Owner adas = new Owner.Operator();
    private Owner bobs = new Owner.Operator();

    abstract Database open();

    @BeforeEach
    void connect() {
        database = open();
        models = new JdbiRegisteredModels(database, clock);
        choices = new JdbiChoices(database);
        var accounts = new JdbiAccounts(database, TIERS, Set.of(), clock);
        ada = accounts.of(new Sender(Platform.TELEGRAM, "42", "ada", Locale.ENGLISH)).id();
        bob = accounts.of(new Sender(Platform.TELEGRAM, "43", "bob", Locale.ENGLISH)).id();
        adas = new Owner.Person(ada);
        bobs = new Owner.Person(bob);
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Test
    void aModelComesBackAsItWasRegistered() {
        var full = new ModelDraft("Fast Llama", ModelPlatform.OPENAI_COMPATIBLE, "http://localhost:8080/v1",
                "llama-70b",
                new Parameters(0.7, 0.25, 100_000, -2.0), List.of("second", "First"));
        var bare = new ModelDraft("composer", ModelPlatform.BUILT_IN, null, "composer", Parameters.USUAL, List.of());

        for (var draft : List.of(full, bare)) {
            var added = models.add(adas, draft);
            assertThat(added).isEqualTo(new RegisteredModel(adas, draft, false, clock.instant(), null, 0));
            assertThat(models.find(adas, draft.name())).contains(added);
        }
        assertThat(models.find(adas, "  FAST llama ")).map(RegisteredModel::draft).contains(full);
    }

    @Test
    void aNameIsGivenOncePerOwnerWhateverItsCase() {
        models.add(adas, draft("Größe"));

        assertThatThrownBy(() -> models.add(adas, draft("GRÖßE"))).isInstanceOf(UserFacingException.class)
                .hasMessageContaining("choose another name");
        models.add(bobs, draft("größe"));
        models.add(TEAM, draft("größe"));
        models.add(new Owner.Operator(), draft("größe"));
        assertThat(models.of(adas)).extracting(RegisteredModel::name).containsExactly("Größe");
    }

    @Test
    void nobodyReachesWhatIsAnothers() {
        models.add(adas, draft("mine"));

        for (var other : List.of(bobs, TEAM, new Owner.Operator())) {
            assertThat(models.find(other, "mine")).isEmpty();
            assertThat(models.of(other)).isEmpty();
            assertThat(models.change(other, "mine", draft("yours"))).isEmpty();
            assertThat(models.favour(other, "mine", true)).isFalse();
            assertThat(models.remove(other, "mine")).isFalse();
            models.used(other, "mine", true);
        }
        assertThat(choices.choose(bob, CHAT, adas, "mine", false)).isFalse();
        assertThat(choices.active(bob, CHAT)).isEmpty();
        assertThat(models.of(adas)).containsExactly(
                new RegisteredModel(adas, draft("mine"), false, clock.instant(), null, 0));
    }

    @Test
    void favouritesComeFirstThenTheLastUsed() {
        List.of("a", "b", "c", "d").forEach(name -> models.add(adas, draft(name)));
        models.favour(adas, "D", true);
        models.used(adas, "b", true);
        clock.advance(Duration.ofMinutes(1));
        models.used(adas, "c", true);
        models.used(adas, "c", false);

        assertThat(models.of(adas)).extracting(RegisteredModel::name).containsExactly("d", "c", "b", "a");
        assertThat(models.find(adas, "c").orElseThrow())
                .satisfies(model -> assertThat(model.sessions()).isEqualTo(1))
                .satisfies(model -> assertThat(model.lastUsed()).isEqualTo(clock.instant()));
    }

    @Test
    void aNewNameIsFollowedByWhatUsedTheOldOne() {
        models.add(adas, draft("old"));
        models.add(adas, draft("other").withFallbacks(List.of("composer", "OLD")));
        choices.choose(ada, CHAT, adas, "old", true);

        var changed = models.change(adas, "old", draft("new").with(new Parameters(1.5, null, null, null)));

        assertThat(changed).map(RegisteredModel::draft).map(ModelDraft::parameters)
                .contains(new Parameters(1.5, null, null, null));
        assertThat(models.find(adas, "old")).isEmpty();
        assertThat(models.find(adas, "other").orElseThrow().draft().fallbacks()).containsExactly("composer", "new");
        assertThat(active(CHAT).name()).isEqualTo("new");
        assertThat(models.change(adas, "new", draft("NEW"))).map(RegisteredModel::name).contains("NEW");
        assertThatThrownBy(() -> models.change(adas, "new", draft("Other"))).isInstanceOf(UserFacingException.class);

        models.remove(adas, "new");
        assertThat(choices.active(ada, CHAT)).isEmpty();
        assertThat(models.find(adas, "other").orElseThrow().draft().fallbacks()).containsExactly("composer");
    }

    @Test
    void theModelIsChosenPerPersonAndChat() {
        models.add(TEAM, draft("ours"));
        models.add(adas, draft("mine"));

        assertThat(choices.choose(ada, CHAT, TEAM, "OURS", false)).isTrue();
        assertThat(choices.choose(ada, "DISCORD:1", adas, "mine", true)).isTrue();
        assertThat(choices.choose(ada, CHAT, TEAM, "nothing", true)).isFalse();

        assertThat(active(CHAT).owner()).isEqualTo(TEAM);
        assertThat(choices.active(ada, CHAT).orElseThrow().strict()).isFalse();
        assertThat(choices.active(ada, "DISCORD:1").orElseThrow().strict()).isTrue();
        assertThat(choices.active(bob, CHAT)).isEmpty();

        choices.choose(ada, CHAT, adas, "mine", true);
        assertThat(active(CHAT).name()).isEqualTo("mine");
        choices.leave(ada, CHAT);
        assertThat(choices.active(ada, CHAT)).isEmpty();
        assertThat(choices.active(ada, "DISCORD:1")).isPresent();
    }

    @Test
    void aModelOfTheConfigurationIsChosenWithoutRegisteringIt() {
        models.add(adas, draft("mine"));
        choices.choose(ada, CHAT, adas, "mine", true);

        choices.chooseConfigured(ada, CHAT, "ollama/llama3.2:latest", false);
        assertThat(choices.active(ada, CHAT)).contains(new Choice.Configured("ollama/llama3.2:latest", false));
        assertThat(choices.active(bob, CHAT)).isEmpty();
        models.remove(adas, "mine");
        choices.chooseConfigured(ada, CHAT, "gemini", true);
        assertThat(choices.active(ada, CHAT)).contains(new Choice.Configured("gemini", true));

        models.add(adas, draft("mine"));
        choices.choose(ada, CHAT, adas, "mine", true);
        assertThat(active(CHAT).name()).isEqualTo("mine");
    }

    private RegisteredModel active(String chat) {
        return choices.active(ada, chat).map(Choice.Registered.class::cast).orElseThrow().model();
    }

    @Test
    void localOnlyIsEachPersonsOwnWish() {
        assertThat(choices.localOnly(ada)).isFalse();

        choices.setLocalOnly(ada, true);

        assertThat(choices.localOnly(ada)).isTrue();
        assertThat(choices.localOnly(bob)).isFalse();
        choices.setLocalOnly(ada, false);
        assertThat(choices.localOnly(ada)).isFalse();
    }

    @Test
    void oneOwnerCannotFillTheDatabase() {
        for (var number = 0; number < JdbiRegisteredModels.MOST; number++) {
            models.add(adas, draft("model " + number));
        }

        assertThatThrownBy(() -> models.add(adas, draft("one more"))).isInstanceOf(UserFacingException.class)
                .hasMessageContaining("remove one first");
        models.add(bobs, draft("one more"));
    }

    @Test
    void eachModelIsJudgedByWhatItDelivered() {
        var log = new JdbiUsageLog(database);
        var votes = new JdbiVotes(database, clock);
        for (var number = 1; number <= 20; number++) {
            log.record(new Usage("c" + number, ada, 1, "CODE", "llama", "ollama", true, 10, 20, 5, number * 100L, 0,
                    number == 20 ? "failed" : "done", clock.instant()));
        }
        log.record(new Usage("t1", bob, 2, "CHAT", "llama", "ollama", true, 1, 2, 5, 7, 0.5, "done", clock.instant()));
        log.record(new Usage("old", ada, 1, "CODE", "llama", "ollama", true, 1, 2, 5, 7, 0.5, "done",
                clock.instant().minusSeconds(60)));
        votes.vote("c1", ada, false);
        votes.vote("c1", ada, true);
        votes.vote("c1", bob, true);
        votes.vote("t1", bob, false);
        votes.vote("c2", ada, false);
        votes.takeBack("c2", ada);

        var whole = new ModelFigures("ollama", "llama", true, "", 21, 20, 900, 1800, 201, 402, Cost.of(0.5), 2, 1);
        var chat = new ModelFigures("ollama", "llama", true, "CHAT", 1, 1, 7, 7, 1, 2, Cost.of(0.5), 0, 1);
        var code = new ModelFigures("ollama", "llama", true, "CODE", 20, 19, 1000, 1900, 200, 400, Cost.of(0), 2, 0);
        assertThat(log.models(new Scope.Everybody(), clock.instant())).containsExactly(whole, chat, code);
        assertThat(log.models(new Scope.Person(ada), clock.instant())).element(1).isEqualTo(code);
        assertThat(log.models(new Scope.Chat("DISCORD:9"), clock.instant())).isEmpty();
        assertThat(code.successShare()).isEqualTo(0.95);
        assertThat(votes.of("c1", ada)).contains(true);
        assertThat(votes.of("c2", ada)).isEmpty();
    }

    private static ModelDraft draft(String name) {
        return new ModelDraft(name, ModelPlatform.OLLAMA, "http://localhost:11434", "llama3.2", Parameters.USUAL,
                List.of());
    }
}
