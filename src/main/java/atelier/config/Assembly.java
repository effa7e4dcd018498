package atelier.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the records of [Config] together and checks what must fit together.
final class Assembly {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    private final Given given;
    private final Values values;

    Assembly(Given given) {
        this.given = given;
        this.values = new Values(given);
    }

    Config config() {
        Config.Http http = http();
        Map<String, TierSettings> tiers = tiers();
        Path data = values.of(Settings.DATA_DIR);
        Secret database = values.find(Settings.DATABASE_URL);
        return new Config(data, database,
                Objects.requireNonNullElseGet(values.find(Settings.VAULT_KEY_FILE), () -> data.resolve("vault.key")),
                roles(database), new Config.Backup(values.find(Settings.BACKUP_EVERY), values.of(Settings.BACKUP_KEEP)),
                http,
                Objects.requireNonNullElseGet(values.find(Settings.TIME_ZONE), ZoneId::systemDefault), discord(tiers),
                telegram(http),
                new Config.ModelServer(values.find(Settings.OLLAMA_URL), values.find(Settings.OLLAMA_MODEL)),
                new Config.ModelServer(values.find(Settings.LMSTUDIO_URL), values.find(Settings.LMSTUDIO_MODEL)),
                new Config.Cloud(values.find(Settings.GEMINI_KEY), values.of(Settings.GEMINI_URL),
                        values.of(Settings.GEMINI_MODEL)),
                new Config.Cloud(values.find(Settings.OPENAI_KEY), values.of(Settings.OPENAI_URL),
                        values.of(Settings.OPENAI_MODEL)),
                new Config.Cloud(values.find(Settings.ANTHROPIC_KEY), values.of(Settings.ANTHROPIC_URL),
                        values.of(Settings.ANTHROPIC_MODEL)),
                limits(),
                values.of(Settings.HEALTH_PERIOD), values.of(Settings.HISTORY_TOKENS), tiers, defaultTier(tiers),
                new Config.Plans(values.find(Settings.PLANS_TERMS_URL), values.find(Settings.PLANS_SUPPORT)),
                values.budget(Settings.BUDGET_SERVICE_DAY, Settings.BUDGET_SERVICE_MONTH, ""),
                values.budget(Settings.BUDGET_TEAM_DAY, Settings.BUDGET_TEAM_MONTH, ""),
                new Config.Community(Objects.requireNonNullElse(values.find(Settings.ADMINS), List.of()),
                        Objects.requireNonNullElse(values.find(Settings.BOTS), List.of()),
                        values.of(Settings.CHAT_REQUESTS)),
                Objects.requireNonNullElse(values.find(Settings.MEMBER_ENDPOINTS), List.of()),
                values.of(Settings.LEARN), values.find(Settings.SOUNDFONT), values.of(Settings.TERMINAL_OUT),
                values.of(Settings.LOG_LEVEL), given.warnings());
    }

    private Set<Config.Role> roles(@Nullable Secret url) {
        var roles = values.of(Settings.NODE_ROLES);
        var isShared = url != null && url.value().startsWith("jdbc:postgresql:");
        if (!isShared && roles.size() < Config.Role.values().length) {
            refuse(Settings.NODE_ROLES, Settings.NODE_ROLES, "leaves out a part, and no other process can do that part",
                    "Several processes need PostgreSQL: set database.url, or leave node.roles out.");
        }
        return roles;
    }

    private Config.Http http() {
        Config.Http http = new Config.Http(values.of(Settings.HTTP_ENABLED), values.of(Settings.HTTP_HOST),
                values.of(Settings.HTTP_PORT), values.find(Settings.HTTP_PUBLIC_URL));
        if (http.enabled() && !LOOPBACK.contains(http.host())) {
            given.warning("Whoever reaches " + http.host() + " port " + http.port()
                    + " can read /metrics and /readyz, since nothing asks for a password there. Keep it behind a proxy or a "
                    + "firewall, or set http.host to 127.0.0.1.");
        }
        return http;
    }

    private Config.Discord discord(Map<String, TierSettings> tiers) {
        return new Config.Discord(values.find(Settings.DISCORD_TOKEN), values.find(Settings.DISCORD_API_URL),
                values.find(Settings.DISCORD_GATEWAY_URL), ofTiers(Settings.DISCORD_TIER_ROLES, tiers),
                ofTiers(Settings.DISCORD_SKUS, tiers));
    }

    /// Which numbers stand for which of these tiers.
    private Map<String, String> ofTiers(Setting<Map<String, String>> setting, Map<String, TierSettings> tiers) {
        var given = Objects.requireNonNullElse(values.find(setting), Map.<String, String>of());
        given.values().stream().filter(name -> !tiers.containsKey(name)).findFirst()
                .ifPresent(name -> refuse(setting, setting, "names a tier that does not exist: `" + name + "`",
                        "Write one of " + String.join(", ", tiers.keySet()) + "."));
        return given;
    }

    private Config.Telegram telegram(Config.Http http) {
        Secret token = values.find(Settings.TELEGRAM_TOKEN);
        boolean wantsWebhook = values.of(Settings.TELEGRAM_MODE).equals("webhook");
        return new Config.Telegram(token, values.of(Settings.TELEGRAM_API_URL), wantsWebhook ? webhook(http) : null);
    }

    private Config.@Nullable Webhook webhook(Config.Http http) {
        Secret secret = values.find(Settings.TELEGRAM_WEBHOOK_SECRET);
        if (secret == null) {
            refuse(Settings.TELEGRAM_WEBHOOK_SECRET, Settings.TELEGRAM_MODE,
                    "is missing, and a webhook without it would"
                            + " take in anybody's messages",
                    "Set a long random word of letters and digits, or set telegram.mode to polling.");
            return null;
        }
        if (!http.enabled()) {
            refuse(Settings.HTTP_ENABLED, Settings.HTTP_ENABLED, "is false, and a webhook needs it",
                    "Set it to true, or set telegram.mode to polling.");
        }
        return new Config.Webhook(secret, values.find(Settings.TELEGRAM_WEBHOOK_URL));
    }

    /// A setting that was wrong by itself has been named already.
    private void refuse(Setting<?> setting, Setting<?> cause, String problem, String remedy) {
        if (given.mistakes().stream().noneMatch(mistake -> mistake.key().equals(setting.key()))) {
            given.mistake(values.placeOf(cause), setting.key(), problem, remedy);
        }
    }

    private Config.Limits limits() {
        return new Config.Limits(values.of(Settings.LIMIT_CONNECT), values.of(Settings.LIMIT_FIRST_TOKEN_LOCAL),
                values.of(Settings.LIMIT_FIRST_TOKEN_CLOUD), values.of(Settings.LIMIT_FIRST_TOKEN_LOADING),
                values.of(Settings.LIMIT_IDLE), values.of(Settings.LIMIT_JOB));
    }

    private Map<String, TierSettings> tiers() {
        Map<String, TierSettings> tiers = new LinkedHashMap<>();
        given.tierNames().forEach(name -> {
            TierSettings start = TierSettings.defaults().getOrDefault(name, TierSettings.FREE);
            tiers.put(name, new TierSettings(values.ofTier(Settings.TIER_MESSAGES, name, start.messagesPerDay()),
                    values.ofTier(Settings.TIER_REQUESTS, name, start.requestsPerMinute()),
                    values.ofTier(Settings.TIER_JOBS, name, start.concurrentJobs()),
                    values.ofTier(Settings.TIER_CLOUD, name, start.cloud()),
                    values.ofTier(Settings.TIER_PRIORITY, name, start.priority()),
                    values.budget(Settings.TIER_BUDGET_DAY, Settings.TIER_BUDGET_MONTH, name),
                    values.ofTier(Settings.TIER_FEATURES, name, start.features()),
                    values.ofTier(Settings.TIER_STARS, name, start.stars())));
            if (!Settings.TIER_NAME.matcher(name).matches()) {
                given.mistake(placeOfTier(name), "tiers." + name, "is no name for a tier",
                        "Use small letters, digits and -, beginning with a letter.");
            }
        });
        return tiers;
    }

    private Place placeOfTier(String name) {
        return given.entries().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("tiers." + name + "."))
                .map(entry -> entry.getValue().place())
                .findFirst()
                .orElse(new Place("tiers", 0));
    }

    private String defaultTier(Map<String, TierSettings> tiers) {
        String name = values.of(Settings.DEFAULT_TIER);
        if (!tiers.containsKey(name)) {
            refuse(Settings.DEFAULT_TIER, Settings.DEFAULT_TIER, "names a tier that does not exist: `" + name + "`",
                    "Write one of " + String.join(", ", tiers.keySet()) + ".");
        }
        return name;
    }
}
