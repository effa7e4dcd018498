package atelier.chat;

import atelier.language.Sentence;

/// A mistake or a limit whose sentence the person sees as it is; the sentence says what to do next.
public final class UserFacingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    /// Said in the language of whoever hears it.
    public UserFacingException(Sentence sentence) {
        super(sentence.inEnglish());
        this.sentence = sentence;
    }

    /// Said with these very words in every language.
    public UserFacingException(String words) {
        this(Sentence.plain(words));
    }

    /// What to show, in English.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /// What to show, in whatever language.
    public Sentence what() {
        return sentence;
    }
}
