package atelier.intent;

import atelier.chat.Invocation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Understands what a message asks for: commands exactly, free text by the tables `words-*.txt` and `rules.txt` and by
/// its likeness to what others said.
///
/// Pure and thread-safe; takes well under a millisecond for a chat message; throws for no input.
public final class IntentParser {
    /// Below this confidence a model had better be asked, where there is one.
    public static final double SURE_ENOUGH = 0.8;
    /// Below this the person is asked, where no model is.
    static final double TOO_DOUBTFUL = 0.6;

    private static final double MASHED = 0.9;
    private static final double CHANGE = 0.95;

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

    /// The same words understood as a kind that somebody else decided on, a model or the person: with what they name and
    /// with the question for what is missing.
    public Parsed as(Intent.Kind kind, String text, Situation situation) {
        var said = Utterance.of(text.strip(), situation);
        return parsed(said, kind, Rules.action(kind, said.reading()), 1);
    }

    /// Understands free text.
    Parsed freely(String text, Situation situation) {
        var said = Utterance.of(text, situation);
        if (said.isSilent()) {
            return silent(text, said.file());
        }
        if (situation.attachment() == null && Mash.is(said.reading())) {
            return parsed(said, Intent.Kind.UNKNOWN, "", MASHED);
        }
        if (isChangeOfMusic(text, situation)) {
            return parsed(said, Intent.Kind.EDIT_LAST, "edit", CHANGE);
        }
        if (situation.attachment() == null && Titling.is(text)) {
            return parsed(said, Intent.Kind.HISTORY, "rename", CHANGE);
        }
        var decision = Decision.on(said);
        if (decision.kind() == Intent.Kind.HISTORY && Titling.isOfCode(text)) {
            return situation.last() == null
                    ? parsed(said, Intent.Kind.CHAT, "", CHANGE)
                    : parsed(said, Intent.Kind.EDIT_LAST, "edit", CHANGE);
        }
        var parsed = parsed(said, decision.kind(), decision.action(), decision.confidence());
        var doubt = Questions.doubt(decision, said);
        return new Parsed(parsed.intent(), parsed.confidence(), parsed.entities(),
                doubt == null ? parsed.question() : doubt, decision.likeliest());
    }

    /// Words that say nothing but what is to be different about the music that is there. Another take of it is no change.
    private static boolean isChangeOfMusic(String text, Situation situation) {
        if (situation.last() == null || !situation.last().isMusic() || situation.attachment() != null) {
            return false;
        }
        var change = MusicChange.in(text);
        return change.isWhole() && !change.isSilent() && !change.rests().contains(MusicChange.Anew.TAKE);
    }

    private static Parsed parsed(Utterance said, Intent.Kind kind, String action, double confidence) {
        var briefs = said.briefs();
        var intent = Intents.of(kind, action, said.text(), briefs);
        var question = Questions.missing(intent, said.reading().hasContent(), said.situation(), said.file());
        return new Parsed(intent, confidence, Intents.entities(intent, briefs), question);
    }

    /// Whether a word is the name of a model or begins with that of a family of models, such as `gemma3` or `llama3.2`.
    public boolean isModelName(String word) {
        return Contestants.isName(word);
    }

    /// What the briefs say about these words, whatever is made of them.
    Briefs briefs(String text) {
        var prose = Words.clean(text);
        var reading = new Reading(prose, Situation.NONE, null);
        return new Briefs(reading.findings, prose, reading.head());
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
}
