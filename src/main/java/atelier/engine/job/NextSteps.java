package atelier.engine.job;

import atelier.engine.port.Job;
import atelier.intent.Intent;
import atelier.language.Phrases;
import java.util.List;
import java.util.stream.Stream;

/// What people mostly want after a result, one press away. Of music the changes are offered elsewhere.
final class NextSteps {
    private NextSteps() {}

    /// @param words said for the person
    record Step(String label, String words) {}

    /// At most three; none where nothing is likelier than anything else.
    static List<Step> after(Job job, Phrases phrases) {
        return switch (job.intent()) {
            case Intent.MakeGame it -> Stream.of(change(job, "next.harder", phrases),
                    change(job, "next.foes", phrases), engine(job, it, phrases)).toList();
            case Intent.WriteCode _ -> List.of(change(job, "next.test", phrases),
                    new Step(phrases.say("next.explain"), "/explain"), new Step(phrases.say("next.review"), "/review"));
            case Intent.ReviewCode _ -> List.of(talk("next.fix", phrases), talk("next.worst", phrases));
            case Intent.ExplainCode _ -> List.of(talk("next.example", phrases),
                    new Step(phrases.say("next.review"), "/review"));
            case Intent.AnalyzeLog _ -> List.of(talk("next.prevent", phrases));
            case Intent.Talk _,Intent.AskHowTo _ ->
                List.of(talk("next.shorter", phrases), talk("next.example", phrases));
            case Intent.WriteLyrics _ -> List.of(change(job, "next.verse", phrases));
            case Intent.ComposeMelody _,Intent.ComposeTopline _,Intent.ComposeSong _,Intent.InquireFeature _,Intent.Help _,Intent.CloneVoice _,Intent.CoachVocals _,Intent.AnalyzeAudio _,Intent.MasterAudio _,Intent.PlaySample _,Intent.ShowExample _,Intent.CompareModels _,Intent.EditLast _,Intent.ManageModels _,Intent.ShowUsage _,Intent.History _,Intent.Regenerate _,Intent.Cancel _,Intent.ManageTemplates _,Intent.ManageAccount _,Intent.Greet _,Intent.Thank _,Intent.Unknown _ ->
                List.of();
        };
    }

    /// The button says in short what its words say in full.
    private static Step change(Job job, String key, Phrases phrases) {
        return new Step(phrases.say(key), "/change " + job.id() + " " + words(key, phrases));
    }

    private static String words(String key, Phrases phrases) {
        return phrases.say("next.words." + key.substring(key.indexOf('.') + 1));
    }

    private static Step talk(String key, Phrases phrases) {
        return new Step(phrases.say(key), "/talk " + words(key, phrases));
    }

    private static Step engine(Job job, Intent.MakeGame game, Phrases phrases) {
        var engine = "phaser".equalsIgnoreCase(game.brief().engine()) ? "Pygame" : "Phaser";
        return new Step(phrases.say("next.engine", "engine", engine),
                "/change " + job.id() + " " + phrases.say("next.words.engine", "engine", engine));
    }
}
