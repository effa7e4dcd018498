package atelier.engine.team;

import atelier.chat.Chat;
import atelier.engine.community.AuditLog.Act;
import atelier.engine.community.Community;
import atelier.engine.delivery.Say;
import atelier.language.Phrases;
import atelier.secret.SecretMask;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shows and changes the rules of a team, notes who did it, and offers the way back. Whoever calls it has made sure that they
/// may.
public final class TeamDesk {
    private static final Pattern SERVER = Pattern.compile("(?s)((?:DISCORD|TELEGRAM):server:-?\\d+)(?:\\s+(.*))?");

    private final Community community;
    private final InstantSource clock;

    public TeamDesk(Community community, InstantSource clock) {
        this.community = community;
        this.clock = clock;
    }

    /// Who acts.
    ///
    /// @param actor   such as `TELEGRAM:42`
    /// @param chat    where it is said
    /// @param isThere whether there is a model of this name for those there
    public record By(String actor, Chat chat, Phrases phrases, Predicate<String> isThere) {}

    /// Whether words begin with the key of a server or group.
    public static boolean namesServer(String words) {
        return SERVER.matcher(words).matches();
    }

    /// @param words a server's key, then what is to be done there
    public Say to(String words, By by) {
        var named = SERVER.matcher(words);
        return named.matches()
                ? to(named.group(1), named.group(2) == null ? "" : named.group(2).strip(), by)
                : Say.text(by.phrases().say("team.none"));
    }

    /// @param server its key
    /// @param words  such as `block user:42`, `undo`; empty shows what holds
    Say to(String server, String words, By by) {
        var phrases = by.phrases();
        if (words.isEmpty() || words.equals("show")) {
            return Say.text(lines(server, phrases));
        }
        if (words.equals("undo")) {
            var isUndone = community.rules().undo(server);
            note(by, server, words);
            return isUndone
                    ? shown(server, phrases, phrases.say("team.undone"))
                    : Say.text(phrases.say("team.nothingToUndo"));
        }
        var rules = new TeamRequest(community.rules().of(server), by.chat().id()).changed(words);
        if (rules.isEmpty()) {
            return Say.text(phrases.say("team.unclear", "features",
                    HouseRules.features().stream().sorted().collect(Collectors.joining(", "))));
        }
        community.rules().set(server, rules.get(), by.actor());
        note(by, server, words);
        return shown(server, phrases, missing(rules.get(), by) + phrases.say("team.changed"));
    }

    /// A warning where nobody would be answered any more.
    private static String missing(TeamRules rules, By by) {
        var names = Stream.concat(Stream.ofNullable(rules.model()), rules.models().stream()).distinct()
                .filter(by.isThere().negate()).sorted().toList();
        return names.isEmpty()
                ? ""
                : by.phrases().say("team.model-unknown", "names", String.join(", ", names)) + "\n";
    }

    private void note(By by, String server, String words) {
        community.audit().add(new Act(clock.instant(), by.actor(), by.chat().key(), "team", server,
                SecretMask.mask(words)));
    }

    private Say shown(String server, Phrases phrases, String first) {
        return new Say(first + "\n" + lines(server, phrases),
                List.of(Say.Choice.of(phrases.say("team.undo"), "/settings team undo")));
    }

    private String lines(String server, Phrases phrases) {
        var rules = community.rules().of(server);
        var lines = new ArrayList<String>();
        if (rules.model() != null) {
            lines.add(phrases.say("team.line.model", "model", rules.model()));
        }
        add(lines, phrases, "team.line.models", rules.models().stream());
        add(lines, phrases, "team.line.features", rules.features().stream().map(it -> "/" + it));
        add(lines, phrases, "team.line.quiet", rules.quiet().entrySet().stream()
                .map(it -> it.getKey() + " (" + it.getValue().name().toLowerCase(Locale.ROOT) + ")"));
        add(lines, phrases, "team.line.allowed", rules.allowed().stream().map(Object::toString));
        add(lines, phrases, "team.line.blocked", rules.blocked().stream().map(Object::toString));
        add(lines, phrases, "team.line.topics", rules.topics().stream());
        return lines.isEmpty()
                ? phrases.say("team.nothingSet")
                : lines.stream().map(it -> "- " + it).collect(Collectors.joining("\n"));
    }

    private static void add(List<String> lines, Phrases phrases, String key, Stream<String> values) {
        var listed = values.sorted().collect(Collectors.joining(", "));
        if (!listed.isEmpty()) {
            lines.add(phrases.say(key, "list", listed));
        }
    }
}
