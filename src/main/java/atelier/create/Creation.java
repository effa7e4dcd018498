package atelier.create;

import atelier.generation.Answer.Answered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of a [Creator].
///
/// @param title       short name, also the name of a zip of all files
/// @param files       may be empty (a review, an explanation, talk)
/// @param text        Markdown for the person: what it is, why so, next steps; without the line that says who answered
/// @param checks      what was run on the files
/// @param answeredBy  the model that answered; null for the built-in makers
/// @param maker       who made it when no model did, such as `the built-in composer`
/// @param evidence    the checks file by file, and the prompt that asked
public record Creation(String title, List<Artifact> files, String text, List<Check> checks,
        @Nullable Answered answeredBy, @Nullable String maker, Evidence evidence) {
    public Creation {
        files = List.copyOf(files);
        checks = List.copyOf(checks);
    }

    /// The same in other words.
    public Creation saying(String words) {
        return new Creation(title, files, words, checks, answeredBy, maker, evidence);
    }

    /// Without evidence file by file.
    public Creation(String title, List<Artifact> files, String text, List<Check> checks,
            @Nullable Answered answeredBy, @Nullable String maker) {
        this(title, files, text, checks, answeredBy, maker, Evidence.NONE);
    }
}
