package atelier.create.dojo;

import atelier.chat.Excerpt;
import atelier.chat.UserFacingException;
import atelier.create.Workbench;
import atelier.create.design.DesignCompleter;
import atelier.create.design.DesignCompleter.Completed;
import atelier.create.design.Say;
import atelier.create.design.Share;
import atelier.create.design.Tuning;
import atelier.create.design.Wish;
import atelier.create.design.WishReader;
import atelier.create.game.GameDesign;
import atelier.intent.GameBrief;
import atelier.intent.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A wish to change a game of ours, as far as it is understood without a model.
///
/// @param isWhole whether all of it is, so that no model need be asked
record GameChange(GameDesign old, Tuning tuning, Wish wish, boolean isWhole) {
    /// @throws UserFacingException for a level that there is not
    static GameChange of(Intent.MakeGame intent, GameDesign old, Workbench bench) {
        var tuning = Tuning.of(old, intent.request());
        var brief = intent.brief();
        var complexity = brief.complexity() == null ? old.complexity() : brief.complexity();
        var wish = WishReader.read(tuning.left(),
                new GameBrief(brief.engine(), brief.language(), brief.theme(), complexity, brief.levels()))
                .said(intent.request(), tuning.title());
        tuning.missing().ifPresent(level -> {
            throw new UserFacingException(Say.in(wish.tongue()).line("no-level",
                    Map.of("count", old.levels().size(), "number", level)));
        });
        var isNew = complexity != old.complexity();
        return new GameChange(old, tuning, wish, tuning.rest().isEmpty() && !isNew && wish.archetype().isEmpty()
                && bench.terms().model() == null);
    }

    Say say() {
        return Say.in(wish.tongue());
    }

    /// @param answer a model's, as it came
    Completed design(Optional<String> answer, long seed) {
        var earlier = Optional.of(tuning.design());
        if (answer.isPresent()) {
            return DesignCompleter.complete(wish, answer.get(), earlier, seed);
        }
        var moves = wish.levelsSaid() || wish.archetype().isPresent() || wish.world().isPresent()
                || wish.title().isPresent() || wish.complexity() != old.complexity();
        return moves
                ? DesignCompleter.alone(wish, earlier, seed)
                : new Completed(tuning.design(), Share.NONE, List.of(), !tuning.design().equals(old));
    }

    /// @param alone whether a model was asked for the rest and none answered
    List<String> remarks(boolean alone) {
        var remarks = new ArrayList<>(wish.remarks());
        if (!tuning.changes().isEmpty()) {
            remarks.addFirst(say().line("changed", Map.of("what", String.join("; ", tuning.changes()))));
        }
        var isMore = wish.archetype().isPresent() || wish.world().isPresent();
        if (alone && !tuning.rest().isEmpty() && !isMore) {
            remarks.add(say().line("left", Map.of("rest", shortly(tuning.rest()))));
        }
        return remarks;
    }

    /// Where nothing would change.
    String nothing() {
        var told = new ArrayList<>(wish.remarks());
        told.add(tuning.changes().isEmpty()
                ? say().line("unchanged")
                : say().line("changed", Map.of("what", String.join("; ", tuning.changes()))));
        told.add(say().line("uncharged"));
        return String.join(" ", told);
    }

    private static String shortly(String text) {
        return Excerpt.of(text.replaceAll("[`*_~|<>\\\\]", ""), 100);
    }
}
