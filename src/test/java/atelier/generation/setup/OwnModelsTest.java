package atelier.generation.setup;

import static atelier.generation.setup.Household.ADA;
import static atelier.generation.setup.Household.ADAS;
import static atelier.generation.setup.Household.CHAT;
import static atelier.generation.setup.Household.OPERATORS;
import static atelier.generation.setup.Household.TEAMS;
import static atelier.generation.setup.Household.draft;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.Answer;
import atelier.generation.Failure;
import atelier.generation.Health;
import atelier.generation.Model;
import atelier.generation.OwnModel;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.secret.SecretText;
import atelier.standin.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is known of the servers people registered, and with which key they are asked.
class OwnModelsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Household house = new Household();

    @AfterEach
    void close() {
        house.close();
    }

    private List<OwnSighting> looked() {
        return house.own.look(ADA, CHAT, PATIENCE);
    }

    private boolean isLocal(Owner owner, ModelPlatform platform, String address) {
        house.owned.models.add(owner, draft("m", platform, address, "some-model"));
        boolean local = house.own.of(ADA, CHAT).getLast().provider().isLocal();
        house.owned.models.remove(owner, "m");
        return local;
    }

    @Test
    void theyComeByOwnerWithFavouritesFirst() {
        house.operatorHas("House Qwen").teamHas("Our Llama").adaHas("First").adaHas("Second");
        house.owned.models.favour(ADAS, "Second", true);

        assertThat(house.own.of(ADA, CHAT)).extracting(OwnModel::name).containsExactly("Second", "First", "Our Llama",
                "House Qwen");
    }

    @Test
    void whatBelongsToOthersIsNotAmongThem() {
        house.adaHas("My Gemma").teamHas("Our Llama");
        house.owned.models.add(ADAS, draft("Composer", ModelPlatform.BUILT_IN, "", "composer"));

        assertThat(house.own.of(8, CHAT)).extracting(OwnModel::name).containsExactly("Our Llama");
        assertThat(house.own.of(ADA, "TELEGRAM:43")).extracting(OwnModel::name).containsExactly("My Gemma");
        assertThat(house.own.of(0, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:11434", "http://192.168.1.20:11434", "http://ollama:11434",
            "http://nas.local:8080/v1", "http://[fd00::1]:11434"})
    void wordsToTheOperatorsMachinesAtHomeStayInTheHouse(String address) {
        assertThat(isLocal(OPERATORS, ModelPlatform.OLLAMA, address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://models.example.org/v1", "https://8.8.8.8/v1", "https://[2606:4700::1111]/"})
    void wordsToPublicAddressesLeaveItWhoeverOwnsThem(String address) {
        assertThat(isLocal(OPERATORS, ModelPlatform.OPENAI_COMPATIBLE, address)).isFalse();
        assertThat(isLocal(ADAS, ModelPlatform.OPENAI_COMPATIBLE, address)).isFalse();
        assertThat(isLocal(TEAMS, ModelPlatform.OLLAMA, address)).isFalse();
    }

    @Test
    void aMembersServerIsAtHomeOnlyWhereTheOperatorApprovedIt() {
        assertThat(isLocal(ADAS, ModelPlatform.OLLAMA, house.hers.url())).isTrue();
        assertThat(isLocal(ADAS, ModelPlatform.OLLAMA, "http://192.168.1.20:11434")).isFalse();
        assertThat(isLocal(ADAS, ModelPlatform.GEMINI, house.gemini.url())).isFalse();
    }

    @Test
    void aMembersServerThatThePolicyForbidsIsNeverSpokenTo() {
        house.owned.models.add(ADAS, draft("Sneaky", ModelPlatform.OLLAMA, house.operators.url(), "qwen3:8b"));

        assertThat(house.failed("Sneaky", true).sentence()).contains("address not allowed");
        assertThat(looked()).singleElement()
                .satisfies(seen -> assertThat(seen.trouble()).isEqualTo("address not allowed"));
        assertThat(house.operators.requests()).isEmpty();
    }

    @Test
    void whoWantsLocalOnlySeesWhichOfThemAreLeftOut() {
        house.adaHas("My Gemma").adaHasGemini("My Gemini", "adas-key");
        house.owned.choices.setLocalOnly(ADA, true);

        assertThat(house.own.of(ADA, CHAT)).filteredOn(OwnModel::allowed).extracting(OwnModel::name)
                .containsExactly("My Gemma");
    }

    @Test
    void aKeyGoesToItsOwnOriginPlatformAndOwnerOnly() {
        house.adaHas("My Gemma");
        house.owned.keys.keep(ADAS, "ollama", Origin.of(house.hers.url()), SecretText.of("gate-key"));
        house.owned.keys.keep(ADAS, "ollama", Origin.of("http://other.example.org"), SecretText.of("other-origin"));
        house.owned.keys.keep(ADAS, "lmstudio", Origin.of(house.hers.url()), SecretText.of("other-platform"));
        house.owned.keys.keep(TEAMS, "ollama", Origin.of(house.hers.url()), SecretText.of("other-owner"));

        house.answered("My Gemma", null, true);

        assertThat(house.hers.requests()).isNotEmpty().allSatisfy(
                request -> assertThat(request.headers()).containsEntry("Authorization", "Bearer gate-key"));
    }

    @Test
    void aRotatedKeyIsUsedFromNowOnAndWhatRunsGoesOn() throws Exception {
        house.adaHasGemini("My Gemini", "old-key");
        var gate = house.gemini.answers("One two three").holdsAfter(1);
        var running = new java.util.concurrent.FutureTask<>(() -> house.answered("My Gemini", null, true));
        Thread.ofVirtual().start(running);
        Awaitility.await().until(() -> !house.gemini.generations().isEmpty());

        house.clock.advance(Duration.ofSeconds(1));
        house.givesKey("new-key");
        house.own.of(ADA, CHAT);
        gate.countDown();

        assertThat(running.get().text()).isEqualTo("One two three");
        house.answered("My Gemini", null, true);
        assertThat(house.gemini.generations()).extracting(OwnModelsTest::key).containsExactly("old-key", "new-key");
    }

    private static String key(Seen request) {
        return request.headers().getOrDefault("x-goog-api-key", "none");
    }

    @Test
    void aRemovedKeyIsSentNoMore() {
        house.adaHasGemini("My Gemini", "a-key");
        var own = house.own.of(ADA, CHAT);
        house.owned.keys.remove(ADAS, "gemini", Origin.of(house.gemini.url()));
        house.own.forget(ADAS);

        // Not even by a job that began before.
        assertThat(own.getFirst().provider().models(PATIENCE)).isInstanceOf(atelier.generation.Listing.Down.class);
        assertThat(house.failed("My Gemini", true).failure()).isEqualTo(Failure.UNAUTHORIZED);
        assertThat(house.gemini.requests()).isEmpty();
    }

    @Test
    void aKeyThatCannotBeOpenedIsToldAndOthersAnswer() {
        house.adaHasGemini("My Gemini", "a-key");
        house.owned.keys.cannotBeOpened();

        Answer.Answered answer = house.answered(null, "My Gemini", true);

        assertThat(answer.text()).isEqualTo("Configured words.");
    }

    @Test
    void lookingTellsStateLatencyAndWhatIsWrong() {
        house.adaHas("My Gemma").teamHas("Our Llama").operatorHas("House Qwen").adaHasGemini("My Gemini", "a-key");
        house.hers.hasModel("gemma3:4b", false, 8192);
        house.teams.goesDown();
        house.operators.hasNoModels();

        assertThat(looked()).satisfiesExactly(gemma -> {
            assertThat(gemma.label().name()).isEqualTo("My Gemma");
            assertThat(gemma.kind()).isEqualTo("ollama");
            assertThat(gemma.known()).isTrue();
            assertThat(gemma.model().state()).isEqualTo(Model.State.HEALTHY);
            assertThat(gemma.model().loaded()).isFalse();
            assertThat(gemma.model().local()).isTrue();
        }, gemini -> {
            assertThat(gemini.model().state()).isEqualTo(Model.State.HEALTHY);
            assertThat(gemini.model().local()).isFalse();
        }, llama -> {
            assertThat(llama.model().state()).isEqualTo(Model.State.OFFLINE);
            assertThat(llama.trouble()).isEqualTo("offline");
        }, qwen -> assertThat(qwen.trouble()).isEqualTo("model missing"));
        assertThat(house.gemini.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void lookingDoesNotWaitForASilentServer() {
        house.adaHas("My Gemma");
        house.hers.listingStalls();

        assertThat(house.own.look(ADA, CHAT, Duration.ZERO)).singleElement()
                .satisfies(seen -> assertThat(seen.known()).isFalse());
    }

    @Test
    void serversAreLookedAtWhileTheyAreUsedAndNotAfterwards() {
        house.adaHas("My Gemma").teamHas("Our Llama");
        house.own.of(ADA, CHAT);
        house.servers.refresh();
        assertThat(house.hers.requests()).as("nobody looked").isEmpty();

        looked();
        house.hers.goesDown();
        house.clock.advance(Health.PERIOD);
        house.servers.refresh();
        assertThat(looked().getFirst().trouble()).isEqualTo("offline");
        house.hers.comesBack();
        house.clock.advance(Health.PERIOD);
        house.servers.refresh();
        assertThat(looked().getFirst().trouble()).isEmpty();

        int before = house.hers.requests().size();
        house.clock.advance(OwnServers.WATCHED.plusSeconds(1));
        house.servers.refresh();
        assertThat(house.hers.requests()).hasSize(before);
    }

    @Test
    void startedItLooksByItself() {
        house.adaHas("My Gemma");
        try (var servers = new OwnServers(new atelier.generation.endpoint.EndpointPolicy(java.util.Set.of(),
                java.util.Set.of(house.hers.url())), Duration.ofSeconds(2), Duration.ofMillis(20), house.clock)) {
            servers.start();
            new OwnModels(house.owned.models, house.owned.keys, house.owned.choices, servers, UnaryOperator.identity())
                    .look(ADA, CHAT, PATIENCE);
            int before = house.hers.requests().size();

            Awaitility.await().until(() -> house.hers.requests().size() > before + 2);
        }
    }

    @Test
    void whatAnsweredIsNotedForItsOwner() {
        house.adaHas("Best").teamHas("Best");
        house.owned.choices.choose(ADA, CHAT, TEAMS, "Best", false);

        var answer = house.answered(null, "Best", true);
        house.own.used(ADA, CHAT, Objects.requireNonNull(answer.own()), true);

        assertThat(house.owned.models.find(TEAMS, "Best").orElseThrow().sessions()).isEqualTo(1);
        assertThat(house.owned.models.find(ADAS, "Best").orElseThrow().sessions()).isZero();
    }

    @Test
    void idsAreReadableButTellNoAddress() {
        house.adaHas("My Gemma").teamHas("Our Llama");

        assertThat(house.own.of(ADA, CHAT)).extracting(own -> own.provider().id()).doesNotHaveDuplicates()
                .allMatch(id -> id.matches("ollama~[0-9a-f]{10}"));
    }
}
