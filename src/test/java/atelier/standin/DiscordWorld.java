package atelier.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// What stands behind Discord's doors: people, channels, messages, interactions, files. It outlives an adapter.
final class DiscordWorld {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final long EPOCH = 1420070400000L;

    /// A file somebody uploaded; `id` names it on the file server.
    record Upload(String id, String name, String mediaType, ByteString content) {}

    /// A person, with their private channel to the bot.
    record Person(String id, String name, String direct) {}

    /// One interaction and its two clocks.
    static final class Interaction {
        final String id;
        final String token;
        final String channel;
        final String person;
        final Instant born;
        final boolean fromMessage;
        final Instant realBorn = Instant.now();
        volatile boolean acknowledged;
        volatile @Nullable Instant acknowledgedAt;
        volatile boolean ephemeral;
        volatile String answer = "";
        volatile @Nullable Post original;

        Interaction(String id, String token, String channel, String person, Instant born, boolean fromMessage) {
            this.id = id;
            this.token = token;
            this.channel = channel;
            this.person = person;
            this.born = born;
            this.fromMessage = fromMessage;
        }
    }

    /// One of the bot's messages, or a person's.
    static final class Post {
        final String id;
        final String channel;
        final String author;
        volatile String content = "";
        volatile int flags;
        volatile boolean deferred;
        volatile @Nullable String onlyFor;
        volatile @Nullable String reference;
        volatile ArrayNode components = JSON.createArrayNode();
        volatile List<Upload> files = List.of();
        final AtomicInteger edits = new AtomicInteger();

        Post(String id, String channel, String author) {
            this.id = id;
            this.channel = channel;
            this.author = author;
        }
    }

    final String token = "MTA5OTk5OTk5OTk5OTk5OTk5OQ.GsTand.aToKeNthatMustNeverBeSeenAnywhere";
    final String bot;
    final String guild;
    final String general;
    final String thread;
    final String role;
    final Set<String> withRole = ConcurrentHashMap.newKeySet();
    final Map<String, List<ObjectNode>> entitlements = new ConcurrentHashMap<>();
    final Map<String, Person> people = new ConcurrentHashMap<>();
    final Map<String, Interaction> interactions = new ConcurrentHashMap<>();
    final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    final Map<String, String> nonces = new ConcurrentHashMap<>();
    final List<Post> posts = new CopyOnWriteArrayList<>();
    private final AtomicLong serial = new AtomicLong();
    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    DiscordWorld(Clock clock) {
        this.clock = clock;
        this.bot = snowflake();
        // The last of two or four shards has the guild; the first has private messages.
        this.guild = Long.toString(Long.parseLong(snowflake()) | 3L << 22);
        this.general = snowflake();
        this.thread = snowflake();
        this.role = snowflake();
    }

    Instant now() {
        return clock.instant().plus(ahead);
    }

    void advance(Duration duration) {
        ahead = ahead.plus(duration);
    }

    String snowflake() {
        var millis = Math.max(now().toEpochMilli(), System.currentTimeMillis());
        return Long.toString((millis - EPOCH) << 22 | (serial.incrementAndGet() & 0x3FFFFF));
    }

    Person person(String name) {
        return people.computeIfAbsent(name, fresh -> new Person(snowflake(), fresh, snowflake()));
    }

    Person byId(String id) {
        return people.values().stream().filter(person -> person.id().equals(id)).findFirst().orElseThrow();
    }

    @Nullable
    Post post(String id) {
        return posts.stream().filter(post -> post.id.equals(id)).findFirst().orElse(null);
    }

    Interaction interact(Person person, String channel, boolean fromMessage) {
        var id = snowflake();
        var made = new Interaction(id,
                "aW50ZXJhY3Rpb246" + id + "secret" + Long.toHexString(serial.get()) + "x".repeat(60),
                channel, person.id(), now(), fromMessage);
        interactions.put(made.token, made);
        return made;
    }

    boolean isGuild(String channel) {
        return channel.equals(general) || channel.equals(thread);
    }

    boolean knows(String channel) {
        return isGuild(channel) || people.values().stream().anyMatch(person -> person.direct().equals(channel));
    }

    ObjectNode user(Person person) {
        return JSON.createObjectNode().put("id", person.id()).put("username", person.name())
                .put("global_name", person.name()).put("discriminator", "0").putNull("avatar").put("bot", false);
    }

    ObjectNode self() {
        return JSON.createObjectNode().put("id", bot).put("username", "atelier").putNull("global_name")
                .put("discriminator", "0").putNull("avatar").put("bot", true).put("verified", true)
                .put("mfa_enabled", false);
    }

    ObjectNode author(String id) {
        return id.equals(bot) ? self() : user(byId(id));
    }

    List<ObjectNode> entitlementsOf(String person) {
        return entitlements.getOrDefault(person, List.of());
    }

    /// The language of the guild.
    volatile String locale = "en-US";

    /// The role of those who may manage the guild.
    static final String KEEPERS = "7700";
    final Set<String> keepers = ConcurrentHashMap.newKeySet();

    ObjectNode member(String person) {
        var member = member();
        if (withRole.contains(person)) {
            member.withArray("roles").add(role);
        }
        if (keepers.contains(person)) {
            member.withArray("roles").add(KEEPERS);
        }
        return member;
    }

    ObjectNode member() {
        var member = JSON.createObjectNode().put("deaf", false).put("mute", false)
                .put("joined_at", "2026-01-01T00:00:00.000000+00:00").put("permissions", "2248473465835073")
                .put("flags", 0);
        member.putArray("roles");
        return member;
    }

    ObjectNode channel(String id) {
        var node = JSON.createObjectNode().put("id", id).put("flags", 0).putNull("last_message_id");
        if (id.equals(general)) {
            return node.put("type", 0).put("name", "general").put("guild_id", guild).put("position", 0)
                    .put("permissions", "2248473465835073").set("permission_overwrites", JSON.createArrayNode());
        }
        if (id.equals(thread)) {
            return thread(node);
        }
        node.put("type", 1).putArray("recipients").add(self());
        return node;
    }

    private ObjectNode thread(ObjectNode node) {
        node.put("type", 11).put("name", "a thread").put("guild_id", guild).put("parent_id", general)
                .put("owner_id", bot).put("message_count", 1).put("member_count", 2).put("rate_limit_per_user", 0)
                .put("total_message_sent", 1).put("permissions", "2248473465835073");
        node.putObject("thread_metadata").put("archived", false).put("auto_archive_duration", 1440)
                .put("archive_timestamp", "2026-01-01T00:00:00.000000+00:00").put("locked", false);
        return node;
    }

    /// The guild as the gateway tells it after READY.
    ObjectNode workshop() {
        var node = JSON.createObjectNode().put("id", guild).put("name", "Workshop").put("owner_id", bot)
                .put("member_count", 1 + people.size()).put("unavailable", false).put("large", false)
                .put("preferred_locale", locale).put("nsfw_level", 0).put("afk_timeout", 300);
        var roles = node.putArray("roles");
        addRole(roles.addObject(), guild, "@everyone", "2248473465835073", 0);
        addRole(roles.addObject(), role, "Patrons", "2248473465835073", 1);
        addRole(roles.addObject(), KEEPERS, "Keepers", "32", 2);
        node.putArray("channels").add(channel(general));
        node.putArray("threads").add(channel(thread));
        node.putArray("members").add(member().set("user", self()));
        for (var empty : List.of("guild_scheduled_events", "emojis", "voice_states", "stickers", "features",
                "presences", "stage_instances")) {
            node.putArray(empty);
        }
        return node;
    }

    private static void addRole(ObjectNode role, String id, String name, String permissions, int position) {
        role.put("id", id).put("name", name).put("permissions", permissions).put("position", position)
                .put("color", 0).put("hoist", false).put("managed", false).put("mentionable", false).put("flags", 0);
        role.putObject("colors").put("primary_color", 0).putNull("secondary_color").putNull("tertiary_color");
    }

    ObjectNode attachment(Upload upload, String base) {
        return JSON.createObjectNode().put("id", upload.id()).put("filename", upload.name())
                .put("content_type", upload.mediaType()).put("size", upload.content().size())
                .put("url", url(upload, base)).put("proxy_url", url(upload, base));
    }

    private static String url(Upload upload, String base) {
        return base + "attachments/1/" + upload.id() + "/" + upload.name() + "?ex=6921&is=6920&hm=signed" + upload.id();
    }

    Upload upload(String name, String mediaType, ByteString content) {
        var made = new Upload(snowflake(), name.replaceAll("[^A-Za-z0-9._-]", "_"), mediaType, content);
        uploads.put(made.id(), made);
        return made;
    }

    ObjectNode message(Post post, String base) {
        var node = JSON.createObjectNode().put("id", post.id).put("channel_id", post.channel).put("type", 0)
                .put("content", post.content).put("flags", post.flags | (post.onlyFor == null ? 0 : 64))
                .put("pinned", false).put("tts", false).put("mention_everyone", false)
                .put("timestamp", now().toString()).putNull("edited_timestamp");
        node.set("author", author(post.author));
        node.set("components", post.components.deepCopy());
        for (var empty : List.of("embeds", "mentions", "mention_roles")) {
            node.putArray(empty);
        }
        var files = node.putArray("attachments");
        post.files.forEach(file -> files.add(attachment(file, base)));
        return node;
    }

    /// The bot's messages a person sees in a channel, oldest first.
    List<Post> seenBy(Person person, String channel) {
        var seen = new ArrayList<Post>();
        for (var post : posts) {
            var visible = post.onlyFor == null || post.onlyFor.equals(person.id());
            if (post.author.equals(bot) && post.channel.equals(channel) && visible) {
                seen.add(post);
            }
        }
        return seen;
    }
}
