package atelier.create.design;

import atelier.create.game.Archetype;
import atelier.intent.Complexity;

/// What every part of a design must know: settled before the parts are made.
///
/// @param levels 10 to 20
/// @param tongue of the game, which is the wish's unless an earlier game had another
record Setting(Wish wish, Sketch sketch, Archetype archetype, Theme theme, Complexity complexity, int levels,
        Tongue tongue, long seed) {
    Say say() {
        return Say.in(tongue);
    }

    Scenery scenery() {
        return Scenery.of(theme, tongue);
    }

    Dice dice(String purpose) {
        return new Dice(seed, purpose);
    }

    /// A text of a stranger as it may stand in the design; empty when it may not.
    String own(String text, int longest) {
        var clean = CleanText.of(text, longest);
        return clean.isEmpty() || Trademarks.isIn(clean, wish.trademark()) ? "" : clean;
    }
}
