package atelier.intent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message asks for. One nested record a kind; the engine's `switch` over them is exhaustive.
///
/// `request` is always the person's own words, without the command and without the mention.
public sealed interface Intent {
    /// The kind's name in the product's vocabulary.
    Kind kind();

    /// Every kind of intent, in the product's vocabulary.
    enum Kind {
        FEATURE_INQUIRY, HOW_TO, GENERAL_HELP, GENERATE_CODE, REVIEW_CODE, EXPLAIN_CODE, GENERATE_GAME, GENERATE_LYRICS, GENERATE_MELODY, GENERATE_TOPLINE, GENERATE_FULL_SONG, CLONE_VOICE, COACH_VOCALS, ANALYZE_AUDIO, ANALYZE_LOG, MASTER_AUDIO, PLAY_SAMPLE, SHOW_EXAMPLE, COMPARE_MODELS, MANAGE_MODELS, SHOW_USAGE, HISTORY, EDIT_LAST, REGENERATE, CANCEL, MANAGE_TEMPLATES, MANAGE_ACCOUNT, GREETING, THANKS, CHAT, UNKNOWN
    }

    record InquireFeature(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.FEATURE_INQUIRY;
        }
    }

    record AskHowTo(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.HOW_TO;
        }
    }

    /// @param topic a command or a kind to explain, or null for all
    record Help(@Nullable String topic) implements Intent {
        @Override
        public Kind kind() {
            return Kind.GENERAL_HELP;
        }
    }

    record WriteCode(String request, CodeBrief brief) implements Intent {
        @Override
        public Kind kind() {
            return Kind.GENERATE_CODE;
        }
    }

    record ReviewCode(String request, CodeBrief brief) implements Intent {
        @Override
        public Kind kind() {
            return Kind.REVIEW_CODE;
        }
    }

    record ExplainCode(String request, CodeBrief brief) implements Intent {
        @Override
        public Kind kind() {
            return Kind.EXPLAIN_CODE;
        }
    }

    record MakeGame(String request, GameBrief brief) implements Intent {
        @Override
        public Kind kind() {
            return Kind.GENERATE_GAME;
        }
    }

    record WriteLyrics(String request, MusicBrief brief) implements Intent {
        @Override
        public Kind kind() {
            return Kind.GENERATE_LYRICS;
        }
    }

    record ComposeMelody(String request, MusicBrief brief) implements Intent {
        @Override
        public Kind kind() {
            return Kind.GENERATE_MELODY;
        }
    }

    record ComposeTopline(String request, MusicBrief brief) implements Intent {
        @Override
        public Kind kind() {
            return Kind.GENERATE_TOPLINE;
        }
    }

    record ComposeSong(String request, MusicBrief brief) implements Intent {
        @Override
        public Kind kind() {
            return Kind.GENERATE_FULL_SONG;
        }
    }

    record CloneVoice(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.CLONE_VOICE;
        }
    }

    record CoachVocals(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.COACH_VOCALS;
        }
    }

    record AnalyzeAudio(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.ANALYZE_AUDIO;
        }
    }

    record AnalyzeLog(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.ANALYZE_LOG;
        }
    }

    record MasterAudio(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.MASTER_AUDIO;
        }
    }

    record PlaySample(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.PLAY_SAMPLE;
        }
    }

    record ShowExample(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.SHOW_EXAMPLE;
        }
    }

    /// @param models names of the models to ask; empty leaves the choice to Atelier
    record CompareModels(String request, List<String> models) implements Intent {
        public CompareModels {
            models = List.copyOf(models);
        }

        @Override
        public Kind kind() {
            return Kind.COMPARE_MODELS;
        }
    }

    record ManageModels(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.MANAGE_MODELS;
        }
    }

    /// @param view `quota`, `usage` or `plan`
    record ShowUsage(String view, String request) implements Intent {
        public ShowUsage(String view) {
            this(view, "");
        }

        @Override
        public Kind kind() {
            return Kind.SHOW_USAGE;
        }
    }

    /// @param action `show`, `new`, `list`, `search`, `export`, `delete`
    record History(String action, String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.HISTORY;
        }
    }

    /// @param action `edit`, `diff` or `undo`
    record EditLast(String action, String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.EDIT_LAST;
        }
    }

    record Regenerate() implements Intent {
        @Override
        public Kind kind() {
            return Kind.REGENERATE;
        }
    }

    record Cancel() implements Intent {
        @Override
        public Kind kind() {
            return Kind.CANCEL;
        }
    }

    record ManageTemplates(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.MANAGE_TEMPLATES;
        }
    }

    /// @param action `link`, `settings`, `privacy`, `mydata`, `subscribe`, `terms`, `paysupport`, `usage`, `provider`, `admin`
    record ManageAccount(String action, String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.MANAGE_ACCOUNT;
        }
    }

    record Greet(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.GREETING;
        }
    }

    record Thank(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.THANKS;
        }
    }

    /// Anything else said to the bot: the model answers it as conversation.
    record Talk(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.CHAT;
        }
    }

    /// What makes no sense (nothing but emoji, a lone dot).
    record Unknown(String request) implements Intent {
        @Override
        public Kind kind() {
            return Kind.UNKNOWN;
        }
    }
}
