package atelier.process;

import atelier.adapter.Door.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the platforms show in the end, held against what people said and against the books.
///
/// @param said       messages people wrote
/// @param due        of these, the ones a platform handed over and had confirmed
/// @param lost       due, but without an answer a sentence that says why there is none, or the question whether it arrived
/// @param doubledOnTelegram answers that stand there more than once
/// @param doubledOnDiscord  the same on Discord
/// @param signs      messages that still look as if somebody were at work
/// @param doubts     times a person was asked whether an answer had arrived
/// @param givenUp    people who were told that their message broke off too often; it costs nothing
/// @param workedTwice messages of which more than one job was done
/// @param wronglyCharged difference between messages charged and jobs done
/// @param open       reservations, jobs and outgoing messages that never ended
record Tally(int said, int due, List<String> lost, List<String> doubledOnTelegram, List<String> doubledOnDiscord,
        List<String> signs, int doubts, int givenUp, int workedTwice, int wronglyCharged, int open) {
    static final Pattern TOKEN = Pattern.compile("T\\d{6}");
    private static final String GIVEN_UP = "";
    private static final Pattern ANSWER = Pattern.compile("Answer to (T\\d{6})");

    /// What the model answers.
    static String answerTo(String token) {
        return "Answer to " + token + ": short waves are scattered more than long ones.";
    }

    static Tally of(Town town, List<Crowd.Said> said, Records records) {
        var onTelegram = new HashMap<String, Integer>();
        var onDiscord = new HashMap<String, Integer>();
        var signs = new ArrayList<String>();
        var doubts = 0;
        for (var person : said.stream().map(Crowd.Said::person).distinct().toList()) {
            doubts += look(town.telegram.seenBy(person), onTelegram, signs, "Telegram " + person + ": ");
            doubts += look(town.discord.seenBy(person), onDiscord, signs, "Discord " + person + ": ");
        }
        var due = said.stream().filter(one -> isDue(town, one)).toList();
        var broken = Set.copyOf(records.ask("select words from job where state in ('QUARANTINED', 'FAILED')"));
        var asked = records.ask("select draft from outbox where state = 'UNKNOWN'");
        var lost = due.stream().filter(one -> !(one.onDiscord() ? onDiscord : onTelegram).containsKey(one.token()))
                .filter(one -> broken.stream().noneMatch(words -> words.contains(one.token())))
                .filter(one -> asked.stream().noneMatch(draft -> draft.contains(one.token())))
                .map(one -> (one.onDiscord() ? "Discord " : "Telegram ") + one).toList();
        var done = records.number("select count(*) from job where state = 'DONE'");
        return new Tally(said.size(), due.size(), lost, twice(onTelegram), twice(onDiscord), signs, doubts,
                onTelegram.getOrDefault(GIVEN_UP, 0) + onDiscord.getOrDefault(GIVEN_UP, 0),
                done - records.number("select count(distinct words) from job where state = 'DONE'"),
                Math.abs(records.charged() - done)
                        + Math.abs(records.number("select count(*) from reservation where state = 'settled'") - done),
                stuck(records));
    }

    /// What is not at its end.
    static int stuck(Records records) {
        return records.number("select count(*) from reservation where state = 'reserved'")
                + records.number("select count(*) from job where state in ('QUEUED', 'RUNNING')")
                + records.number("select count(*) from outbox where state in ('PENDING', 'SENDING')")
                + records.number("select count(*) from scheduled_tasks where task_name = 'job'");
    }

    /// Telegram offers a message until it is confirmed; Discord offers it once.
    private static boolean isDue(Town town, Crowd.Said one) {
        var interaction = one.interaction();
        return interaction == null || town.discord.isAcknowledged(interaction);
    }

    private static int look(List<Seen> seen, Map<String, Integer> answers, List<String> signs, String where) {
        var doubts = 0;
        for (var message : seen) {
            var answer = ANSWER.matcher(message.text());
            if (message.text().contains("I can't tell whether")) {
                doubts++;
            } else if (message.text().startsWith("This broke off")) {
                answers.merge(GIVEN_UP, 1, Integer::sum);
            } else if (answer.find() && !message.text().contains("▌")) {
                answers.merge(answer.group(1), 1, Integer::sum);
            } else {
                signs.add(where + message.text());
            }
        }
        return doubts;
    }

    private static List<String> twice(Map<String, Integer> answers) {
        return answers.entrySet().stream().filter(entry -> entry.getValue() > 1 && !entry.getKey().equals(GIVEN_UP))
                .map(Map.Entry::getKey).sorted()
                .collect(Collectors.toList());
    }
}
