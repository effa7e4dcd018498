package atelier.standin;

import atelier.adapter.Door;
import atelier.standin.DiscordWorld.Interaction;
import atelier.standin.DiscordWorld.Person;
import atelier.standin.DiscordWorld.Post;
import atelier.standin.DiscordWorld.Upload;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.MockWebServer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// Discord on loopback: gateway, REST version 10 and file server behind one port. Its state outlives the adapters that
/// connect to it. The helpers act as people do; what they see is read back with [#seenBy] and [#seenInGuild].
public final class DiscordStandIn implements AutoCloseable {
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    public final DiscordShards shards = new DiscordShards();
    private final DiscordWorld world;
    public final DiscordPenalties penalties = new DiscordPenalties();
    private final DiscordGateway gateway;
    private final DiscordRest rest;
    private final MockWebServer server = new MockWebServer();
    private volatile String locale = "en-US";
    private @Nullable String lastType;
    private @Nullable ObjectNode lastEvent;

    public DiscordStandIn() throws IOException {
        this(Clock.systemUTC(), 0);
    }

    /// @param clock what the 15 minutes of an interaction token are measured by
    /// @param port  0 for any
    public DiscordStandIn(Clock clock, int port) throws IOException {
        SERVER_LOG.setLevel(Level.WARNING);
        world = new DiscordWorld(clock);
        gateway = new DiscordGateway(world, shards);
        rest = new DiscordRest(world, gateway, penalties, shards);
        rest.forgetting(server);
        server.setDispatcher(rest);
        server.start(InetAddress.getLoopbackAddress(), port);
        rest.at(server.url("/").toString());
        gateway.at(gatewayUrl());
    }

    public String token() {
        return world.token;
    }

    /// What goes into `discord.api-url`.
    public String apiUrl() {
        return server.url("/api/v10/").toString();
    }

    /// What goes into `discord.gateway-url`.
    public String gatewayUrl() {
        return "ws://127.0.0.1:" + server.getPort() + "/gateway";
    }

    /// Bots are told to come back to the gateway by this port of the loopback address, where somebody passes them on.
    public void isReachedThrough(int port) {
        gateway.at("ws://127.0.0.1:" + port + "/gateway");
    }

    /// Lets time pass for interaction tokens.
    public void advance(Duration duration) {
        world.advance(duration);
    }

    /// A clock that runs with the stand-in's.
    public Clock clock() {
        return new AheadClock(world);
    }

    // What people do.

    /// `person` writes in their private chat with the bot.
    public void says(String person, String text) {
        post(person, world.person(person).direct(), text, null, List.of());
    }

    /// `person` writes in the guild's general channel without addressing anybody.
    public void saysInGuild(String person, String text) {
        post(person, world.general, text, null, List.of());
    }

    /// `person` may manage the guild from now on.
    public void appoints(String person) {
        world.keepers.add(world.person(person).id());
    }

    /// Discord's number of a person.
    public String id(String person) {
        return world.person(person).id();
    }

    /// Discord's number of the guild.
    public String guild() {
        return world.guild;
    }

    /// Another bot, or with `isWebhook` a webhook, mentions the bot in the guild's general channel.
    public void botMentions(String name, boolean isWebhook, String text) {
        var post = new Post(world.snowflake(), world.general, world.person(name).id());
        post.content = "<@" + world.bot + "> " + text;
        var event = world.message(post, base());
        event.withArray("mentions").add(world.self());
        event.withObject("/author").put("bot", true);
        event.put("guild_id", world.guild);
        if (isWebhook) {
            event.put("webhook_id", world.person(name).id());
        } else {
            event.set("member", world.member());
        }
        tell("MESSAGE_CREATE", event);
    }

    /// `person` mentions the bot in the guild's general channel.
    public void mentions(String person, String text) {
        post(person, world.general, "<@" + world.bot + "> " + text, null, List.of());
    }

    /// `person` answers one of the bot's messages (with the ping that is Discord's default).
    public void replies(String person, String messageId, String text) {
        var answered = post(messageId);
        post(person, answered.channel, text, answered, List.of());
    }

    /// `person` sends a file with a caption in their private chat.
    public void sends(String person, String caption, String fileName, String mediaType, byte[] content) {
        post(person, world.person(person).direct(), caption, null,
                List.of(world.upload(fileName, mediaType, ByteString.of(content))));
    }

    /// `person` uses a slash command in their private chat.
    ///
    /// @return the interaction, for [#isAcknowledged]
    public String commands(String person, String command, Map<String, String> options) {
        return slash(person, world.person(person).direct(), command, options, Map.of());
    }

    /// `person` uses a slash command in the guild.
    public void commandsInGuild(String person, String command, Map<String, String> options) {
        slash(person, world.general, command, options, Map.of());
    }

    /// `person` uses a slash command with a file in the option `option`.
    public void commandsWithFile(String person, String command, String option, String fileName, byte[] content) {
        slash(person, world.person(person).direct(), command, Map.of(),
                Map.of(option, world.upload(fileName, "text/plain", ByteString.of(content))));
    }

    /// `person` has typed this much into an option of a command.
    public void types(String person, String command, String option, String typed) {
        var event = interaction(world.interact(world.person(person), world.person(person).direct(), false), 4);
        var data = event.putObject("data").put("id", world.snowflake()).put("name", command).put("type", 1);
        data.putArray("options").addObject().put("name", option).put("type", 3).put("value", typed).put("focused",
                true);
        tell("INTERACTION_CREATE", event);
    }

    /// `person` fills in the form that was shown last and sends it.
    public void fillsIn(String person, String field, String words) {
        var form = rest.quickAnswers.getLast().path("data").path("custom_id").asText();
        var event = interaction(world.interact(world.person(person), world.person(person).direct(), false), 5);
        var label = event.putObject("data").put("custom_id", form).putArray("components").addObject();
        label.put("type", 18).put("id", 1).putObject("component").put("type", 4).put("id", 2).put("custom_id", field)
                .put("value", words);
        tell("INTERACTION_CREATE", event);
    }

    /// `person` uses a message command ("Apps > label") on a message `author` wrote in the guild.
    public void usesOnMessage(String person, String label, String author, String text) {
        var target = new Post(world.snowflake(), world.general, world.person(author).id());
        target.content = text;
        target.files = List.of(world.upload("Main.java", "text/x-java", ByteString.encodeUtf8("class Main {}")));
        var interaction = world.interact(world.person(person), world.general, false);
        var event = interaction(interaction, 2);
        var data = event.putObject("data").put("id", world.snowflake()).put("name", label).put("type", 3)
                .put("target_id", target.id);
        data.putObject("resolved").putObject("messages").set(target.id, world.message(target, base()));
        tell("INTERACTION_CREATE", event);
    }

    /// `person` presses the button with this label under the newest message they see that has one.
    public void presses(String person, String label) {
        for (var post : world.posts.reversed()) {
            for (var row : post.components) {
                for (var button : row.path("components")) {
                    if (button.path("label").asText().equals(label) && world.posts.contains(post)) {
                        press(world.person(person), post, button);
                        return;
                    }
                }
            }
        }
        throw new IllegalStateException("nobody sees a button " + label);
    }

    private void press(Person person, Post post, JsonNode button) {
        var interaction = world.interact(person, post.channel, true);
        interaction.original = post;
        var event = interaction(interaction, 3);
        event.set("message", world.message(post, base()));
        event.putObject("data").put("component_type", 2).put("id", 1)
                .put("custom_id", button.path("custom_id").asText());
        tell("INTERACTION_CREATE", event);
    }

    /// The platform delivers the newest event again.
    public void deliversAgain() {
        if (lastType == null || lastEvent == null) {
            throw new IllegalStateException("nothing was said yet");
        }
        gateway.send(lastType, lastEvent);
    }

    /// Discord's number of this person.
    public String idOf(String person) {
        return world.person(person).id();
    }

    /// The number of the one role there is besides everybody's.
    public String role() {
        return world.role;
    }

    /// From now on `person` has that role, or has it no longer.
    public void gives(String person, boolean hasRole) {
        if (hasRole) {
            world.withRole.add(world.person(person).id());
        } else {
            world.withRole.remove(world.person(person).id());
        }
    }

    /// What `person` has bought, as it comes with all they do from now on.
    public void owns(String person, List<ObjectNode> entitlements) {
        world.entitlements.put(world.person(person).id(), List.copyOf(entitlements));
    }

    /// A purchase of `person`.
    ///
    /// @param ends null for none, as with test purchases
    public ObjectNode entitlement(String person, String id, String sku, @Nullable Instant ends) {
        var node = DiscordWorld.JSON.createObjectNode().put("id", id).put("sku_id", sku)
                .put("application_id", world.bot).put("user_id", world.person(person).id()).put("type", 8)
                .put("deleted", false).put("consumed", false).put("starts_at", "2026-01-01T00:00:00.000000+00:00");
        return ends == null ? node.putNull("ends_at") : node.put("ends_at", ends.toString());
    }

    /// Tells of a purchase: `ENTITLEMENT_CREATE`, `ENTITLEMENT_UPDATE` or `ENTITLEMENT_DELETE`.
    public void tellsOf(String event, ObjectNode entitlement) {
        tell(event, entitlement);
    }

    // What people see.

    /// The bot's messages in `person`'s private chat, oldest first, without notices.
    public List<Door.Seen> seenBy(String person) {
        return seen(person, world.person(person).direct());
    }

    /// The bot's messages `person` sees in the guild's general channel, oldest first, without notices.
    public List<Door.Seen> seenInGuild(String person) {
        return seen(person, world.general);
    }

    private List<Door.Seen> seen(String person, String channel) {
        var who = world.person(person);
        return world.seenBy(who, channel).stream()
                .filter(post -> !rest.notices.contains(who.id() + ":" + post.content)).map(DiscordStandIn::look)
                .toList();
    }

    private static Door.Seen look(Post post) {
        var buttons = new ArrayList<String>();
        post.components.forEach(row -> row.path("components").forEach(one -> buttons.add(one.path("label").asText())));
        var files = new LinkedHashMap<String, byte[]>();
        post.files.forEach(file -> files.put(file.name(), file.content().toByteArray()));
        return new Door.Seen(post.id, post.deferred ? "(thinking)" : post.content, buttons, files, post.edits.get());
    }

    /// Ephemeral follow-ups `person` saw.
    public List<String> noticesTo(String person) {
        var id = world.person(person).id() + ":";
        return rest.notices.stream().filter(notice -> notice.startsWith(id))
                .map(notice -> notice.substring(id.length())).toList();
    }

    /// Whether this interaction was taken up, so that its person sees that somebody is at work, and not merely told something.
    public boolean isAcknowledged(String interaction) {
        var known = world.interactions.get(interaction);
        return known != null && known.acknowledged && known.answer.isEmpty();
    }

    /// How long each interaction waited for its acknowledgement, as far as it came.
    public List<Duration> acknowledgements() {
        return world.interactions.values().stream().flatMap(one -> Optional.ofNullable(one.acknowledgedAt)
                .map(at -> Duration.between(one.realBorn, at)).stream()).toList();
    }

    /// From now on `witness` hears of calls at once: `acknowledged` before that is answered, `send` when a message or an edit
    /// comes, and `sent` before it is answered.
    public void tells(Consumer<String> witness) {
        rest.witness = witness;
    }

    /// Whether every interaction was acknowledged.
    public boolean allAcknowledged() {
        return world.interactions.values().stream().allMatch(one -> one.acknowledged);
    }

    public void failNext(Door.Fault fault) {
        rest.faults.add(fault);
    }

    /// From now on every identify is closed with this code; 0 accepts again.
    public void refuseIdentify(int closeCode) {
        gateway.refuse(closeCode);
    }

    /// So many identifies are heard and never answered.
    public void ignoreIdentify(int times) {
        gateway.ignore(times);
    }

    /// Drops the gateway's connections with this code.
    public void dropConnections(int closeCode) {
        gateway.drop(closeCode);
    }

    /// Removes the bot from the guild; commands still work there, as with a user-installed app.
    public void removesBotFromGuild() {
        rest.botIsMember = false;
    }

    /// Switches the bucket of five sends in five seconds a channel on.
    public void countsSends() {
        penalties.strict();
    }

    public int identified() {
        return gateway.identified();
    }

    public int resumed() {
        return gateway.resumed();
    }

    public int callsDuringPenalty() {
        return penalties.broken();
    }

    public List<String> unsafePayloads() {
        return List.copyOf(rest.unsafe);
    }

    /// Every message payload that came, oldest first.
    public List<JsonNode> payloads() {
        return List.copyOf(rest.payloads);
    }

    /// What the platform refused: code and words.
    public List<String> refusals() {
        return List.copyOf(rest.refusals);
    }

    /// Suggestions and forms that were shown, oldest first.
    public List<JsonNode> quickAnswers() {
        return List.copyOf(rest.quickAnswers);
    }

    /// The command sets that were registered, oldest first.
    public List<JsonNode> registrations() {
        return List.copyOf(rest.registrations);
    }

    /// Every interaction token and the bot's own; none may appear in a log.
    public List<String> secrets() {
        var secrets = new ArrayList<>(world.interactions.keySet());
        secrets.add(world.token);
        return secrets;
    }

    @Override
    public void close() {
        gateway.drop(1001);
        server.close();
    }

    private void post(String person, String channel, String text, @Nullable Post answered, List<Upload> files) {
        var who = world.person(person);
        var post = new Post(world.snowflake(), channel, who.id());
        post.content = text;
        post.files = files;
        world.posts.add(post);
        var event = world.message(post, base());
        if (text.contains("<@" + world.bot + ">") || answered != null) {
            event.withArray("mentions").add(world.self());
        }
        if (answered != null) {
            event.put("type", 19).putObject("message_reference").put("message_id", answered.id)
                    .put("channel_id", channel);
            event.set("referenced_message", world.message(answered, base()));
        }
        if (world.isGuild(channel)) {
            event.put("guild_id", world.guild).set("member", world.member(who.id()));
        }
        tell("MESSAGE_CREATE", event);
    }

    private String slash(String person, String channel, String command, Map<String, String> options,
            Map<String, Upload> files) {
        var interaction = world.interact(world.person(person), channel, false);
        var event = interaction(interaction, 2);
        var data = event.putObject("data").put("id", world.snowflake()).put("name", command).put("type", 1);
        var given = data.putArray("options");
        options.forEach((name, value) -> given.addObject().put("name", name).put("type", 3).put("value", value));
        files.forEach((name, file) -> {
            given.addObject().put("name", name).put("type", 11).put("value", file.id());
            data.withObject("/resolved/attachments").set(file.id(), world.attachment(file, base()));
        });
        tell("INTERACTION_CREATE", event);
        return interaction.token;
    }

    /// The language people have set at Discord, in interactions from now on.
    public void speaks(String tag) {
        locale = tag;
    }

    /// The language of the guild, as it is told when the bot connects.
    public void guildSpeaks(String tag) {
        world.locale = tag;
    }

    private ObjectNode interaction(Interaction interaction, int type) {
        var inGuild = world.isGuild(interaction.channel);
        var user = world.user(world.byId(interaction.person));
        var event = DiscordWorld.JSON.createObjectNode().put("id", interaction.id).put("application_id", world.bot)
                .put("type", type).put("token", interaction.token).put("version", 1)
                .put("channel_id", interaction.channel).put("locale", locale).put("app_permissions", "2248473465835073")
                .put("context", inGuild ? 0 : 1).put("attachment_size_limit", 10 * 1024 * 1024);
        event.set("channel", world.channel(interaction.channel));
        event.putObject("authorizing_integration_owners").put("1", interaction.person);
        event.putArray("entitlements").addAll(world.entitlementsOf(interaction.person));
        if (inGuild) {
            event.put("guild_id", world.guild).put("guild_locale", "de").putObject("guild").put("id", world.guild)
                    .put("locale", "de").putArray("features");
            event.set("member", world.member(interaction.person).set("user", user));
        } else {
            event.set("user", user);
        }
        return event;
    }

    private void tell(String type, ObjectNode event) {
        lastType = type;
        lastEvent = event;
        gateway.send(type, event);
    }

    private Post post(String id) {
        var post = world.post(id);
        if (post == null) {
            throw new IllegalStateException("no message " + id);
        }
        return post;
    }

    private String base() {
        return server.url("/").toString();
    }
}
