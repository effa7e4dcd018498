package atelier.intent;

import atelier.chat.Invocation;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Understands what a message asks for: commands exactly, free text by the tables `words-*.txt` and `rules.txt`.
///
/// Pure and thread-safe; takes well under a millisecond for a chat message; throws for no input.
public final class IntentParser {
    /// A paste is told by its first part; more would only cost time.
    private static final int PASTE_CAP = 20_000;
    private static final List<String> KEYBOARD = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm",
            "azertyuiop", "qsdfghjklm", "wxcvbn", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю");

    /// From here on a part of an utterance speaks for the whole.
    private static final double SURE = 0.85;
    /// From this share on likeness overrules mere talk, and how sure that is.
    private static final double LIKELY = 0.5;
    private static final double GUESSED = 0.6;
    private static final Set<Intent.Kind> WISHES = EnumSet.complementOf(EnumSet.of(Intent.Kind.CHAT,
            Intent.Kind.UNKNOWN, Intent.Kind.GREETING, Intent.Kind.THANKS, Intent.Kind.GENERAL_HELP,
            Intent.Kind.CANCEL, Intent.Kind.REGENERATE));

    private final CommandReader commands = new CommandReader(this);

    /// @param text       what was said, without the mention of the bot
    /// @param invocation the command, where the platform took it apart itself
    public Parsed parse(String text, @Nullable Invocation invocation, Situation situation) {
        if (invocation != null) {
            return commands.read(invocation.command(), invocation.options(), situation);
        }
        var trimmed = text.strip();
        var typed = CommandReader.typed(trimmed);
        return typed != null ? commands.read(typed.command(), typed.options(), situation) : freely(trimmed, situation);
    }

    /// Understands free text.
    Parsed freely(String text, Situation situation) {
        var paste = Paste.in(text.length() > PASTE_CAP ? text.substring(0, PASTE_CAP) : text);
        var file = situation.attachment() != null ? situation.attachment() : paste.kind();
        var prose = Words.clean(paste.prose());
        var reading = new Reading(prose, situation, file);
        if (reading.length() == 0) {
            return silent(text, file);
        }
        var verdict = isMash(reading) && situation.attachment() == null
                ? new Rules.Verdict(Intent.Kind.UNKNOWN, "", 0.9, null)
                : judge(reading, prose, situation, file);
        var briefs = new Briefs(reading.findings, prose, reading.head());
        var intent = Intents.of(verdict.kind(), verdict.action(), text, briefs);
        var question = verdict.question() != null
                ? Questions.unsure(verdict.question(), reading.hasContent() ? prose.strip() : "")
                : Questions.missing(intent, reading.hasContent(), situation, file);
        return new Parsed(intent, verdict.confidence(), Intents.entities(intent, briefs), question);
    }

    /// The whole is read first. Where it is mere talk, a part of it may still ask for something: "It rains all day. Could
    /// you make me a game?"
    private static Rules.Verdict judge(Reading whole, String prose, Situation situation,
            Situation.@Nullable File file) {
        var verdict = Rules.judge(whole);
        if (verdict.kind() != Intent.Kind.CHAT || whole.is("act:negated")) {
            return verdict;
        }
        for (var clause : whole.findings.clauses(prose)) {
            var part = new Reading(clause, situation, file);
            var asked = part.length() < 2 ? verdict : Rules.judge(part);
            if (asked.confidence() >= SURE && WISHES.contains(asked.kind())) {
                return asked;
            }
        }
        var guess = Likeness.of(whole);
        return guess.share() >= LIKELY ? new Rules.Verdict(guess.kind(), "", GUESSED, null) : verdict;
    }

    /// What the briefs say about these words, whatever is made of them.
    Briefs briefs(String text) {
        var prose = Words.clean(text);
        var reading = new Reading(prose, Situation.NONE, null);
        return new Briefs(reading.findings, prose, reading.head());
    }

    boolean hasContent(String text) {
        return new Reading(Words.clean(text), Situation.NONE, null).hasContent();
    }

    /// No words at all: a bare file, a bare paste, emoji, nothing.
    private static Parsed silent(String text, Situation.@Nullable File file) {
        return switch (file) {
            case null -> new Parsed(new Intent.Unknown(text), 0.9, Map.of(), null);
            case CODE -> new Parsed(new Intent.ReviewCode(text, CodeBrief.SILENT), 0.5, Map.of(),
                    Questions.unsure("code", ""));
            case AUDIO -> new Parsed(new Intent.AnalyzeAudio(text), 0.85, Map.of(), null);
            case VOICE -> new Parsed(new Intent.CoachVocals(text), 0.5, Map.of(), Questions.unsure("voice", ""));
            case LOG -> new Parsed(new Intent.AnalyzeLog(text), 0.95, Map.of(), null);
        };
    }

    /// Fingers on the keyboard: nothing known in it, and either a run of neighbouring keys or hardly a vowel.
    private static boolean isMash(Reading reading) {
        if (reading.length() > 3 || !reading.findings.hits().isEmpty()) {
            return false;
        }
        for (var token : reading.findings.tokens()) {
            if (!isMash(token.text())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMash(String word) {
        if (word.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        var first = word.substring(0, Math.min(word.length(), 5));
        if (word.length() >= 4 && KEYBOARD.stream().anyMatch(row -> row.contains(first))) {
            return true;
        }
        boolean latin = word.chars().allMatch(c -> c >= 'a' && c <= 'z');
        long vowels = word.chars().filter(c -> "aeiouy".indexOf(c) >= 0).count();
        long kinds = word.chars().distinct().count();
        return latin && word.length() >= 5 && (vowels * 6 <= word.length() || kinds <= 2);
    }
}
