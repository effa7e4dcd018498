package atelier.engine.delivery;

import atelier.engine.port.Job;
import atelier.intent.Intent;

/// How the files of one answer go out together.
///
/// @param title also the name of a zip
public record Wrapping(String title, Form form) {
    /// Of files nobody will look for by a name.
    public static final Wrapping PLAIN = new Wrapping("answer", Form.PROJECT);

    /// When files become one zip. In any case they do where they are too many or too large for single files.
    public enum Form {
        /// Only then.
        LOOSE,
        /// Where they lie in folders, which a message cannot show.
        PROJECT,
        /// Always.
        WHOLE
    }

    /// A game arrives as one thing; of other work the folders decide.
    public static Wrapping of(Job job, String title) {
        return new Wrapping(title, job.intent() instanceof Intent.MakeGame ? Form.WHOLE : Form.PROJECT);
    }
}
