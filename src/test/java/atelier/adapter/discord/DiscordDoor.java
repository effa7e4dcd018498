package atelier.adapter.discord;

import atelier.adapter.Door;
import atelier.adapter.Hashes;
import atelier.chat.ChatAdapter;
import atelier.language.Sentence;
import atelier.standin.DiscordStandIn;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Discord's stand-in as people use it.
final class DiscordDoor implements Door {
    static final List<SlashCommand> COMMANDS = List.of(
            SlashCommand.of("melody", "Writes a melody", SlashOption.text("prompt", "What it should be like"),
                    SlashOption.file("file", "A recording")),
            SlashCommand.of("usage", "What you used", SlashOption.text("prompt", "Which part")).forOne(),
            SlashCommand.of("story", "Writes a story", SlashOption.text("prompt", "What happens"),
                    SlashOption.text("model", "Which model").withSuggestions()).withForm("What is it about?"),
            SlashCommand.of("provider", "Keys", SlashOption.text("prompt", "What to do")).forOne()
                    .withSecret(new SecretForm("add gemini"::equals, Sentence.plain("A provider's key"),
                            Sentence.plain("The key"))));

    final DiscordStandIn discord;
    private final Hashes memory = new Hashes();

    private static final List<MessageCommand> ON_MESSAGES = List.of(
            new MessageCommand("Review this", Map.of(), "review"),
            new MessageCommand("Explain this", Map.of(), "explain"),
            new MessageCommand("Continue here", Map.of(), "continue"));

    DiscordDoor() throws IOException {
        discord = new DiscordStandIn();
        discord.guildSpeaks("de");
    }

    DiscordAdapter adapter(List<SlashCommand> commands) {
        return adapter(commands, discord.token());
    }

    DiscordAdapter adapter(DiscordSettings settings) {
        return new DiscordAdapter(settings, COMMANDS, ON_MESSAGES, memory, discord.clock());
    }

    DiscordAdapter adapter(List<SlashCommand> commands, String token) {
        var settings = new DiscordSettings(token, URI.create(discord.apiUrl()), URI.create(discord.gatewayUrl()), 0,
                Duration.ofSeconds(2));
        return new DiscordAdapter(settings, commands, ON_MESSAGES,
                (who, where, command, option, typed) -> List.of(typed + " by " + who.name(), command + "." + option),
                memory,
                discord.clock());
    }

    @Override
    public ChatAdapter adapter() {
        return adapter(COMMANDS);
    }

    @Override
    public ChatAdapter restarted() {
        return adapter(COMMANDS);
    }

    @Override
    public void says(String person, String text) {
        discord.says(person, text);
    }

    @Override
    public void commands(String person, String command, String prompt) {
        discord.commands(person, command, Map.of("prompt", prompt));
    }

    @Override
    public void sends(String person, String caption, String fileName, String mediaType, byte[] content) {
        discord.sends(person, caption, fileName, mediaType, content);
    }

    @Override
    public void presses(String person, String label) {
        discord.presses(person, label);
    }

    @Override
    public void deliversAgain() {
        discord.deliversAgain();
    }

    @Override
    public List<Seen> seenBy(String person) {
        return discord.seenBy(person);
    }

    @Override
    public List<String> noticesTo(String person) {
        return discord.noticesTo(person);
    }

    @Override
    public void failNext(Fault fault) {
        discord.failNext(fault);
    }

    @Override
    public int callsDuringPenalty() {
        return discord.callsDuringPenalty();
    }

    @Override
    public List<String> unsafePayloads() {
        return discord.unsafePayloads();
    }

    @Override
    public void close() {
        discord.close();
    }
}
