package atelier.engine.community;

import atelier.account.Account;
import atelier.chat.Chat;
import atelier.chat.Incoming;
import atelier.chat.Message;
import atelier.chat.Sender;
import atelier.engine.team.TeamRules;
import atelier.engine.team.TeamRules.Party;
import atelier.engine.team.TeamRules.Quiet;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Decides whether somebody is heard at all, before anything is made of their words. Runs in the transaction that stores the
/// event.
public final class Gate {
    /// What must work everywhere, so that a team can undo what it set and everybody can see what is kept of them.
    private static final Pattern ALWAYS = Pattern.compile("/?(settings|admin|privacy|mydata|report|stop)(@\\w+)?\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final Community community;

    public Gate(Community community) {
        this.community = community;
    }

    /// What becomes of an event.
    public sealed interface Verdict {
        record Open() implements Verdict {}

        /// It is passed over without a word, but where the platform shows that one is owed.
        record Silent(Why why) implements Verdict {}

        /// It is refused with a sentence.
        record Told(Why why) implements Verdict {}

        /// Too much comes at once in this chat.
        record Busy(Duration left) implements Verdict {}
    }

    /// Why somebody is not heard.
    public enum Why {
        BANNED, BLOCKED, QUIET, BOT
    }

    /// @param isAdmin whether the person runs this Atelier; they are always heard
    public Verdict judge(Account account, Incoming event, boolean isAdmin) {
        var chat = event.chat();
        var server = server(event.sender());
        community.places().seen(chat, server, account.id());
        var isBot = event.sender().standing().isBot();
        // Where nobody else speaks, a person need not be told from the bot before.
        if ((isBot || !chat.isPrivate()) && !community.places().botSpoke(chat.key(), isBot) && isBot) {
            return new Verdict.Silent(Why.BOT); // one answer to a bot, then a person must speak
        }
        if (isAdmin) {
            return new Verdict.Open();
        }
        var ban = community.bans().of(account.id());
        if (ban.isPresent()) {
            return community.bans().tell(ban.get()) ? new Verdict.Told(Why.BANNED) : new Verdict.Silent(Why.BANNED);
        }
        if (!chat.isPrivate()) {
            var left = community.pace().take(chat.key(), community.chatsPerMinute());
            if (!left.isZero()) {
                return new Verdict.Busy(left);
            }
        }
        return server.isEmpty() ? new Verdict.Open() : byRules(event, community.rules().of(server));
    }

    private static Verdict byRules(Incoming event, TeamRules rules) {
        var command = event instanceof Message message ? command(message) : "/";
        if (ALWAYS.matcher(command).matches() || event.sender().standing().manages()) {
            return new Verdict.Open();
        }
        if (!rules.hears(parties(event.sender(), event.chat()))) {
            return command.isEmpty() ? new Verdict.Silent(Why.BLOCKED) : new Verdict.Told(Why.BLOCKED);
        }
        var quiet = rules.quiet().get(event.chat().id());
        var isHeard = quiet == null || (quiet == Quiet.COMMANDS && !command.isEmpty());
        return isHeard ? new Verdict.Open() : new Verdict.Silent(Why.QUIET);
    }

    /// The command a message is, as it is typed; empty when it is none.
    private static String command(Message message) {
        var invocation = message.invocation();
        return invocation != null
                ? "/" + invocation.command()
                : message.text().startsWith("/") ? message.text() : "";
    }

    /// Everything a rule may name somebody by.
    private static Set<Party> parties(Sender sender, Chat chat) {
        var all = new HashSet<Party>();
        all.add(new Party(Party.Kind.USER, sender.id()));
        all.add(new Party(Party.Kind.CHANNEL, chat.id()));
        all.add(new Party(Party.Kind.CHANNEL, chat.id().split(":", 2)[0]));
        sender.standing().roles().forEach(role -> all.add(new Party(Party.Kind.ROLE, role)));
        return all;
    }

    /// Key of the server or group somebody speaks in; empty where there is none.
    public static String server(Sender sender) {
        var server = sender.standing().server();
        return server.isEmpty() ? "" : sender.platform() + ":server:" + server;
    }
}
