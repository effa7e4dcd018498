package atelier.create.text;

import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Workbench;
import atelier.generation.Router;
import atelier.intent.Intent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Writes lyrics, and hands them over as `lyrics.txt` too.
public final class LyricsCreator implements Creator<Intent.WriteLyrics> {
    private final TextRoad road;

    public LyricsCreator(Router router) {
        road = new TextRoad(router, "lyrics");
    }

    @Override
    public Creation create(Intent.WriteLyrics intent, Workbench workbench) {
        var brief = intent.brief();
        var answered = road.askForWork(intent.request(), workbench, Map.of("genre", Words.of(brief.genre()), "mood",
                Words.of(brief.mood()), "language", Words.language(brief.language())), null, workbench.onText())
                .answered();
        var sheet = LyricsSheet.of(answered.text());
        var file = new Artifact("lyrics.txt", "text/plain", sheet.text().getBytes(StandardCharsets.UTF_8));
        var sections = new Check("sections", sheet.sections() > 1, sheet.sections() + " sections");
        return new Creation(sheet.title(), List.of(file), sheet.markdown(), List.of(sections), answered, null);
    }
}
