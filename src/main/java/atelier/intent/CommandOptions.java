package atelier.intent;

import atelier.chat.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lays the options of a command over what its words say. A value that makes no sense is passed over, and of music it is said.
final class CommandOptions {
    private CommandOptions() {}

    static Intent apply(Map<String, String> options, Intent intent, IntentParser parser) {
        return switch (intent) {
            case Intent.WriteCode code -> new Intent.WriteCode(code.request(), over(options, code.brief(), parser));
            case Intent.MakeGame game -> new Intent.MakeGame(game.request(), over(options, game.brief()));
            case Intent.WriteLyrics music ->
                new Intent.WriteLyrics(music.request(), over(options, music.brief()));
            case Intent.ComposeMelody music ->
                new Intent.ComposeMelody(music.request(), over(options, music.brief()));
            case Intent.ComposeTopline music ->
                new Intent.ComposeTopline(music.request(), over(options, music.brief()));
            case Intent.ComposeSong music ->
                new Intent.ComposeSong(music.request(), over(options, music.brief()));
            case Intent.CompareModels compare when options.containsKey("models") ->
                new Intent.CompareModels(compare.request(), Contestants.names(options.getOrDefault("models", "")));
            case Intent.CompareModels _,Intent.ReviewCode _,Intent.ExplainCode _,Intent.ShowUsage _,Intent.History _,Intent.EditLast _,Intent.ManageAccount _,Intent.Help _,Intent.InquireFeature _,Intent.AskHowTo _,Intent.CloneVoice _,Intent.CoachVocals _,Intent.AnalyzeAudio _,Intent.AnalyzeLog _,Intent.MasterAudio _,Intent.PlaySample _,Intent.ShowExample _,Intent.ManageModels _,Intent.Regenerate _,Intent.Cancel _,Intent.ManageTemplates _,Intent.Greet _,Intent.Thank _,Intent.Talk _,Intent.Unknown _ ->
                intent;
        };
    }

    private static CodeBrief over(Map<String, String> options, CodeBrief brief, IntentParser parser) {
        var language = text(options, "language");
        var known = language == null ? null : parser.briefs(language).code().language();
        var framework = text(options, "framework");
        var level = complexity(options);
        return new CodeBrief(or(or(known, language), brief.language()), or(framework, brief.framework()),
                brief.targetType(), level == null ? brief.complexity() : level);
    }

    private static GameBrief over(Map<String, String> options, GameBrief brief) {
        var level = complexity(options);
        var levels = Numbers.narrow(number(options, "levels"));
        return new GameBrief(or(text(options, "engine"), brief.engine()), brief.language(), brief.theme(),
                level == null ? brief.complexity() : level, levels == null ? brief.levels() : levels);
    }

    private static MusicBrief over(Map<String, String> options, MusicBrief brief) {
        var key = text(options, "key");
        var keys = key == null ? null : Keys.in(new Findings("in " + Words.clean(options.getOrDefault("key", ""))));
        var tempo = Numbers.narrow(number(options, "tempo"));
        var bars = Numbers.narrow(number(options, "bars"));
        var seed = number(options, "seed");
        var language = text(options, "language");
        var tongue = language == null ? null : new Findings(Words.clean(language)).value("tonguename");
        return new MusicBrief(or(keys == null ? null : keys.tonic(), brief.key()),
                or(text(options, "scale"), or(keys == null ? null : keys.scale(), brief.scale())),
                tempo == null ? brief.tempo() : tempo, or(text(options, "meter"), brief.meter()),
                bars == null ? brief.bars() : bars, brief.seconds(), or(text(options, "genre"), brief.genre()),
                or(text(options, "mood"), brief.mood()), or(or(tongue, language), brief.language()),
                seed == null ? brief.seed() : seed).noted(note(options, keys, brief.note()))
                .playedOn(brief.instrument());
    }

    private static @Nullable String note(Map<String, String> options, @Nullable Keys keys, @Nullable String before) {
        var notes = new ArrayList<String>();
        if (before != null && !(keys != null && keys.tonic() != null)) {
            notes.add(before);
        }
        for (var name : List.of("tempo", "bars", "seed")) {
            if (text(options, name) != null && number(options, name) == null) {
                notes.add(Notes.of("music.note.number", "said",
                        Excerpt.line(options.getOrDefault(name, ""), 30), "what", name));
            }
        }
        if (keys != null && keys.note() != null) {
            notes.add(keys.note());
        }
        if (keys != null && keys.tonic() == null && keys.scale() == null) {
            notes.add(Notes.of("music.note.key", "said",
                    Excerpt.line(options.getOrDefault("key", ""), 30)));
        }
        return notes.isEmpty() ? null : String.join("\n", notes);
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    private static @Nullable String text(Map<String, String> options, String name) {
        var value = options.get(name);
        return value == null || value.isBlank() ? null : value.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Long number(Map<String, String> options, String name) {
        var value = options.get(name);
        try {
            return value == null ? null : Long.valueOf(value.strip());
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static @Nullable Complexity complexity(Map<String, String> options) {
        var value = text(options, "complexity");
        var found = value == null ? null : new Findings(Words.clean(value)).value("complexity");
        return found == null ? null : Complexity.valueOf(found);
    }
}
