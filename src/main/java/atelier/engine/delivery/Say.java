package atelier.engine.delivery;

import atelier.chat.Button;
import atelier.chat.Excerpt;
import atelier.create.Artifact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Words the bot says that are not the result of a creation.
///
/// @param choices  labels and what pressing them says
/// @param asking   what was said so far, to which the person's next words are added; null when nothing is asked
/// @param files    pictures and the like to go with the words
/// @param wrapping how the files go together
public record Say(String text, List<Choice> choices, @Nullable String asking, List<Artifact> files,
        Wrapping wrapping) {
    public Say {
        choices = List.copyOf(choices);
        files = List.copyOf(files);
    }

    public Say(String text, List<Choice> choices) {
        this(text, choices, null, List.of(), Wrapping.PLAIN);
    }

    public static Say text(String text) {
        return new Say(text, List.of());
    }

    /// The same as a question: what the person says next is added to `soFar`.
    public Say asking(String soFar) {
        return new Say(text, choices, soFar, files, wrapping);
    }

    /// The same with a file.
    public Say with(Artifact file) {
        return with(List.of(file), wrapping);
    }

    /// The same with files that belong together.
    public Say with(List<Artifact> together, Wrapping how) {
        return new Say(text, choices, asking, together, how);
    }

    /// @param words what is said for the person when they press
    /// @param opens the page that opens instead; null for none
    public record Choice(String label, String words, Button.Style style, @Nullable String opens) {
        private static final int LONGEST_LABEL = 80;

        public Choice {
            label = Excerpt.of(label, LONGEST_LABEL);
        }

        public Choice(String label, String words, Button.Style style) {
            this(label, words, style, null);
        }

        /// Opens a page.
        public static Choice link(String label, String opens) {
            return new Choice(label, "", Button.Style.NORMAL, opens);
        }

        public static Choice of(String label, String words) {
            return new Choice(label, words, Button.Style.NORMAL);
        }
    }
}
