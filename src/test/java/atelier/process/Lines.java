package atelier.process;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A [Cable] to each of Atelier's neighbours.
final class Lines implements AutoCloseable {
    final Cable telegram;
    final Cable discord;
    final Cable ollama;
    final Cable gemini;
    private final Town town;

    Lines(Town town) throws IOException {
        this.town = town;
        this.telegram = new Cable(town.telegram.url().getPort());
        this.discord = new Cable(URI.create(town.discord.apiUrl()).getPort());
        this.ollama = new Cable(town.ollama.port());
        this.gemini = new Cable(town.gemini.port());
        town.discord.isReachedThrough(discord.port());
    }

    /// The town's settings, with all ways leading through the cables.
    ///
    /// @param byName whether the neighbours have names of their own, which must be looked up; see [#names()]
    Map<String, String> settings(boolean byName) {
        var settings = new HashMap<>(town.settings());
        settings.put("ATELIER_TELEGRAM_API_URL", "http://" + host("telegram", byName) + ":" + telegram.port());
        settings.put("ATELIER_DISCORD_API_URL",
                "http://" + host("discord", byName) + ":" + discord.port() + "/api/v10/");
        settings.put("ATELIER_DISCORD_GATEWAY_URL",
                "ws://" + host("discord", byName) + ":" + discord.port() + "/gateway");
        settings.put("ATELIER_OLLAMA_URL", "http://" + host("ollama", byName) + ":" + ollama.port());
        settings.put("ATELIER_GEMINI_URL", "http://" + host("gemini", byName) + ":" + gemini.port());
        return settings;
    }

    private static String host(String name, boolean byName) {
        return byName ? name + ".test" : "127.0.0.1";
    }

    /// Lines of a hosts file.
    static List<String> names() {
        return List.of("127.0.0.1 localhost telegram.test discord.test ollama.test gemini.test");
    }

    List<Cable> all() {
        return List.of(telegram, discord, ollama, gemini);
    }

    @Override
    public void close() {
        all().forEach(Cable::close);
    }
}
