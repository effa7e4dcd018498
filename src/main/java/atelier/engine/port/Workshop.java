package atelier.engine.port;

import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Workbench;
import atelier.create.song.Samples;
import atelier.intent.Intent;

/// The creators, one for each intent that makes something.
///
/// @param samples songs to listen to, one a genre
public record Workshop(Creator<Intent.WriteCode> code, Creator<Intent.ReviewCode> review,
        Creator<Intent.ExplainCode> explanation, Creator<Intent.MakeGame> game, Creator<Intent.WriteLyrics> lyrics,
        Creator<Intent.ComposeMelody> melody, Creator<Intent.ComposeTopline> topline, Creator<Intent.ComposeSong> song,
        Creator<Intent.AnalyzeLog> log, Creator<Intent.Talk> talk, Samples samples) {
    /// With samples by the built-in instruments, kept nowhere.
    public Workshop(Creator<Intent.WriteCode> code, Creator<Intent.ReviewCode> review,
            Creator<Intent.ExplainCode> explanation, Creator<Intent.MakeGame> game, Creator<Intent.WriteLyrics> lyrics,
            Creator<Intent.ComposeMelody> melody, Creator<Intent.ComposeTopline> topline,
            Creator<Intent.ComposeSong> song, Creator<Intent.AnalyzeLog> log, Creator<Intent.Talk> talk) {
        this(code, review, explanation, game, lyrics, melody, topline, song, log, talk,
                new Samples());
    }

    /// Makes what is asked for.
    ///
    /// @throws atelier.chat.UserFacingException when it cannot be made
    public Creation make(Intent intent, Workbench workbench) {
        return switch (intent) {
            case Intent.WriteCode it -> code.create(it, workbench);
            case Intent.ReviewCode it -> review.create(it, workbench);
            case Intent.ExplainCode it -> explanation.create(it, workbench);
            case Intent.MakeGame it -> game.create(it, workbench);
            case Intent.WriteLyrics it -> lyrics.create(it, workbench);
            case Intent.ComposeMelody it -> melody.create(it, workbench);
            case Intent.ComposeTopline it -> topline.create(it, workbench);
            case Intent.ComposeSong it -> song.create(it, workbench);
            case Intent.AnalyzeLog it -> log.create(it, workbench);
            case Intent.Talk it -> talk.create(it, workbench);
            case Intent.AskHowTo it -> talk.create(new Intent.Talk(it.request()), workbench);
            case Intent.InquireFeature it -> talk.create(new Intent.Talk(it.request()), workbench);
            case Intent.Help _,Intent.CloneVoice _,Intent.CoachVocals _,Intent.AnalyzeAudio _,Intent.MasterAudio _,Intent.PlaySample _,Intent.ShowExample _,Intent.CompareModels _,Intent.EditLast _,Intent.ManageModels _,Intent.ShowUsage _,Intent.History _,Intent.Regenerate _,Intent.Cancel _,Intent.ManageTemplates _,Intent.ManageAccount _,Intent.Greet _,Intent.Thank _,Intent.Unknown _ ->
                throw new IllegalArgumentException(intent.kind() + " is answered without making anything");
        };
    }
}
