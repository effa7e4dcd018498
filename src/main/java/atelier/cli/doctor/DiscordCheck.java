package atelier.cli.doctor;

import atelier.config.Config;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Discord: the token and the way there.
record DiscordCheck(Config.Discord discord) implements Check {
    private static final URI OWN = URI.create("https://discord.com/api/v10");

    @Override
    public String subject() {
        return "Discord";
    }

    @Override
    public List<Finding> findings() throws InterruptedException {
        var token = discord.token() == null ? "" : discord.token().value();
        if (!token.matches("[!-~]+")) {
            return List.of(refused());
        }
        // Discord turns away who does not introduce itself as a bot.
        var headers = Map.of("Authorization", "Bot " + token, "User-Agent", "DiscordBot (atelier, 0.1)");
        try (var web = new Web()) {
            return switch (web.get(URI.create(base() + "/users/@me"), headers)) {
                case Web.Silence(String why) -> List.of(Finding.wrong(subject(), where() + " cannot be reached ("
                        + why + ")", "Check the network, a firewall or proxy, and `discord.api-url`."));
                case Web.Answer answer -> List.of(met(answer));
            };
        }
    }

    private Finding met(Web.Answer answer) {
        if (answer.status() == 401) {
            return refused();
        }
        if (answer.status() == 429) {
            return Finding.doubtful(subject(), "asks to slow down", "Try again in some minutes.");
        }
        return answer.status() == 200 && answer.body().has("username")
                ? Finding.fine(subject(), "the token is that of " + answer.body().path("username").asText()
                        + "; it hears direct messages, mentions and commands, and needs no privileged intent")
                : Finding.wrong(subject(), where() + " does not answer as Discord does (status " + answer.status()
                        + ")", "Correct `discord.api-url`, or delete it to use Discord's own.");
    }

    private Finding refused() {
        return Finding.wrong(subject(), "the token is refused", "Make a new one at "
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
