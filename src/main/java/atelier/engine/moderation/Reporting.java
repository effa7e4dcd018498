package atelier.engine.moderation;

import atelier.account.Accounts;
import atelier.chat.Chat;
import atelier.chat.Excerpt;
import atelier.chat.ReplyAddress;
import atelier.conversation.Conversations;
import atelier.conversation.Turn;
import atelier.engine.community.AuditLog.Act;
import atelier.engine.community.Community;
import atelier.engine.community.Reports.Report;
import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.engine.port.Adapters;
import atelier.engine.port.Asker;
import atelier.engine.port.Job;
import atelier.engine.port.Jobs;
import atelier.engine.port.Parts;
import atelier.language.Phrases;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes reports and hands them to those who run Atelier, in their private chats. Runs in the transaction of the report.
public final class Reporting {
    private static final int MOST_AN_HOUR = 5;
    private static final int EXCERPT = 500;
    private static final int TURNS_LOOKED_AT = 50;

    private final Community community;
    private final Jobs jobs;
    private final Conversations conversations;
    private final Accounts accounts;
    private final Adapters adapters;
    private final Replies replies;
    private final InstantSource clock;

    public Reporting(Parts parts, Replies replies) {
        this.community = parts.community();
        this.jobs = parts.jobs();
        this.conversations = parts.conversations();
        this.accounts = parts.accounts();
        this.adapters = parts.adapters();
        this.replies = replies;
        this.clock = parts.clock();
    }

    /// Somebody pressed the button under a result.
    ///
    /// @return what to tell them
    public String pressed(String job, Asker asker) {
        return jobs.find(job).map(it -> report(asker, it.id(), excerpt(it), link(it, asker.chat()), it.account()))
                .orElseGet(() -> phrases(asker).say("moderation.nothing"));
    }

    /// Somebody said `/report`.
    ///
    /// @param why    what they add
    /// @param about  their own work, if it is about one
    /// @param quoted what they reply to, if they do
    public Say said(String why, Asker asker, ReplyAddress at, Optional<Job> about, @Nullable String quoted) {
        var added = why.isBlank() ? "" : "\n“" + why.strip() + "”";
        if (quoted != null && !quoted.isBlank()) {
            var message = at.inReplyTo();
            return Say.text(report(asker, asker.chat().key() + "#" + Integer.toHexString(quoted.hashCode()),
                    quoted + added, message == null ? "" : link(asker.chat(), message), 0));
        }
        return Say
                .text(about.map(it -> report(asker, it.id(), excerpt(it) + added, link(it, asker.chat()), it.account()))
                        .orElseGet(() -> phrases(asker).say("moderation.nothing")));
    }

    private String report(Asker asker, String subject, String text, String link, long maker) {
        var phrases = phrases(asker);
        var now = clock.instant();
        if (community.reports().count(asker.id(), now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
            return phrases.say("moderation.tooMany");
        }
        var report = new Report(asker.id(), asker.chat().key(), subject, Excerpt.of(text, EXCERPT), link, now);
        if (!community.reports().add(report)) {
            return phrases.say("moderation.before");
        }
        var reporter = who(asker.id(), asker.chat());
        community.audit().add(new Act(now, reporter, asker.chat().key(), "report", subject, ""));
        tell(report, reporter, maker == 0 ? "" : who(maker, asker.chat()));
        return phrases.say("moderation.thanks");
    }

    private void tell(Report report, String reporter, String maker) {
        for (var admin : community.places().accounts(List.copyOf(community.admins()))) {
            community.places().privateOf(admin).ifPresent(chat -> {
                var phrases = Phrases.of(accounts.byId(admin).locale());
                var place = report.link().isEmpty() ? report.chatKey() : report.link();
                var text = phrases.say("moderation.news", "reporter", reporter, "place", place, "excerpt",
                        quoted(report.excerpt()));
                var ban = maker.isEmpty() || maker.equals(reporter)
                        ? List.<Say.Choice>of()
                        : List.of(Say.Choice.of(phrases.say("moderation.ban", "person", maker),
                                "/admin ban " + maker.toLowerCase(java.util.Locale.ROOT)));
                replies.say(admin, ReplyAddress.in(chat), new Say(text, ban));
            });
        }
    }

    private static String quoted(String excerpt) {
        return "> " + excerpt.strip().replace("\n", "\n> ");
    }

    private String who(long account, Chat chat) {
        var all = community.places().identities(account);
        return all.stream().filter(it -> it.startsWith(chat.platform() + ":")).findFirst()
                .or(() -> all.stream().findFirst()).orElse("account " + account);
    }

    private String excerpt(Job job) {
        return conversations.recent(job.whose(), job.conversation(), TURNS_LOOKED_AT).stream()
                .filter(turn -> turn.job().equals(job.id()) && turn.role() == Turn.Role.ASSISTANT).map(Turn::text)
                .findFirst().orElse(job.words());
    }

    private String link(Job job, Chat chat) {
        var message = job.address().messageId();
        return message == null ? "" : link(chat, message);
    }

    private String link(Chat chat, String message) {
        return adapters.of(ReplyAddress.in(chat)).flatMap(door -> door.link(chat,
                community.places().server(chat.key()).replaceFirst("^[A-Z]+:server:", ""), message)).orElse("");
    }

    private static Phrases phrases(Asker asker) {
        return Phrases.of(asker.account().locale());
    }
}
