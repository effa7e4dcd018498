package atelier.process;

import atelier.adapter.Door.Seen;
import atelier.standin.DiscordStandIn;
import atelier.standin.GeminiStandIn;
import atelier.standin.OllamaStandIn;
import atelier.standin.TelegramStandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Everything around one Atelier: both platforms with their people, a local and a cloud model, a folder for its data. It
/// outlives the process, which may be started again in it.
final class Town implements AutoCloseable {
    static final String LOCAL = "qwen3:8b";
    static final String CLOUD = "gemini-3.8-flash";
    static final String PERSON = "somebody";

    final TelegramStandIn telegram = new TelegramStandIn();
    final DiscordStandIn discord = new DiscordStandIn();
    final OllamaStandIn ollama = new OllamaStandIn();
    final GeminiStandIn gemini = new GeminiStandIn();
    private final Path folder;
    private final List<AtelierProcess> started = new ArrayList<>();

    /// One platform as its person sees it.
    interface Side {
        void commands(String command, String prompt);

        void says(String words);

        void presses(String label);

        /// The bot's messages as they look now.
        List<Seen> seen();

        /// All words the bot shows now.
        default String words() {
            return String.join("\n", seen().stream().map(Seen::text).toList());
        }

        /// The bytes of a file on any of the bot's messages.
        default List<byte[]> files(String name) {
            return seen().stream().filter(message -> message.files().containsKey(name))
                    .map(message -> message.files().get(name)).toList();
        }
    }

    Town(Path folder) throws IOException {
        this.folder = folder;
        ollama.hasModel(LOCAL);
        gemini.hasModel(CLOUD);
    }

    /// Starts Atelier with both platforms and waits until it is ready.
    /// What all of its processes wrote.
    String logs() {
        return started.stream().map(AtelierProcess::log).collect(Collectors.joining("\n— next —\n"));
    }

    AtelierProcess start() {
        return start(settings(), AtelierProcess.QUICK);
    }

    AtelierProcess start(Map<String, String> settings, List<String> flags) {
        var process = AtelierProcess.start(folder, settings, flags);
        started.add(process);
        process.awaitReady();
        return process;
    }

    /// Starts Atelier without waiting.
    AtelierProcess begins(Map<String, String> settings, List<String> flags) {
        var process = AtelierProcess.start(folder, settings, flags);
        started.add(process);
        return process;
    }

    /// Starts Atelier without waiting; whoever calls ends it.
    AtelierProcess begin(Map<String, String> settings, List<String> flags) {
        return AtelierProcess.start(folder, settings, flags);
    }

    Map<String, String> settings() {
        return Map.ofEntries(Map.entry("ATELIER_DATA_DIR", folder.resolve("data").toString()),
                Map.entry("ATELIER_TELEGRAM_TOKEN", telegram.token()),
                Map.entry("ATELIER_TELEGRAM_API_URL", telegram.url().toString()),
                Map.entry("ATELIER_DISCORD_TOKEN", discord.token()),
                Map.entry("ATELIER_DISCORD_API_URL", discord.apiUrl()),
                Map.entry("ATELIER_DISCORD_GATEWAY_URL", discord.gatewayUrl()),
                Map.entry("ATELIER_OLLAMA_URL", ollama.url()), Map.entry("ATELIER_LMSTUDIO_URL", "off"),
                Map.entry("ATELIER_GEMINI_KEY", "key-of-a-stand-in"), Map.entry("ATELIER_GEMINI_URL", gemini.url()),
                Map.entry("ATELIER_TIME_ZONE", "UTC"), Map.entry("ATELIER_HTTP_PORT", "0"),
                Map.entry("ATELIER_HTTP_PUBLIC_URL", "https://bot.example.org"));
    }

    /// What Atelier wrote down.
    Records records() {
        return new Records(folder.resolve("data").resolve("atelier.db"));
    }

    Side onTelegram() {
        return new Side() {
            @Override
            public void commands(String command, String prompt) {
                telegram.says(PERSON, ("/" + command + " " + prompt).strip());
            }

            @Override
            public void says(String words) {
                telegram.says(PERSON, words);
            }

            @Override
            public void presses(String label) {
                telegram.presses(PERSON, label);
            }

            @Override
            public List<Seen> seen() {
                return telegram.seenBy(PERSON);
            }
        };
    }

    Side onDiscord() {
        return new Side() {
            @Override
            public void commands(String command, String prompt) {
                discord.commands(PERSON, command, prompt.isEmpty() ? Map.of() : Map.of("prompt", prompt));
            }

            @Override
            public void says(String words) {
                discord.says(PERSON, words);
            }

            @Override
            public void presses(String label) {
                discord.presses(PERSON, label);
            }

            @Override
            public List<Seen> seen() {
                return discord.seenBy(PERSON);
            }
        };
    }

    @Override
    public void close() {
        started.forEach(AtelierProcess::close);
        telegram.close();
        discord.close();
        ollama.close();
        gemini.close();
    }
}
