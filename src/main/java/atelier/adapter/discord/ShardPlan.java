package atelier.adapter.discord;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// In how many shards the bot's events come, and how many of them may identify in the same five seconds.
///
/// Source: [Discord's documentation, gateway](https://docs.discord.com/developers/events/gateway), sharding.
record ShardPlan(int shards, int concurrency) {
    private static final String DISCORD = "https://discord.com/api/v10/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Asks Discord. What does not know of shards gets by with one.
    ///
    /// @throws IOException when Discord cannot be asked at present
    static ShardPlan ask(OkHttpClient client, DiscordSettings settings) throws IOException {
        var base = settings.baseUrl();
        var request = new Request.Builder().url((base == null ? DISCORD : base) + "gateway/bot")
                .header("Authorization", "Bot " + settings.token())
                .header("User-Agent", "DiscordBot (atelier, 0.1)").build();
        try (var response = client.newCall(request).execute()) {
            if (response.code() == 429 || response.code() >= 500) {
                throw new IOException("Discord answers with status " + response.code());
            }
            if (response.code() != 200) {
                return new ShardPlan(Math.max(1, settings.shards()), 1); // a wrong token is told on connecting
            }
            var answer = JSON.readTree(response.body().bytes());
            var recommended = Math.max(1, answer.path("shards").asInt(1));
            return new ShardPlan(settings.shards() > 0 ? settings.shards() : recommended,
                    Math.max(1, answer.path("session_start_limit").path("max_concurrency").asInt(1)));
        }
    }

    /// The same with the number others keep to already.
    ShardPlan of(int total) {
        return new ShardPlan(total, concurrency);
    }

    String lease(int shard) {
        return PREFIX + shard + " of " + shards;
    }

    static final String PREFIX = "DISCORD shard ";

    /// How many shards there are, by the name of a lease.
    static int total(String lease) {
        return Integer.parseInt(lease.substring(lease.lastIndexOf(' ') + 1));
    }
}
