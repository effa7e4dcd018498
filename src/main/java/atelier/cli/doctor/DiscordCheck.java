package atelier.cli.doctor;

import atelier.config.Config;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Discord: the token and the way there.
record DiscordCheck(Config.Discord discord) implements Check {
    /// An application's id, its public key, its client secret, a token of Telegram: what is pasted by mistake.
    private static final Pattern NO_TOKEN = Pattern.compile("\\d{15,20}|[0-9a-f]{64}|\\d{3,12}:[A-Za-z0-9_-]{30,}");
    private static final int FEW_LOGINS = 5;
    private static final URI OWN = URI.create("https://discord.com/api/v10");

    @Override
    public String subject() {
        return "Discord";
    }

    @Override
    public List<Finding> findings() throws InterruptedException {
        var token = discord.token() == null ? "" : discord.token().value();
        if (NO_TOKEN.matcher(token).matches()) {
            return List.of(Finding.wrong(Ailment.DISCORD_NOT_A_TOKEN, subject(),
                    "what stands in `discord.token` is an application's id or key, or a token of Telegram",
                    "Set the bot token of the page Bot at https://discord.com/developers/applications (Reset Token)."));
        }
        if (!token.matches("[!-~]+")) {
            return List.of(refused());
        }
        // Discord turns away who does not introduce itself as a bot.
        var headers = Map.of("Authorization", "Bot " + token, "User-Agent", "DiscordBot (atelier, 0.1)");
        try (var web = new Web()) {
            return switch (web.get(URI.create(base() + "/users/@me"), headers)) {
                case Web.Silence(String why) ->
                    List.of(Finding.wrong(Ailment.DISCORD_UNREACHABLE, subject(), where() + " cannot be reached ("
                            + why + ")", "Check the network, a firewall or proxy, and `discord.api-url`."));
                case Web.Answer answer -> {
                    var findings = new ArrayList<>(List.of(met(answer)));
                    if (findings.getFirst().level() == Finding.Level.FINE) {
                        if (web.get(URI.create(base() + "/applications/@me"), headers) instanceof Web.Answer it) {
                            application(it.body(), findings);
                        }
                        if (web.get(URI.create(base() + "/gateway/bot"), headers) instanceof Web.Answer it) {
                            logins(it.body().path("session_start_limit"), findings);
                        }
                    }
                    yield findings;
                }
            };
        }
    }

    private void application(JsonNode application, List<Finding> findings) {
        if (!application.path("interactions_endpoint_url").asText("").isEmpty()) {
            findings.add(Finding.wrong(Ailment.DISCORD_INTERACTIONS_ELSEWHERE, subject(),
                    "commands and buttons go to another address, the application's interactions endpoint",
                    "Empty *Interactions Endpoint URL* on the page General Information of the application."));
        }
        if (application.path("bot_require_code_grant").asBoolean()) {
            findings.add(Finding.doubtful(Ailment.DISCORD_CODE_GRANT, subject(),
                    "the bot cannot be invited, since it requires a code grant",
                    "Turn *Requires OAuth2 Code Grant* off on the page Bot of the application."));
        }
    }

    private void logins(JsonNode limit, List<Finding> findings) {
        if (limit.path("remaining").asInt(FEW_LOGINS) < FEW_LOGINS) {
            findings.add(Finding.doubtful(Ailment.DISCORD_LOGINS_USED_UP, subject(), "only "
                    + limit.path("remaining").asInt() + " connections are left for today",
                    "Let it run without restarting it; Discord resets the token of a bot that connects too often."));
        }
    }

    private Finding met(Web.Answer answer) {
        if (answer.status() == 401) {
            return refused();
        }
        if (answer.status() == 429) {
            return Finding.doubtful(Ailment.DISCORD_SLOWED_DOWN, subject(), "asks to slow down",
                    "Try again in some minutes.");
        }
        return answer.status() == 200 && answer.body().has("username")
                ? Finding.fine(subject(), "the token is that of " + answer.body().path("username").asText()
                        + "; it hears direct messages, mentions and commands, and needs no privileged intent")
                : Finding.wrong(Ailment.DISCORD_IS_OTHER, subject(),
                        where() + " does not answer as Discord does (status " + answer.status()
                                + ")",
                        "Correct `discord.api-url`, or delete it to use Discord's own.");
    }

    private Finding refused() {
        return Finding.wrong(Ailment.DISCORD_TOKEN_REFUSED, subject(), "the token is refused", "Make a new one at "
                + "https://discord.com/developers/applications (page Bot, Reset Token) and set `discord.token`.");
    }

    private String where() {
        return URI.create(base()).getAuthority();
    }

    /// Like the adapter's: with or without its version at the end.
    private String base() {
        var url = discord.apiUrl() == null ? OWN.toString() : discord.apiUrl().toString().replaceAll("/+$", "");
        if (url.matches(".*/v\\d+")) {
            return url;
        }
        return url.endsWith("/api") ? url + "/v10" : url + "/api/v10";
    }
}
