package atelier.engine.intake;

import atelier.chat.Attachment;
import atelier.engine.port.Job;
import atelier.intent.Intent;
import atelier.intent.Situation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What surrounds an utterance.
final class Situations {
    private static final Set<String> SOUND = Set.of("ogg", "oga", "mp3", "wav", "flac", "m4a", "aac", "opus");

    private Situations() {}

    static Situation of(Optional<Job> last, List<Attachment> attachments, boolean running) {
        return new Situation(last.map(job -> made(job.intent())).orElse(null),
                attachments.isEmpty() ? null : file(attachments.getFirst()), running);
    }

    private static Situation.@Nullable Artifact made(Intent intent) {
        return switch (intent.kind()) {
            case GENERATE_CODE -> Situation.Artifact.CODE;
            case GENERATE_GAME -> Situation.Artifact.GAME;
            case GENERATE_LYRICS -> Situation.Artifact.LYRICS;
            case GENERATE_MELODY, GENERATE_TOPLINE -> Situation.Artifact.MELODY;
            case GENERATE_FULL_SONG -> Situation.Artifact.SONG;
            case REVIEW_CODE, EXPLAIN_CODE, ANALYZE_LOG, CHAT, HOW_TO, FEATURE_INQUIRY -> Situation.Artifact.TEXT;
            case GENERAL_HELP, CLONE_VOICE, COACH_VOCALS, ANALYZE_AUDIO, MASTER_AUDIO, PLAY_SAMPLE, SHOW_EXAMPLE,
                    COMPARE_MODELS, MANAGE_MODELS, SHOW_USAGE, HISTORY, EDIT_LAST, REGENERATE, CANCEL, MANAGE_TEMPLATES,
                    MANAGE_ACCOUNT, GREETING, THANKS, UNKNOWN ->
                null;
        };
    }

    private static Situation.File file(Attachment attachment) {
        var name = attachment.name().toLowerCase(Locale.ROOT);
        var extension = name.substring(name.lastIndexOf('.') + 1);
        if (attachment.mediaType().startsWith("audio/") || SOUND.contains(extension)) {
            return name.startsWith("voice") ? Situation.File.VOICE : Situation.File.AUDIO;
        }
        return extension.equals("log") ? Situation.File.LOG : Situation.File.CODE;
    }
}
