package atelier.create.dojo;

import atelier.create.Creation;
import atelier.create.Workbench;
import atelier.generation.Answer;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Router;
import atelier.generation.Terms;
import atelier.intent.GameBrief;
import atelier.intent.Intent;
import java.util.List;

/// A game to try before asking for one: designed from the words alone, so it costs nothing and is always the same.
public final class SampleGame {
    private static final long SEED = 11;
    private static final Router NOBODY = _ -> new Answer.Failed(Failure.NO_MODEL, "", "", List.of());

    private SampleGame() {}

    /// @param wish in the language the game is to speak
    public static Creation of(String wish) {
        return new GameCreator(NOBODY).create(
                new Intent.MakeGame(wish, new GameBrief("html5", null, null, null, null)),
                new Workbench(List.of(), List.of(), Terms.of(null, null, false), SEED, _ -> {}, new Cancellation()));
    }
}
