package atelier.intent;

import atelier.intent.Lexicon.Hit;
import atelier.intent.MusicChange.Anew;
import atelier.intent.MusicChange.Passage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the phrases of a change together: who does (`without`) and to whom (`the drums`), in either order.
final class MusicChanges {
    private static final double FASTER = 1.25, SLOWER = 0.8, LONGER = 4.0 / 3, SHORTER = 2.0 / 3;
    private static final int WHOLE_TONE = 2;
    private static final Set<String> DOES = Set.of("only", "out", "in", "level", "pitch", "other", "keep");
    private static final Set<String> SUFFERS = Set.of("part", "player", "lyrics", "tune", "genres");

    private final List<Hit> hits;
    private final boolean[] covered;
    private final boolean isWhole;
    private final Map<String, Integer> lifts = new HashMap<>();
    private final List<String> added = new ArrayList<>();
    private final Set<String> dropped = new LinkedHashSet<>();
    private final Set<String> muted = new LinkedHashSet<>();
    private final Set<String> heard = new LinkedHashSet<>();
    private final Map<String, Integer> levels = new HashMap<>();
    private final Set<Anew> rests = EnumSet.noneOf(Anew.class);
    private @Nullable Passage only;
    private @Nullable String contradiction;
    private boolean asksGenre;
    private boolean isLoose;
    private int pitch;

    /// @param found  in order; of those that begin together the longest first
    /// @param tokens in all
    MusicChanges(List<Hit> found, int tokens) {
        covered = new boolean[tokens];
        var kept = new ArrayList<Hit>();
        boolean asksAbout = false;
        boolean ofWords = found.stream().anyMatch(hit -> hit.concept().equals("lyrics"));
        for (var hit : found) {
            boolean known = hit.start() < tokens && covered[hit.start()] && !kept.isEmpty()
                    && kept.getLast().end() > hit.start();
            if (!known && !hit.concept().equals("filler")) {
                kept.add(hit);
                asksAbout |= ofWords && hit.concept().equals("about");
                java.util.Arrays.fill(covered, hit.start(), asksAbout ? tokens : hit.end(), true);
            } else if (!known) {
                java.util.Arrays.fill(covered, hit.start(), hit.end(), true);
            }
        }
        hits = List.copyOf(kept);
        boolean all = tokens > 0;
        for (boolean each : covered) {
            all &= each;
        }
        isWhole = all;
    }

    MusicChange read() {
        bind();
        double pace = factor("pace", "faster", "slower", FASTER, SLOWER);
        double length = factor("length", "longer", "shorter", LONGER, SHORTER);
        return new MusicChange(pace, length, semitones(), lifts, only, added, dropped, muted, heard, levels, rests,
                mood(), asksGenre, contradiction, isLoose, isWhole);
    }

    /// Each hit that does something takes those before it that wait, else those that follow.
    private void bind() {
        var waiting = new ArrayList<Hit>();
        Hit doing = null;
        boolean acted = false;
        for (var hit : hits) {
            if (DOES.contains(hit.concept())) {
                loose(doing, acted);
                boolean behind = !waiting.isEmpty() && !hit.concept().equals("keep");
                for (var each : waiting) {
                    apply(hit, each);
                }
                waiting.clear();
                doing = behind ? null : hit;
                acted = false;
            } else if (SUFFERS.contains(hit.concept())) {
                if (doing == null) {
                    waiting.add(hit);
                } else {
                    apply(doing, hit);
                    acted = true;
                }
            } else if (hit.concept().equals("instrumental")) {
                muted.add("words");
            } else if (hit.concept().equals("take")) {
                rests.add(Anew.TAKE);
            }
        }
        loose(doing, acted);
        isLoose |= waiting.stream().anyMatch(hit -> hit.concept().equals("part") || hit.concept().equals("player"));
    }

    /// "Higher" alone moves all of it; "louder" alone says nothing.
    private void loose(@Nullable Hit doing, boolean acted) {
        if (doing == null || acted) {
            return;
        }
        switch (doing.concept()) {
            case "pitch" -> clash(pitch != 0 && pitch != sign(doing), "higher and lower", () -> pitch = sign(doing));
            case "level", "only" -> isLoose = true;
            default -> {
            }
        }
    }

    private void apply(Hit doing, Hit on) {
        switch (on.concept()) {
            case "part" -> part(doing, on);
            case "player" -> player(doing, on.value());
            case "lyrics" -> {
                if (doing.concept().equals("other")) {
                    rests.add(Anew.WORDS);
                } else {
                    player(doing, "words");
                }
            }
            case "tune" -> {
                if (doing.concept().equals("other")) {
                    rests.add(Anew.TUNE);
                }
            }
            default -> asksGenre |= doing.concept().equals("other");
        }
    }

    private void part(Hit doing, Hit on) {
        switch (doing.concept()) {
            case "only" -> only = only == null ? new Passage(on.value(), number(on)) : only;
            case "out" -> dropped.add(on.value());
            case "in" -> added.add(on.value());
            case "other" -> isLoose = true;
            case "pitch" -> {
                var before = lifts.put(on.value(), sign(doing));
                clash(before != null && before != sign(doing), "higher and lower", () -> {});
            }
            default -> isLoose |= !doing.concept().equals("keep");
        }
        clash(added.stream().anyMatch(dropped::contains), "with and without the same part", () -> {});
    }

    private void player(Hit doing, String player) {
        switch (doing.concept()) {
            case "out" -> muted.add(player);
            case "in" -> heard.add(player);
            case "level" -> {
                var before = levels.put(player, doing.value().equals("louder") ? 1 : -1);
                clash(before != null && !before.equals(levels.get(player)), "louder and softer", () -> {});
            }
            default -> isLoose |= !doing.concept().equals("keep");
        }
        clash(heard.stream().anyMatch(muted::contains), "with and without the same instrument", () -> {});
    }

    private int number(Hit part) {
        return hits.stream().filter(hit -> hit.concept().equals("number"))
                .filter(hit -> hit.start() - part.end() <= 1 && part.start() - hit.end() <= 0
                        && Math.abs(hit.start() - part.start()) <= 2)
                .map(hit -> Integer.parseInt(hit.value())).findFirst().orElse(0);
    }

    private static int sign(Hit hit) {
        return hit.value().equals("higher") ? 1 : -1;
    }

    private void clash(boolean clashes, String what, Runnable otherwise) {
        if (clashes) {
            contradiction = what;
        } else {
            otherwise.run();
        }
    }

    private double factor(String concept, String more, String less, double up, double down) {
        boolean isMore = has(concept, more);
        boolean isLess = has(concept, less);
        clash(isMore && isLess, more + " and " + less, () -> {});
        return isMore == isLess ? 1 : isMore ? up : down;
    }

    private int semitones() {
        boolean up = has("move", "up");
        boolean down = has("move", "down");
        clash((up || pitch > 0) && (down || pitch < 0), "higher and lower", () -> {});
        int size = hits.stream().filter(hit -> hit.concept().equals("interval"))
                .map(hit -> Integer.parseInt(hit.value())).findFirst().orElse(0);
        int direction = pitch != 0 ? pitch : up ? 1 : down ? -1 : 0;
        return direction * (size == 0 ? WHOLE_TONE : size);
    }

    private @Nullable String mood() {
        var moods = hits.stream().filter(hit -> hit.concept().equals("mood")).map(Hit::value).distinct().toList();
        boolean glad = moods.contains("happy");
        clash(glad && (moods.contains("sad") || moods.contains("dark")), "happier and " + (moods.contains("sad")
                ? "sadder"
                : "darker"), () -> {});
        return moods.isEmpty() ? null : moods.getFirst();
    }

    private boolean has(String concept, String value) {
        return hits.stream().anyMatch(hit -> hit.concept().equals(concept) && hit.value().equals(value));
    }
}
