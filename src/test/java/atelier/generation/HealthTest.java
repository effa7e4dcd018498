package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.standin.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Servers servers = new Servers();

    @AfterEach
    void close() {
        servers.close();
    }

    @Test
    void knowsTheModelsWhenFirstAskedLocalOnesFirst() {
        assertThat(servers.health.models()).extracting(Model::id).containsExactly("ollama/llama3.2:latest",
                "gemini/gemini-3.8-flash", "gemini/gemini-2.5-pro");
        assertThat(servers.ollama.requests()).allMatch(request -> request.method().equals("GET"));
        assertThat(servers.gemini.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void modelsOfASilentServerAreShownOffline() {
        servers.health.refresh();
        servers.ollama.goesDown();
        servers.health.refresh();

        assertThat(servers.health.models()).filteredOn("provider", "ollama").extracting("state")
                .containsExactly(Model.State.OFFLINE);
    }

    @Test
    void aServerThatComesBackIsSeen() {
        servers.ollama.goesDown();
        servers.health.refresh();
        servers.ollama.comesBack();
        servers.health.refresh();

        assertThat(servers.health.models()).filteredOn("provider", "ollama").extracting("state")
                .containsExactly(Model.State.HEALTHY);
    }

    @Test
    void whatIsOldIsLookedAtAgain() {
        servers.health.models();
        servers.ollama.hasModel("mistral:7b");
        assertThat(servers.health.models()).extracting("name").doesNotContain("mistral:7b");

        servers.clock.advance(Health.PERIOD.multipliedBy(3));

        assertThat(servers.health.models()).extracting("name").contains("mistral:7b");
    }

    @Test
    void whatIsKnownIsToldWithoutAskingAServer() {
        assertThat(servers.health.known()).isEmpty();
        assertThat(servers.ollama.requests()).isEmpty();

        servers.health.refresh();
        var asked = servers.ollama.requests().size();

        assertThat(servers.health.known()).isEqualTo(servers.health.models());
        assertThat(servers.ollama.requests()).hasSize(asked);
    }

    @Test
    void aModelIsShownLoadingForAsLongAsItLoadsWhateverItsServerSays() {
        Model model = servers.health.models().getFirst();
        var loading = servers.health.loading(model);
        var alsoLoading = servers.health.loading(model);
        servers.health.refresh();
        assertThat(servers.health.known().getFirst().state()).isEqualTo(Model.State.LOADING);

        loading.close();
        loading.close();
        assertThat(servers.health.known().getFirst().state()).isEqualTo(Model.State.LOADING);
        alsoLoading.close();

        assertThat(servers.health.known().getFirst().state()).isEqualTo(Model.State.HEALTHY);
    }

    @Test
    void aBusyModelIsShownSoUntilItAnswers() {
        servers.ollama.fails(Fault.BUSY);
        servers.ask();
        assertThat(servers.health.known().getFirst().state()).isEqualTo(Model.State.BUSY);

        servers.ollama.answers("Free again.");
        servers.ask("ollama", false);

        assertThat(servers.health.known().getFirst().state()).isEqualTo(Model.State.HEALTHY);
    }

    @Test
    void whatIsLoadedIsSeenAtTheNextLookAtOllamaAndLmStudio() {
        servers.ollama.hasModel("llama3.2:latest", false, 8192);
        servers.lmstudio.hasModel("qwen3", false, 8192);
        assertThat(servers.health.models()).filteredOn(Model::local).extracting(Model::loaded)
                .containsExactly(false, false);

        servers.ollama.hasModel("llama3.2:latest", true, 8192);
        servers.lmstudio.hasModel("qwen3", true, 8192);
        servers.health.refresh();

        assertThat(servers.health.models()).filteredOn(Model::local).extracting(Model::loaded)
                .containsExactly(true, true);
    }

    @Test
    void startedItLooksByItselfUntilClosed() {
        var listings = new CopyOnWriteArrayList<Thread>();
        var health = new Health(List.of(new Listed(listings)), servers.clock, Duration.ofMillis(20));
        health.start();
        Awaitility.await().until(() -> listings.size() >= 3);

        health.close();

        var last = new AtomicInteger();
        Awaitility.await().during(Duration.ofMillis(200))
                .until(() -> last.getAndSet(listings.size()) == listings.size());
    }

    /// Notes each listing.
    private record Listed(List<Thread> listings) implements Provider {
        @Override
        public String id() {
            return "listed";
        }

        @Override
        public boolean isLocal() {
            return true;
        }

        @Override
        public Listing models(Duration limit) {
            listings.add(Thread.currentThread());
            return new Listing.Up(List.of());
        }

        @Override
        public Outcome generate(Ask ask) {
            throw new AssertionError("health must not generate");
        }
    }
}
