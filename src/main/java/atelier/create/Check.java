package atelier.create;

import atelier.language.Phrases;
import atelier.language.Sentence;

/// One check that was run on the files, with its evidence.
///
/// @param name what it is called in the evidence that goes with the files
/// @param what was found, to be said to the person
public record Check(String name, boolean passed, Sentence what) {
    /// With evidence that stands as it is in every language, such as a measure.
    public Check(String name, boolean passed, String detail) {
        this(name, passed, Sentence.plain(detail));
    }

    /// The evidence in English, for files and for models.
    public String detail() {
        return what.inEnglish();
    }

    /// What it is called by the person.
    public String named(Phrases phrases) {
        return phrases.say("check.name." + name.replace(' ', '-'));
    }

    /// The evidence in words of the person.
    public String in(Phrases phrases) {
        return what.in(phrases);
    }
}
