package atelier.intent;

import org.jspecify.annotations.Nullable;

/// One utterance made ready to be judged.
///
/// @param text    as said
/// @param prose   the words around what was pasted, cleaned
/// @param file    kind of the attached or pasted file
/// @param pasted  kind of what was pasted
/// @param reading the facts of the prose
record Utterance(String text, String prose, Situation situation, Situation.@Nullable File file,
        Situation.@Nullable File pasted, Reading reading) {
    /// A paste is told by its first part; more would only cost time.
    private static final int PASTE_CAP = 20_000;

    static Utterance of(String text, Situation situation) {
        var paste = Paste.in(text.length() > PASTE_CAP ? text.substring(0, PASTE_CAP) : text);
        var file = situation.attachment() != null ? situation.attachment() : paste.kind();
        var prose = Words.clean(paste.prose());
        return new Utterance(text, prose, situation, file, paste.kind(), new Reading(prose, situation, file));
    }

    /// A part of it, read on its own.
    Reading part(String clause) {
        return new Reading(clause, situation, file);
    }

    boolean isSilent() {
        return reading.length() == 0;
    }

    Briefs briefs() {
        return new Briefs(reading.findings, prose, reading.head());
    }
}
