package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.adapter.Door;
import atelier.config.Config;
import atelier.standin.DiscordStandIn;
import atelier.standin.TelegramStandIn;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A song from the wish to its changes, through the whole of Atelier and the platforms' stand-ins, without any model.
@Timeout(400)
class MusicOnPlatformsTest {
    private static final String WISH = "a pop song about the sea in G major, 100 bpm, 16 bars, seed 7";
    private static final List<String> STAGES = List.of("Plan", "Melody", "Arrangement", "Sound", "Score");

    @TempDir
    private Path folder;

    private Service started(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.putAll(Map.of("ATELIER_DATA_DIR", folder.toString(), "ATELIER_OLLAMA_URL", "off", "ATELIER_LMSTUDIO_URL",
                "off", "ATELIER_HTTP_PORT", "0"));
        var service = Service.ofPlatforms(Config.load(null, all));
        service.start();
        return service;
    }

    private static void within(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(150)).until(condition);
    }

    @Test
    void onTelegramTheStagesShowTheSongPlaysAndUpAToneMakesAnotherOne() throws IOException {
        try (var telegram = new TelegramStandIn();
                var _ = started(Map.of("ATELIER_TELEGRAM_TOKEN", telegram.token(), "ATELIER_TELEGRAM_API_URL",
                        telegram.url().toString()))) {
            telegram.says("ada", "/song " + WISH);
            within(() -> telegram.calls("sendmediagroup").size() == 1);
            assertStages(Stream.concat(telegram.calls("sendmessage").stream(),
                    telegram.calls("editmessagetext").stream()).map(call -> call.parameters().path("text").asText())
                    .toList());
            var kinds = telegram.fileKindsIn("ada");
            assertThat(kinds).as("a track and its Opus, two pictures, six files").containsExactly("audio", "document",
                    "photo", "photo", "document", "document", "document", "document", "document", "document");
            var song = telegram.seenBy("ada").getFirst();
            assertThat(song.text()).contains("G major · 100 BPM");
            assertThat(song.buttons()).contains("♯ Up a tone");
            assertTrack(telegram);

            telegram.presses("ada", "♯ Up a tone");

            within(() -> telegram.calls("sendmediagroup").size() == 2);
            assertThat(telegram.fileKindsIn("ada")).as("the same kinds twice")
                    .isEqualTo(Stream.concat(kinds.stream(), kinds.stream()).toList());
            assertThat(telegram.seenBy("ada")).filteredOn(seen -> !seen.text().isBlank())
                    .extracting(Door.Seen::text).last().asString().contains("A major · 100 BPM", "seed 7");
            assertThat(telegram.calls()).as("Telegram refused nothing but too great a hurry")
                    .allMatch(call -> call.refusal().isEmpty() || call.refusal().contains("retry after"));
        }
    }

    private static void assertTrack(TelegramStandIn telegram) {
        JsonNode track = telegram.calls("sendaudio").getLast().parameters();
        assertThat(track.path("performer").asText()).isEqualTo("Atelier");
        assertThat(track.path("title").asText()).isEqualTo(
                telegram.seenBy("ada").getFirst().text().lines().findFirst().orElseThrow().replace("*", ""));
        assertThat(track.path("duration").asInt()).isBetween(38, 40);
        assertThat(track.path("thumbnail").asText()).isNotEmpty();
    }

    @Test
    void onDiscordTheStagesShowTheSoundIsOpusInPlaceAndUpAToneMakesAnotherOne() throws IOException {
        try (var discord = new DiscordStandIn();
                var _ = started(Map.of("ATELIER_DISCORD_TOKEN", discord.token(), "ATELIER_DISCORD_API_URL",
                        discord.apiUrl(), "ATELIER_DISCORD_GATEWAY_URL", discord.gatewayUrl()))) {
            within(() -> discord.identified() > 0 && !discord.registrations().isEmpty());
            discord.says("ada", "write " + WISH);
            within(() -> seen(discord, "G major").size() == 1);
            var song = seen(discord, "G major").getFirst();
            assertThat(song.files().keySet()).as("one message with all of it").hasSize(9)
                    .anyMatch(name -> name.endsWith(".ogg")).noneMatch(name -> name.endsWith(".mp3"));
            assertStages(discord.payloads().stream().map(payload -> payload.path("content").asText()).toList());

            discord.presses("ada", "♯ Up a tone");

            within(() -> seen(discord, "A major").size() == 1);
            var higher = seen(discord, "A major").getFirst();
            assertThat(higher.text()).contains("100 BPM", "seed 7");
            assertThat(kinds(higher)).isEqualTo(kinds(song));
            assertThat(discord.refusals()).as("%s", discord.payloads()).isEmpty();
        }
    }

    private static List<Door.Seen> seen(DiscordStandIn discord, String words) {
        return discord.seenBy("ada").stream()
                .filter(seen -> seen.text().contains(words)
                        && seen.buttons().contains("♯ Up a tone") && !seen.files().isEmpty())
                .toList();
    }

    private static List<String> kinds(Door.Seen seen) {
        return seen.files().keySet().stream().map(name -> name.replaceFirst("^.*?(-[a-z]+)?\\.", "$1.")).sorted()
                .toList();
    }

    // The states a person saw: never a step back.
    private static void assertStages(List<String> texts) {
        var reached = new ArrayList<Integer>();
        for (String text : texts) {
            var line = text.lines().filter(it -> it.startsWith("🎵 ") && it.contains("▸ ")).findFirst();
            line.ifPresent(it -> reached.add(STAGES.indexOf(it.replaceFirst("^.*▸ (\\p{L}+).*$", "$1"))));
        }
        // How many there is time to show is the platform's business: one edit a second or so.
        assertThat(reached).as("%s", texts).isSorted().doesNotContain(-1);
        assertThat(reached).isNotEmpty();
    }
}
