package atelier.adapter.telegram;

import atelier.chat.HashMemory;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells Telegram at the start how events are to come and what the command menu is, and learns who we are.
final class Registration {
    private static final Logger log = LoggerFactory.getLogger(Registration.class);

    private final BotApi api;
    private final TelegramSettings settings;
    private final HashMemory memory;

    Registration(BotApi api, TelegramSettings settings, HashMemory memory) {
        this.api = api;
        this.settings = settings;
        this.memory = memory;
    }

    /// Registers, once.
    ///
    /// @throws BotApiException when it should be tried again
    Addressed register() throws BotApiException {
        var me = api.call("getMe", Map.of());
        switch (settings.mode()) {
            case POLLING -> api.call("deleteWebhook", Map.of("drop_pending_updates", false));
            case WEBHOOK -> webhook();
        }
        commands(me);
        return new Addressed(me.path("id").asText(), me.path("username").asText(),
                settings.commands().stream().map(BotCommand::name).collect(Collectors.toSet()));
    }

    private void webhook() throws BotApiException {
        var url = settings.webhookUrl();
        var secret = settings.webhookSecret();
        if (url != null && secret != null) {
            api.call("setWebhook", Map.of("url", url.toString(), "secret_token", secret, "allowed_updates",
                    Poller.KINDS, "max_connections", 40));
        }
    }

    /// A menu that cannot be set is no reason not to talk.
    private void commands(JsonNode me) {
        var key = "telegram.commands." + me.path("id").asText();
        var hash = hash(settings.commands());
        if (settings.commands().isEmpty() || hash.equals(memory.last(key))) {
            return;
        }
        try {
            for (var language : languages()) {
                api.call("setMyCommands", menu(language, _ -> true));
                if (settings.commands().stream().anyMatch(BotCommand::ofOneself)) {
                    var inGroups = menu(language, command -> !command.ofOneself());
                    inGroups.put("scope", Map.of("type", "all_group_chats"));
                    api.call("setMyCommands", inGroups);
                }
            }
            memory.remember(key, hash);
        } catch (BotApiException e) {
            log.warn("the command menu could not be set: {}", e.getMessage());
        }
    }

    private Map<String, Object> menu(String language, Predicate<BotCommand> which) {
        var parameters = new HashMap<String, Object>();
        parameters.put("commands", settings.commands().stream().filter(which).map(command -> Map.of("command",
                command.name(), "description", command.localised().getOrDefault(language, command.description())))
                .toList());
        if (!language.isEmpty()) {
            parameters.put("language_code", language);
        }
        return parameters;
    }

    private Set<String> languages() {
        var languages = new TreeSet<String>();
        languages.add("");
        settings.commands().forEach(command -> languages.addAll(command.localised().keySet()));
        return languages;
    }

    private static String hash(List<BotCommand> commands) {
        var text = commands.stream().map(command -> command.name() + "\0" + command.description() + "\0"
                + new java.util.TreeMap<>(command.localised()) + command.ofOneself()).collect(Collectors.joining("\1"));
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
