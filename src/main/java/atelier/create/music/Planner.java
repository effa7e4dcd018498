package atelier.create.music;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.Scale;
import atelier.intent.MusicBrief;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Settles what a brief leaves open, and turns what cannot be into the nearest that can, saying so.
public final class Planner {
    /// Limits: beats a minute, bars, seconds.
    public static final int SLOWEST = 30, FASTEST = 300, MOST_BARS = 128, LONGEST = 300;

    private static final List<String> TONICS = List.of("C", "D", "E", "F", "G", "A", "Bb");
    private static final Pattern METRE = Pattern.compile("\\s*(\\d{1,6})\\s*/\\s*(\\d{1,6})\\s*");

    private final MusicBrief brief;
    private final long seed;
    private final List<Sentence> remarks = new ArrayList<>();

    private Planner(MusicBrief brief, long seed) {
        this.brief = brief;
        this.seed = seed;
    }

    /// A seed in the brief goes before the other.
    public static Plan plan(MusicBrief brief, long seed) {
        return new Planner(brief, brief.seed() == null ? seed : brief.seed()).plan();
    }

    private Plan plan() {
        String genre = words(brief.genre());
        String mood = words(brief.mood());
        Optional<Style> known = Style.of(genre);
        if (known.isEmpty() && !genre.isEmpty()) {
            remarks.add(Sentence.of("music.no-style", "genre", genre));
        }
        Style style = known.orElse(Style.PLAIN);
        Optional<Mood> feeling = Mood.of(mood).or(() -> Mood.of(genre));
        Metre metre = metre(style);
        Key key = key(style, feeling);
        double natural = style.tempo() * feeling.map(Mood::tempo).orElse(1.0);
        Integer asked = brief.tempo();
        Length length = new Length(metre, Math.clamp(paced(natural), SLOWEST, FASTEST), remarks)
                .settle(asked == null ? null : paced(asked), brief.bars(), brief.seconds());
        double density = Math.clamp(style.density() + feeling.map(Mood::density).orElse(0.0), 0.05, 0.95);
        return new Plan(title(genre, mood, key), key, metre, length.tempo(), length.bars(), style, density, seed,
                remarks);
    }

    private int paced(double tempo) {
        Double pace = brief.pace();
        return (int) Math.round(Math.min(Integer.MAX_VALUE, tempo * (pace == null ? 1 : pace)));
    }

    // Free words of a stranger: letters, digits and a few signs, short.
    private static String words(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String clean = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}&' -]", " ").replaceAll("\\s+", " ")
                .strip();
        return clean.substring(0, clean.offsetByCodePoints(0, Math.min(24, clean.codePointCount(0, clean.length()))))
                .strip();
    }

    private Metre metre(Style style) {
        if (brief.meter() == null) {
            return style.metre();
        }
        var match = METRE.matcher(brief.meter());
        if (match.matches()) {
            int beats = Integer.parseInt(match.group(1));
            int unit = Integer.parseInt(match.group(2));
            if (Metre.writable(beats, unit)) {
                return new Metre(beats, unit);
            }
            Metre nearest = nearest(beats, unit);
            remarks.add(Sentence.of("music.no-metre", "asked", beats + "/" + unit, "taken", nearest.toString()));
            return nearest;
        }
        remarks.add(
                Sentence.of("music.unknown-metre", "asked", words(brief.meter()), "taken", style.metre().toString()));
        return style.metre();
    }

    private static Metre nearest(int beats, int unit) {
        if (!List.of(2, 4, 8, 16).contains(unit)) {
            return Metre.writable(beats, 4) ? new Metre(beats, 4) : Metre.FOUR_FOUR;
        }
        int taken = Math.clamp(beats, 1, 16);
        while (!Metre.writable(taken, unit)) {
            // Too long a bar loses beats; the only one too short is 1/16.
            taken += taken == 1 ? 1 : -1;
        }
        return new Metre(taken, unit);
    }

    private Key key(Style style, Optional<Mood> mood) {
        String tonic = brief.key() == null ? "" : brief.key().strip();
        boolean minor = tonic.matches("[A-Ga-gHh](#|b|♯|♭)?(m|min)");
        Scale scale = scale(minor, style, mood);
        // Drawn without a look at the scale: "now in minor" keeps the tonic.
        int drawn = Key.tonic(TONICS.get(Plan.random(seed, "tonic").nextInt(TONICS.size()))).orElseThrow();
        Key key = new Key(tonic.isEmpty() ? drawn : tonic(minor ? tonic.replaceAll("(m|min)$", "") : tonic, drawn),
                scale);
        if (!key.equals(key.written())) {
            remarks.add(Sentence.of("music.signs", "asked", MusicWords.key(key), "written",
                    MusicWords.key(key.written())));
        }
        return key.written();
    }

    private int tonic(String name, int drawn) {
        OptionalInt place = Key.tonic(name);
        if (place.isPresent()) {
            return place.getAsInt();
        }
        if (name.equalsIgnoreCase("H")) {
            remarks.add(Sentence.of("music.h"));
            return Key.tonic("B").orElseThrow();
        }
        remarks.add(Sentence.of("music.unknown-key", "asked", words(name), "taken",
                MusicWords.note(new Key(drawn, Scale.MAJOR).tonicName())));
        return drawn;
    }

    private Scale scale(boolean minor, Style style, Optional<Mood> mood) {
        if (brief.scale() == null) {
            return minor ? Scale.MINOR : unnamed(style, mood);
        }
        return Scale.named(brief.scale()).orElseGet(() -> {
            Scale instead = minor ? Scale.MINOR : unnamed(style, mood);
            remarks.add(Sentence.of("music.unknown-scale", "asked", words(brief.scale()), "taken",
                    MusicWords.scale(instead)));
            return instead;
        });
    }

    // "In D" means D major, but a sad tune in D is in D minor.
    private Scale unnamed(Style style, Optional<Mood> mood) {
        Scale named = mood.map(Mood::scale).orElse(style.scale());
        if (named != null && (brief.key() == null || mood.isPresent() || named == Scale.BLUES)) {
            return named;
        }
        boolean major = brief.key() != null || Plan.random(seed, "scale").nextInt(3) > 0;
        return major ? Scale.MAJOR : Scale.MINOR;
    }

    /// What the piece is called where people read it; its files keep the English title.
    static String titleOf(MusicBrief brief, Key key, Phrases phrases) {
        String genre = words(brief.genre());
        var mood = MusicWords.mood(words(brief.mood()));
        String what = genre.isEmpty()
                ? phrases.say("music.melody", "mood", mood)
                : phrases.say("music.piece", "mood", mood, "genre", MusicWords.genre(genre));
        // No "Blues in C blues".
        boolean said = what.toLowerCase(Locale.ROOT)
                .endsWith(MusicWords.scale(key.scale()).in(phrases).toLowerCase(Locale.ROOT));
        String title = phrases.say("music.title", "what", what, "key",
                said ? MusicWords.note(key.tonicName()) : MusicWords.key(key));
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    private static String title(String genre, String mood, Key key) {
        String what = (mood + " " + (genre.isEmpty() ? "melody" : genre)).strip();
        return what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1) + " in "
                + (what.endsWith(key.scale().title()) ? key.tonicName() : key.title());
    }
}
