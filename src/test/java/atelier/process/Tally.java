package atelier.process;

import atelier.adapter.Door.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What the platforms show in the end, held against what people said and against the books.
///
/// @param said       messages people wrote
/// @param due        of these, the ones a platform handed over and had confirmed
/// @param lost       due, but without an answer, a sentence that says why there is none, or the question whether it arrived
/// @param doubledOnTelegram answers that stand there more than once
/// @param doubledOnDiscord  the same on Discord
/// @param signs      messages that still look as if somebody were at work
/// @param doubts     times a person was asked whether an answer had arrived
/// @param givenUp    people who were told that their message broke off too often; it costs nothing
/// @param sentences  other sentences that people read instead of an answer, and how many did
/// @param workedTwice messages of which more than one job was done
/// @param wronglyCharged difference between messages charged and jobs done that are not free
/// @param open       reservations, jobs and outgoing messages that never ended
record Tally(int said, int due, List<String> lost, List<String> doubledOnTelegram, List<String> doubledOnDiscord,
        List<String> signs, int doubts, int givenUp, Map<String, Integer> sentences, int workedTwice,
        int wronglyCharged, int open) {
    static final Pattern TOKEN = Pattern.compile("T\\d{6}");
    private static final String GIVEN_UP = "This broke off";
    /// What was made once already and kept in memory costs nothing.
    private static final String GIVEN_AGAIN = "the same answer as before";
    private static final String DOUBT = "I can't tell whether";
    private static final Pattern ANSWER = Pattern.compile("Answer to (T\\d{6})");
    private static final Pattern JOB = Pattern.compile("\\(Job [^)]*\\)");

    /// How many people read a sentence that stands for an answer.
    int told() {
        return givenUp + sentences.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// What the model answers.
    static String answerTo(String token) {
        return "Answer to " + token + ": short waves are scattered more than long ones.";
    }

    static Tally of(Town town, List<Crowd.Said> said, Records records) {
        var due = said.stream().filter(one -> isDue(town, one)).toList();
        var asked = records.ask("select draft from outbox where state = 'UNKNOWN'");
        var telegram = new Screen("Telegram ");
        var discord = new Screen("Discord ");
        var lost = new ArrayList<String>();
        for (var person : said.stream().map(Crowd.Said::person).distinct().toList()) {
            var onTelegram = telegram.look(person, town.telegram.seenBy(person), List.of());
            var onDiscord = discord.look(person, town.discord.seenBy(person), town.discord.noticesTo(person));
            lost.addAll(telegram.missing(due, asked, person, onTelegram));
            lost.addAll(discord.missing(due, asked, person, onDiscord));
        }
        var done = records.number("select count(*) from job where state = 'DONE'");
        var sentences = new TreeMap<>(telegram.sentences);
        discord.sentences.forEach((sentence, times) -> sentences.merge(sentence, times, Integer::sum));
        var signs = new ArrayList<>(telegram.signs);
        signs.addAll(discord.signs);
        return new Tally(said.size(), due.size(), lost, telegram.twice(), discord.twice(), signs,
                telegram.doubts + discord.doubts, telegram.givenUp + discord.givenUp, sentences,
                done - records.number("select count(distinct words) from job where state = 'DONE'"),
                Math.abs(records.charged() + telegram.free + discord.free - done)
                        + Math.abs(records.number("select count(*) from reservation where state = 'settled'")
                                + telegram.free + discord.free - done),
                stuck(records));
    }

    /// What is not at its end.
    static int stuck(Records records) {
        return records.number("select count(*) from reservation where state = 'reserved'")
                + records.number("select count(*) from job where state in ('QUEUED', 'RUNNING', 'WAITING')")
                + records.number("select count(*) from outbox where state in ('PENDING', 'SENDING')")
                + records.number("select count(*) from scheduled_tasks where task_name = 'job'");
    }

    /// What the books say, in a line.
    static String books(Records records) {
        return "charged " + records.charged() + ", reservations "
                + records.ask("select state || ' ' || count(*) from reservation group by state") + ", jobs "
                + records.ask("select state || ' ' || count(*) from job group by state");
    }

    /// The same in words, for whoever waits in vain.
    static List<String> left(Records records) {
        var left = new ArrayList<String>();
        left.addAll(records
                .ask("select 'reservation ' || job_id || ' ' || state from reservation where state = 'reserved'"));
        left.addAll(records.ask("select 'job ' || id || ' ' || state || ' after ' || attempts || ' attempts' from job"
                + " where state in ('QUEUED', 'RUNNING', 'WAITING')"));
        left.addAll(records.ask("select 'message ' || id || ' ' || state || ' after ' || attempts || ' attempts'"
                + " from outbox where state in ('PENDING', 'SENDING')"));
        left.addAll(records.ask("select 'task ' || task_instance || ', picked ' || coalesce(picked_by, 'by nobody')"
                + " from scheduled_tasks where task_name = 'job'"));
        return left;
    }

    /// Telegram offers a message until it is confirmed; Discord offers it once.
    private static boolean isDue(Town town, Crowd.Said one) {
        var interaction = one.interaction();
        return interaction == null || town.discord.isAcknowledged(interaction);
    }

    /// What everybody sees on one platform.
    private static final class Screen {
        final Map<String, Integer> answers = new TreeMap<>();
        final Map<String, Integer> sentences = new TreeMap<>();
        final List<String> signs = new ArrayList<>();
        final String name;
        int doubts;
        int givenUp;
        int free;

        Screen(String name) {
            this.name = name;
        }

        /// @return how many sentences the person reads that stand for an answer
        int look(String person, List<Seen> seen, List<String> notices) {
            var told = notices.size();
            notices.forEach(this::read);
            for (var message : seen) {
                var text = message.text();
                var answer = ANSWER.matcher(text);
                if (text.contains(DOUBT)) {
                    doubts++;
                } else if (text.startsWith("⏳") || text.contains("▌") || text.equals("(thinking)")) {
                    signs.add(name + person + ": " + text);
                } else if (answer.find()) {
                    answers.merge(answer.group(1), 1, Integer::sum);
                    free += text.contains(GIVEN_AGAIN) ? 1 : 0;
                } else {
                    told++;
                    read(text);
                }
            }
            return told;
        }

        private void read(String text) {
            if (text.startsWith(GIVEN_UP)) {
                givenUp++;
            } else {
                sentences.merge(JOB.matcher(text).replaceAll("(Job …)"), 1, Integer::sum);
            }
        }

        /// What this person said that came to nothing, besides what they were told so.
        List<String> missing(List<Crowd.Said> due, List<String> asked, String person, int told) {
            return due.stream().filter(one -> one.person().equals(person) && one.onDiscord() == name.equals("Discord "))
                    .filter(one -> !answers.containsKey(one.token()))
                    .filter(one -> asked.stream().noneMatch(draft -> draft.contains(one.token())))
                    .skip(told).map(one -> name + one).toList();
        }

        List<String> twice() {
            return answers.entrySet().stream().filter(entry -> entry.getValue() > 1).map(Map.Entry::getKey).toList();
        }
    }
}
