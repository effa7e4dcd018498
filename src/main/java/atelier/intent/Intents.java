package atelier.intent;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the [Intent] of a kind from the words and what was found in them.
final class Intents {
    private Intents() {}

    /// @param action  of the kinds that have one; empty takes the usual one
    /// @param request the person's own words
    static Intent of(Intent.Kind kind, String action, String request, Briefs briefs) {
        return switch (kind) {
            case FEATURE_INQUIRY -> new Intent.InquireFeature(request);
            case HOW_TO -> new Intent.AskHowTo(request);
            case GENERAL_HELP -> new Intent.Help(action.isEmpty() ? null : action);
            case GENERATE_CODE -> new Intent.WriteCode(request, briefs.code());
            case REVIEW_CODE -> new Intent.ReviewCode(request, briefs.code());
            case EXPLAIN_CODE -> new Intent.ExplainCode(request, briefs.code());
            case GENERATE_GAME -> new Intent.MakeGame(request, briefs.game());
            case GENERATE_LYRICS -> new Intent.WriteLyrics(request, briefs.music());
            case GENERATE_MELODY -> new Intent.ComposeMelody(request, briefs.music());
            case GENERATE_TOPLINE -> new Intent.ComposeTopline(request, briefs.music());
            case GENERATE_FULL_SONG -> new Intent.ComposeSong(request, briefs.music());
            case CLONE_VOICE -> new Intent.CloneVoice(request);
            case COACH_VOCALS -> new Intent.CoachVocals(request);
            case ANALYZE_AUDIO -> new Intent.AnalyzeAudio(request);
            case ANALYZE_LOG -> new Intent.AnalyzeLog(request);
            case MASTER_AUDIO -> new Intent.MasterAudio(request);
            case PLAY_SAMPLE -> new Intent.PlaySample(request);
            case SHOW_EXAMPLE -> new Intent.ShowExample(request);
            case COMPARE_MODELS -> Contestants.in(request);
            case MANAGE_MODELS -> new Intent.ManageModels(request);
            case SHOW_USAGE -> new Intent.ShowUsage(or(action, "usage"), request);
            case HISTORY -> new Intent.History(or(action, "show"), request);
            case EDIT_LAST -> new Intent.EditLast(or(action, "edit"), request);
            case REGENERATE -> new Intent.Regenerate();
            case CANCEL -> new Intent.Cancel();
            case MANAGE_TEMPLATES -> new Intent.ManageTemplates(
                    action.equals("persona") ? ("/persona " + request).strip() : request);
            case MANAGE_ACCOUNT -> new Intent.ManageAccount(or(action, "settings"), request);
            case GREETING -> new Intent.Greet(request);
            case THANKS -> new Intent.Thank(request);
            case CHAT -> new Intent.Talk(request);
            case UNKNOWN -> new Intent.Unknown(request);
        };
    }

    private static String or(String action, String usual) {
        return action.isEmpty() ? usual : action;
    }

    /// The same with what a change of the last thing names and with the note to be told about a key.
    static Map<String, Object> entities(Intent intent, Briefs briefs) {
        var entities = entities(intent, briefs.model());
        if (intent instanceof Intent.EditLast) {
            put(entities, briefs.music());
            put(entities, "engine", briefs.engine());
        }
        if (entities.containsKey("key")) {
            put(entities, "note", briefs.keyNote());
        }
        return entities;
    }

    /// What the intent holds besides the request, by name, for display.
    static Map<String, Object> entities(Intent intent, @Nullable String model) {
        var entities = new HashMap<String, Object>();
        switch (intent) {
            case Intent.WriteCode code -> put(entities, code.brief());
            case Intent.ReviewCode code -> put(entities, code.brief());
            case Intent.ExplainCode code -> put(entities, code.brief());
            case Intent.MakeGame game -> put(entities, game.brief());
            case Intent.WriteLyrics music -> put(entities, music.brief());
            case Intent.ComposeMelody music -> put(entities, music.brief());
            case Intent.ComposeTopline music -> put(entities, music.brief());
            case Intent.ComposeSong music -> put(entities, music.brief());
            case Intent.ShowUsage usage -> put(entities, "view", usage.view());
            case Intent.History history -> put(entities, "action", history.action());
            case Intent.EditLast edit -> put(entities, "action", edit.action());
            case Intent.ManageAccount account -> put(entities, "action", account.action());
            case Intent.CompareModels compare -> put(entities, "models", named(compare.models()));
            case Intent.Help help -> put(entities, "topic", help.topic());
            case Intent.InquireFeature _,Intent.AskHowTo _,Intent.CloneVoice _,Intent.CoachVocals _,Intent.AnalyzeAudio _,Intent.AnalyzeLog _,Intent.MasterAudio _,Intent.PlaySample _,Intent.ShowExample _,Intent.ManageModels _,Intent.Regenerate _,Intent.Cancel _,Intent.ManageTemplates _,Intent.Greet _,Intent.Thank _,Intent.Talk _,Intent.Unknown _ ->
                {
                }
        }
        put(entities, "model", model);
        return entities;
    }

    private static @Nullable Object named(List<String> models) {
        return models.isEmpty() ? null : models;
    }

    private static void put(Map<String, Object> entities, CodeBrief brief) {
        put(entities, "language", brief.language());
        put(entities, "framework", brief.framework());
        put(entities, "targetType", brief.targetType());
        put(entities, "complexity", brief.complexity());
    }

    private static void put(Map<String, Object> entities, GameBrief brief) {
        put(entities, "engine", brief.engine());
        put(entities, "language", brief.language());
        put(entities, "theme", brief.theme());
        put(entities, "complexity", brief.complexity());
        put(entities, "levels", brief.levels());
    }

    private static void put(Map<String, Object> entities, MusicBrief brief) {
        put(entities, "key", brief.key());
        put(entities, "scale", brief.scale());
        put(entities, "tempo", brief.tempo());
        put(entities, "meter", brief.meter());
        put(entities, "bars", brief.bars());
        put(entities, "seconds", brief.seconds());
        put(entities, "genre", brief.genre());
        put(entities, "mood", brief.mood());
        put(entities, "language", brief.language());
        put(entities, "seed", brief.seed());
    }

    private static void put(Map<String, Object> entities, String name, @Nullable Object value) {
        if (value != null) {
            entities.put(name, value instanceof Complexity level ? level.name().toLowerCase(Locale.ROOT) : value);
        }
    }
}
