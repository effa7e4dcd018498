package atelier.engine.compare;

import atelier.chat.Attachment;
import atelier.intent.Intent;
import atelier.intent.IntentParser;
import atelier.intent.Situation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the models are to do, understood from the words like any other wish.
final class Task {
    private Task() {}

    /// Empty where no model has a part in it: a melody is composed, sound is measured without one. A song's plan is a model's.
    static Optional<Intent> of(String request, List<Attachment> files, IntentParser parser) {
        var intent = parser.parse(request, null, new Situation(null, kind(files), false)).intent();
        return switch (intent) {
            case Intent.WriteCode _,Intent.MakeGame _,Intent.WriteLyrics _,Intent.ReviewCode _,Intent.ExplainCode _,Intent.AnalyzeLog _,Intent.Talk _,Intent.ComposeTopline _,Intent.ComposeSong _ ->
                Optional.of(intent);
            case Intent.ComposeMelody _,Intent.CloneVoice _,Intent.CoachVocals _,Intent.AnalyzeAudio _,Intent.MasterAudio _ ->
                Optional.empty();
            case Intent.AskHowTo _,Intent.InquireFeature _,Intent.Help _,Intent.PlaySample _,Intent.ShowExample _,Intent.CompareModels _,Intent.EditLast _,Intent.ManageModels _,Intent.ShowUsage _,Intent.History _,Intent.Regenerate _,Intent.Cancel _,Intent.ManageTemplates _,Intent.ManageAccount _,Intent.Greet _,Intent.Thank _,Intent.Unknown _ ->
                Optional.of(new Intent.Talk(request));
        };
    }

    private static Situation.@Nullable File kind(List<Attachment> files) {
        if (files.isEmpty()) {
            return null;
        }
        return files.getFirst().name().toLowerCase(Locale.ROOT).endsWith(".log")
                ? Situation.File.LOG
                : Situation.File.CODE;
    }
}
