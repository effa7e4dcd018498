package atelier.create.text;

import atelier.chat.UserFacingException;
import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Refusal;
import atelier.create.Workbench;
import atelier.create.song.Songwriter;
import atelier.generation.Answer;
import atelier.generation.Router;
import atelier.intent.Intent;
import atelier.language.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Writes lyrics, and hands them over as `lyrics.txt` too. Where no model answers the built-in songwriter does, and says so.
public final class LyricsCreator implements Creator<Intent.WriteLyrics> {
    private final TextRoad road;

    public LyricsCreator(Router router) {
        road = new TextRoad(router, "lyrics");
    }

    @Override
    public Creation create(Intent.WriteLyrics intent, Workbench workbench) {
        var brief = intent.brief();
        Answer.Answered answered;
        try {
            answered = road.ask(intent.request(), workbench, Map.of("genre", Words.of(brief.genre()), "mood",
                    Words.of(brief.mood()), "language", Words.language(brief.language()))).answered();
        } catch (UserFacingException nobody) {
            if (workbench.terms().model() != null || workbench.work() != null
                    || workbench.cancellation().isCancelled()) {
                throw nobody;
            }
            return Songwriter.lyrics(intent.request(), brief, workbench.seed(), workbench.phrases());
        }
        Refusal.refuseAll(answered.text());
        var sheet = LyricsSheet.of(answered.text(), workbench.phrases().say("text.untitled"));
        var file = new Artifact("lyrics.txt", "text/plain", sheet.text().getBytes(StandardCharsets.UTF_8));
        var sections = new Check("sections", sheet.sections() > 1,
                Sentence.of("song.sections", "count", sheet.sections()));
        return new Creation(sheet.title(), List.of(file), sheet.markdown(), List.of(sections), answered, null);
    }
}
