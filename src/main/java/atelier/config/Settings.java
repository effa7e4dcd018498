package atelier.config;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The one table of settings. It drives the reading of the file, the names of the environment variables, the checks, and
/// (held by a test) `config.example.yml`.
final class Settings {
    private static final Pattern ANY = Pattern.compile("\\S+");
    private static final Pattern KEY = Pattern.compile("[!-~]{8,}");
    static final Pattern TIER_NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    static final Setting<Path> DATA_DIR = new Setting<>("data-dir", Type.folder("./data"), "./data",
            "Where Atelier keeps its database. Back this folder up.");
    static final Setting<Secret> DATABASE_URL = new Setting<>("database.url",
            Type.secret("a JDBC address such as jdbc:postgresql://localhost/atelier",
                    Pattern.compile("jdbc:(sqlite|postgresql):\\S+")),
            "",
            "Empty means SQLite, one file in data-dir. For PostgreSQL: jdbc:postgresql://host/name?user=...&password=...");

    static final Setting<Path> VAULT_KEY_FILE = new Setting<>("vault.key-file", Type.file("/etc/atelier/vault.key"), "",
            "The file with the master key of the provider keys people entrust to the bot; made at the first use. Empty means"
                    + " vault.key in data-dir. Back it up, but not beside the database.");

    static final Setting<Set<Config.Role>> NODE_ROLES = new Setting<>("node.roles", Type.roles(),
            "gateway, worker, web",
            "What this process does where several share one PostgreSQL: gateway talks with the chat platforms (one of them at"
                    + " a time), worker makes things, web answers webhooks and shows games. All of it, unless told otherwise.");
    static final Setting<Duration> BACKUP_EVERY = new Setting<>("backup.every", Type.longSpan("24h"), "",
            "How often the service backs itself up into the folder backups in data-dir, such as 24h; to another disk you copy"
                    + " them yourself. Empty: never.");
    static final Setting<Integer> BACKUP_KEEP = new Setting<>("backup.keep", Type.whole(1, 1000, 7), "7",
            "How many of these backups are kept; older ones are removed.");
    static final Setting<Path> SOUNDFONT = new Setting<>("soundfont", Type.file("/usr/share/sounds/sf2/FluidR3_GM.sf2"),
            "",
            "A SoundFont 2 file (.sf2) with the General MIDI instruments for better sound. Empty: Java's built-in ones.");

    static final Setting<Boolean> HTTP_ENABLED = new Setting<>("http.enabled", Type.yesNo(), "true",
            "Whether the service answers /healthz, /readyz and /metrics, and takes in webhooks.");
    static final Setting<String> HTTP_HOST = new Setting<>("http.host",
            Type.name("a host name or an address", "127.0.0.1", Pattern.compile("[A-Za-z0-9._:%-]+")), "127.0.0.1",
            "Which address to listen on. 127.0.0.1 is reached from this machine only; 0.0.0.0 from everywhere.");
    static final Setting<URI> HTTP_PUBLIC_URL = new Setting<>("http.public-url",
            Type.address("https://bot.example.org", "https", "http"), "",
            "How people reach the service from outside, usually a reverse proxy with TLS before it. Games then get a Play"
                    + " button, on Telegram only with https. Empty: games come as files alone.");
    static final Setting<Integer> HTTP_PORT = new Setting<>("http.port", Type.whole(0, 65_535, 8080), "8080",
            "Which port to listen on. 0 takes any free one.");
    static final Setting<ZoneId> TIME_ZONE = new Setting<>("time-zone", Type.zone(), "",
            "The zone in whose midnight quotas and budgets begin anew, such as Europe/Berlin. Empty means this machine's own.");

    static final Setting<Secret> DISCORD_TOKEN = new Setting<>("discord.token",
            Type.secret("a bot token without spaces", ANY), "",
            "The bot token from https://discord.com/developers/applications, page Bot. Without one Discord is off.")
            .sayingWhenOff("Discord is off");
    static final Setting<URI> DISCORD_API_URL = new Setting<>("discord.api-url",
            Type.address("https://discord.com/api/v10", "https", "http"), "",
            "Another address for Discord's API, for a proxy or a test. Empty means Discord's own.");
    static final Setting<URI> DISCORD_GATEWAY_URL = new Setting<>("discord.gateway-url",
            Type.address("wss://gateway.discord.gg", "wss", "ws"), "",
            "Another address for Discord's gateway. Empty means Discord's own.");

    static final Setting<String> DISCORD_SHARDS = new Setting<>("discord.shards",
            Type.name("auto or a whole number from 1 to 9999", "auto", Pattern.compile("auto|[1-9]\\d{0,3}")), "auto",
            "In how many parts (shards) Discord's events come, which several gateway nodes share among them; auto asks"
                    + " Discord, which wants more than one from 2500 servers on.");

    static final Setting<Map<String, String>> DISCORD_TIER_ROLES = new Setting<>("discord.tier-roles",
            Type.pairs("112233445566778899=pro"), "",
            "Which Discord roles bring which tier: the role's number, =, the tier. Several in a list.");
    static final Setting<Map<String, String>> DISCORD_SKUS = new Setting<>("discord.skus",
            Type.pairs("998877665544332211=studio"), "",
            "Which things you sell at Discord (Premium Apps) bring which tier: the SKU's number, =, the tier. Several in a list.");

    static final Setting<Secret> TELEGRAM_TOKEN = new Setting<>("telegram.token",
            Type.secret("a bot token without spaces", ANY), "",
            "The bot token that @BotFather gave you. Without one Telegram is off.")
            .sayingWhenOff("Telegram is off");
    static final Setting<URI> TELEGRAM_API_URL = new Setting<>("telegram.api-url",
            Type.address("https://api.telegram.org", "https", "http"), "https://api.telegram.org",
            "Where the Bot API is; set it for a Bot API server of your own.");
    static final Setting<String> TELEGRAM_MODE = new Setting<>("telegram.mode", Type.oneOf("polling", "webhook"),
            "polling",
            "polling asks Telegram for messages and needs no open port; webhook lets Telegram call this service.");
    static final Setting<Secret> TELEGRAM_WEBHOOK_SECRET = new Setting<>("telegram.webhook.secret",
            Type.secret("1 to 256 letters, digits, _ or -", Pattern.compile("[A-Za-z0-9_-]{1,256}")), "",
            "For webhook only, and needed there: a long random word by which Telegram's calls are known.");
    static final Setting<URI> TELEGRAM_WEBHOOK_URL = new Setting<>("telegram.webhook.url",
            Type.address("https://bot.example.org/telegram/webhook", "https", "http"), "",
            "For webhook only: the public address Telegram shall call. Empty means you register it yourself.");

    static final Setting<Integer> TELEGRAM_CALLS = new Setting<>("telegram.calls-per-second",
            Type.whole(1, 1_000_000, 500), "500",
            "How many calls a second go to Telegram over all chats; a Bot API server of your own takes more. A chat that is to"
                    + " wait is told so by Telegram, and then left alone.");

    static final Setting<URI> OLLAMA_URL = new Setting<>("ollama.url",
            Type.address("http://localhost:11434", "http", "https"), "http://localhost:11434",
            "Where Ollama runs. It is used when it is there; off never looks for it.");
    static final Setting<String> OLLAMA_MODEL = new Setting<>("ollama.model", Type.text("llama3.2"), "",
            "The model to prefer. Empty lets Atelier choose among those installed.");
    static final Setting<Integer> OLLAMA_AT_ONCE = new Setting<>("ollama.at-once", Type.whole(1, 1000, 2), "2",
            "How many answers it makes at once, of all nodes together; whoever comes beyond that waits in line. 1 where it"
                    + " answers one by one (OLLAMA_NUM_PARALLEL=1).");
    static final Setting<URI> LMSTUDIO_URL = new Setting<>("lmstudio.url",
            Type.address("http://localhost:1234", "http", "https"), "http://localhost:1234",
            "Where LM Studio's server runs. It is used when it is there; off never looks for it.");
    static final Setting<String> LMSTUDIO_MODEL = new Setting<>("lmstudio.model", Type.text("qwen3-8b"), "",
            "The model to prefer. Empty lets Atelier choose.");
    static final Setting<Integer> LMSTUDIO_AT_ONCE = new Setting<>("lmstudio.at-once", Type.whole(1, 1000, 2), "2",
            "How many answers it makes at once.");

    static final Setting<Secret> GEMINI_KEY = new Setting<>("gemini.key",
            Type.secret("a key without spaces", KEY), "",
            "The key from https://aistudio.google.com/apikey. Without one Gemini is off.")
            .sayingWhenOff("Gemini is off");
    static final Setting<URI> GEMINI_URL = new Setting<>("gemini.url",
            Type.address("https://generativelanguage.googleapis.com", "https", "http"),
            "https://generativelanguage.googleapis.com", "Where Gemini's API is.");
    static final Setting<String> GEMINI_MODEL = new Setting<>("gemini.model", Type.text("gemini-3.8-flash"),
            "gemini-3.8-flash", "Which Gemini model answers.");
    static final Setting<Secret> OPENAI_KEY = new Setting<>("openai.key", Type.secret("a key without spaces", KEY), "",
            "The key from https://platform.openai.com/api-keys. Without one OpenAI is not asked.");
    static final Setting<URI> OPENAI_URL = new Setting<>("openai.url",
            Type.address("https://api.openai.com/v1", "https", "http"), "https://api.openai.com/v1",
            "Where OpenAI's API is.");
    static final Setting<String> OPENAI_MODEL = new Setting<>("openai.model", Type.text("gpt-6-luna"), "gpt-6-luna",
            "Which OpenAI model answers.");
    static final Setting<Secret> ANTHROPIC_KEY = new Setting<>("anthropic.key",
            Type.secret("a key without spaces", KEY), "",
            "The key from https://platform.claude.com/settings/keys. Without one Anthropic is not asked.");
    static final Setting<URI> ANTHROPIC_URL = new Setting<>("anthropic.url",
            Type.address("https://api.anthropic.com", "https", "http"), "https://api.anthropic.com",
            "Where Anthropic's API is.");
    static final Setting<String> ANTHROPIC_MODEL = new Setting<>("anthropic.model", Type.text("claude-haiku-5-5"),
            "claude-haiku-5-5", "Which Claude model answers.");

    static final Setting<Integer> JOBS_AT_ONCE = new Setting<>("jobs.at-once", Type.whole(1, 100_000, 1000), "1000",
            "How many wishes of everybody this process works on at once; most of them wait for words of a model, which costs"
                    + " little. The others stand in line.");

    static final Setting<Duration> LIMIT_CONNECT = limit("connect", "2s",
            "How long a model server may take to accept a connection.");
    static final Setting<Duration> LIMIT_FIRST_TOKEN_LOCAL = limit("first-token-local", "30s",
            "How long a local model that is loaded may take to its first word.");
    static final Setting<Duration> LIMIT_FIRST_TOKEN_CLOUD = limit("first-token-cloud", "60s",
            "How long a cloud model may take to its first word.");
    static final Setting<Duration> LIMIT_FIRST_TOKEN_LOADING = limit("first-token-loading", "5m",
            "How long a local model may take to its first word when it must be loaded first.");
    static final Setting<Duration> LIMIT_IDLE = limit("idle", "30s",
            "How long a model may pause in the middle of an answer.");
    static final Setting<Duration> LIMIT_JOB = limit("job", "10m", "How long one wish may take altogether.");
    static final Setting<Duration> HEALTH_PERIOD = new Setting<>("health.period", Type.span("30s"), "30s",
            "How often each model server is asked whether it is well.");

    static final Setting<Integer> RETENTION_CONVERSATIONS = retention("conversations", 0,
            "How many days after its last use a conversation is removed, with all that was made in it. 0 keeps it until"
                    + " somebody deletes it.");
    static final Setting<Integer> RETENTION_FILES = retention("files", 90,
            "How many days after the last use of its conversation a file that was made is removed.");
    static final Setting<Integer> RETENTION_CALLS = retention("calls", 90,
            "How many days it is kept how long a model took and what it cost. The words themselves are not kept there.");
    static final Setting<Integer> RETENTION_EVENTS = retention("events", 7,
            "How many days the platforms' numbers of messages are kept, by which one that comes again is known.");

    static final Setting<Integer> HISTORY_TOKENS = new Setting<>("history.tokens", Type.whole(0, 1_000_000, 4000),
            "4000",
            "How much of the conversation so far a model gets to read, in tokens (about four letters each).");

    static final Setting<Integer> TIER_MESSAGES = new Setting<>("tiers.*.messages-per-day",
            Type.whole(0, 1_000_000_000, 25), Integer.toString(TierSettings.FREE.messagesPerDay()),
            "How many charged messages a day one person may send.");
    static final Setting<Integer> TIER_REQUESTS = new Setting<>("tiers.*.requests-per-minute",
            Type.whole(1, 1_000_000, 100), Integer.toString(TierSettings.FREE.requestsPerMinute()),
            "How many requests a minute, charged or not.");
    static final Setting<Integer> TIER_JOBS = new Setting<>("tiers.*.concurrent-jobs", Type.whole(1, 10_000, 1),
            Integer.toString(TierSettings.FREE.concurrentJobs()), "How many of their wishes are worked on at once.");
    static final Setting<Boolean> TIER_CLOUD = new Setting<>("tiers.*.cloud", Type.yesNo(),
            Boolean.toString(TierSettings.FREE.cloud()), "Whether cloud models may answer them.");
    static final Setting<Integer> TIER_PRIORITY = new Setting<>("tiers.*.priority", Type.whole(0, 1000, 1),
            Integer.toString(TierSettings.FREE.priority()), "Who is served first when many wait: the higher number.");
    static final Setting<BigDecimal> TIER_BUDGET_DAY = new Setting<>("tiers.*.budget-usd-per-day", Type.usd("0.50"), "",
            "How many US dollars a day cloud models may cost for one person. Empty means no limit, 0 no spending.");
    static final Setting<BigDecimal> TIER_BUDGET_MONTH = new Setting<>("tiers.*.budget-usd-per-month", Type.usd("5"),
            "",
            "The same for a calendar month.");
    static final Setting<List<String>> TIER_FEATURES = new Setting<>("tiers.*.features",
            Type.words("code", "review", "explain", "game", "lyrics", "melody", "topline", "song", "log", "compare",
                    "chat", "voice", "coach", "analyze", "master", "all"),
            "all",
            "What may be asked for: all, or a list of code, review, explain, game, lyrics, melody, topline, song, log, compare,"
                    + " chat, voice, coach, analyze and master.");
    static final Setting<Integer> TIER_STARS = new Setting<>("tiers.*.stars", Type.whole(0, 10_000, 250), "0",
            "What thirty days of it cost at Telegram, in Stars. 0: it is not sold there.");
    static final Setting<String> DEFAULT_TIER = new Setting<>("default-tier",
            Type.name("the name of a tier", "free", TIER_NAME), "free", "The tier of everybody who has no other.");

    static final Setting<URI> PLANS_TERMS_URL = new Setting<>("plans.terms-url",
            Type.address("https://bot.example.org/terms", "https", "http"), "",
            "Your page with the terms of sale, for /terms. Empty: a short general text.");
    static final Setting<String> PLANS_SUPPORT = new Setting<>("plans.support", Type.text("@example_support"), "",
            "Who answers for payments, for /paysupport: an address or a name. Set it before you sell.");

    static final Setting<BigDecimal> BUDGET_SERVICE_DAY = new Setting<>("budget.service-usd-per-day", Type.usd("5"), "",
            "How many US dollars a day cloud models may cost for everybody together. Empty means no limit, 0 no"
                    + " spending.");
    static final Setting<BigDecimal> BUDGET_SERVICE_MONTH = new Setting<>("budget.service-usd-per-month",
            Type.usd("50"), "", "The same for a calendar month.");
    static final Setting<BigDecimal> BUDGET_TEAM_DAY = new Setting<>("budget.team-usd-per-day", Type.usd("2"), "",
            "How many US dollars a day cloud models may cost for one team. Empty means no limit, 0 no spending.");
    static final Setting<BigDecimal> BUDGET_TEAM_MONTH = new Setting<>("budget.team-usd-per-month", Type.usd("20"), "",
            "The same for a calendar month.");

    static final Setting<List<Config.Admin>> ADMINS = new Setting<>("admins", Type.admins(), "",
            "Who may administer the bot, by numeric id: discord:123456789012345678, telegram:123456789.");
    static final Setting<List<Config.Admin>> BOTS = new Setting<>("bots-heard", Type.admins(), "",
            "Bots and webhooks that are answered, by numeric id like admins; each chat answers one message of theirs until a person"
                    + " speaks again. All others are passed over.");
    static final Setting<Integer> CHAT_REQUESTS = new Setting<>("chat-requests-per-minute",
            Type.whole(1, 1_000_000, 60),
            "60", "How many requests a minute one channel or group may make, all its people together.");
    static final Setting<List<URI>> MEMBER_ENDPOINTS = new Setting<>("member-endpoints",
            Type.addresses("http://192.168.1.20:11434", "http", "https"), "",
            "Model servers in your own network that people may register models of, such as http://192.168.1.20:11434; those of"
                    + " ollama.url and lmstudio.url are allowed anyway, and https servers on the internet.");
    static final Setting<Boolean> LEARN = new Setting<>("routing.learn", Type.yesNo(), "true",
            "Whether the model that did a kind of work best so far is asked first for it. People may turn it off for themselves.");
    static final Setting<Integer> ROUTING_LOCAL = new Setting<>("routing.at-once-local", Type.whole(1, 1000, 2), "2",
            "How many answers each other local server makes at once, such as those people register models of.");
    static final Setting<Integer> ROUTING_CLOUD = new Setting<>("routing.at-once-cloud", Type.whole(1, 10_000, 32),
            "32", "How many answers each cloud provider is asked for at once.");
    static final Setting<Duration> ROUTING_WAIT = new Setting<>("routing.wait", Type.span("10s"), "10s",
            "How long a wish waits in line before a busy model until the next best answers instead, where there is one.");
    static final Setting<Path> TERMINAL_OUT = new Setting<>("terminal.out", Type.folder("./atelier-files"),
            "./atelier-files", "Where the chat at the terminal puts the files it makes.");
    static final Setting<String> LOG_LEVEL = new Setting<>("log.level",
            Type.oneOf("info", "trace", "debug", "warn", "error"), "info",
            "How much is written to the log: error, warn, info, debug or trace.");

    /// In the order of the example file.
    static final List<Setting<?>> ALL = List.of(DATA_DIR, DATABASE_URL, VAULT_KEY_FILE, NODE_ROLES, BACKUP_EVERY,
            BACKUP_KEEP, DISCORD_TOKEN, DISCORD_API_URL,
            DISCORD_GATEWAY_URL, DISCORD_SHARDS, DISCORD_TIER_ROLES, DISCORD_SKUS, TELEGRAM_TOKEN, TELEGRAM_API_URL,
            TELEGRAM_MODE,
            TELEGRAM_WEBHOOK_SECRET,
            TELEGRAM_WEBHOOK_URL, TELEGRAM_CALLS, OLLAMA_URL, OLLAMA_MODEL, OLLAMA_AT_ONCE, LMSTUDIO_URL,
            LMSTUDIO_MODEL,
            LMSTUDIO_AT_ONCE, GEMINI_KEY, GEMINI_URL,
            GEMINI_MODEL, OPENAI_KEY, OPENAI_URL, OPENAI_MODEL, ANTHROPIC_KEY, ANTHROPIC_URL, ANTHROPIC_MODEL,
            TIER_MESSAGES, TIER_REQUESTS, TIER_JOBS,
            TIER_CLOUD, TIER_PRIORITY, TIER_BUDGET_DAY, TIER_BUDGET_MONTH, TIER_FEATURES, TIER_STARS, DEFAULT_TIER,
            PLANS_TERMS_URL, PLANS_SUPPORT, BUDGET_SERVICE_DAY,
            BUDGET_SERVICE_MONTH, BUDGET_TEAM_DAY, BUDGET_TEAM_MONTH, TIME_ZONE, ADMINS, BOTS, CHAT_REQUESTS,
            MEMBER_ENDPOINTS, LEARN,
            ROUTING_LOCAL, ROUTING_CLOUD, ROUTING_WAIT,
            HISTORY_TOKENS, RETENTION_CONVERSATIONS, RETENTION_FILES, RETENTION_CALLS, RETENTION_EVENTS, JOBS_AT_ONCE,
            LIMIT_CONNECT,
            LIMIT_FIRST_TOKEN_LOCAL, LIMIT_FIRST_TOKEN_CLOUD, LIMIT_FIRST_TOKEN_LOADING, LIMIT_IDLE, LIMIT_JOB,
            HEALTH_PERIOD, SOUNDFONT, HTTP_ENABLED, HTTP_HOST, HTTP_PORT, HTTP_PUBLIC_URL, TERMINAL_OUT, LOG_LEVEL);

    private Settings() {}

    private static Setting<Integer> retention(String what, int days, String about) {
        return new Setting<>("retention." + what, Type.whole(what.equals("conversations") ? 0 : 1, 36_500, 90),
                Integer.toString(days), about);
    }

    static @Nullable Setting<?> find(String key) {
        return ALL.stream().filter(setting -> setting.covers(key)).findFirst().orElse(null);
    }

    /// Whether `key` names a group of settings, such as `telegram` or `tiers.free`.
    static boolean isSection(String key) {
        return key.matches("tiers\\.[^.]+") || ALL.stream().anyMatch(setting -> setting.key().startsWith(key + "."));
    }

    private static Setting<Duration> limit(String name, String defaultText, String description) {
        return new Setting<>("limits." + name, Type.span(defaultText), defaultText, description);
    }
}
