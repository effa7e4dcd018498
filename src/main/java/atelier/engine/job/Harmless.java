package atelier.engine.job;

import atelier.create.Artifact;
import atelier.create.Creation;
import atelier.engine.delivery.Links;
import atelier.engine.port.Job;
import atelier.intent.Intent;
import atelier.language.Phrases;
import java.nio.charset.StandardCharsets;

/// What a model made, without links that carry data away: in the words of the answer, and in sheets of words to sing. Code is
/// for people to read and run elsewhere, and stays as it is.
final class Harmless {
    private Harmless() {}

    static Creation of(Job job, Creation made, Phrases phrases) {
        var words = made.saying(links(made.text(), job, phrases));
        return isSung(job.intent())
                ? new Creation(words.title(), words.files().stream().map(file -> sheet(file, job, phrases)).toList(),
                        words.text(), words.checks(), words.answeredBy(), words.maker(), words.evidence())
                : words;
    }

    private static boolean isSung(Intent intent) {
        return intent instanceof Intent.WriteLyrics || intent instanceof Intent.ComposeSong
                || intent instanceof Intent.ComposeTopline;
    }

    private static Artifact sheet(Artifact file, Job job, Phrases phrases) {
        return file.mediaType().startsWith("text/plain") || file.mediaType().startsWith("text/markdown")
                ? new Artifact(file.path(), file.mediaType(),
                        links(new String(file.content(), StandardCharsets.UTF_8), job, phrases)
                                .getBytes(StandardCharsets.UTF_8))
                : file;
    }

    private static String links(String text, Job job, Phrases phrases) {
        return Links.harmless(text, job.words(), place -> phrases.say("privacy.link", "place", place));
    }
}
