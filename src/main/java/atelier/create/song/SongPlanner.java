package atelier.create.song;

import atelier.create.music.MusicWords;
import atelier.create.music.Plan;
import atelier.create.music.Planner;
import atelier.create.music.Style;
import atelier.create.song.Draft.Part;
import atelier.create.song.SongPlan.Hook;
import atelier.create.song.SongPlan.Role;
import atelier.create.song.SongPlan.Section;
import atelier.intent.MusicBrief;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Settles a song's plan: what the words fix goes first, then what a model or an earlier song gives, then the built-in
/// songwriter's own choice. What cannot be becomes the nearest that can, and is said.
final class SongPlanner {
    static final String SONGWRITER = "the built-in songwriter";
    static final String PERSON = "you";

    private final Wish wish;
    private final Draft draft;
    private final String by;
    private final MusicBrief brief;
    private final Plan music;
    private final String genre;
    private final int lineBars;
    private final Syllables syllables;
    private final List<Sentence> remarks;
    private final Tally tally = new Tally();

    private SongPlanner(Wish wish, Draft draft, String by) {
        this.wish = wish;
        this.draft = draft;
        this.by = by;
        brief = brief(wish, draft);
        music = Planner.plan(brief, wish.seed());
        String named = brief.genre() == null ? "" : brief.genre();
        genre = Style.name(named).orElse("pop");
        lineBars = Structure.lineBars(music.metre(), music.tempo());
        syllables = new Syllables(brief.language());
        remarks = new ArrayList<>(music.remarks());
    }

    /// Without a model.
    static SongPlan plan(Wish wish) {
        return plan(wish, Draft.EMPTY, SONGWRITER);
    }

    /// @param by who the draft is from
    static SongPlan plan(Wish wish, Draft draft, String by) {
        return new SongPlanner(wish, draft, by).plan();
    }

    private static MusicBrief brief(Wish wish, Draft draft) {
        MusicBrief it = wish.brief();
        boolean silent = it.key() == null && it.scale() == null;
        return new MusicBrief(it.key() == null ? draft.key() : it.key(), silent ? draft.mode() : it.scale(),
                it.tempo() == null ? draft.bpm() : it.tempo(), it.meter() == null ? draft.metre() : it.meter(),
                it.bars(), it.seconds(), or(or(it.genre(), draft.genre()), "pop"), it.mood(),
                or(it.language(), draft.language()),
                it.seed() == null && !wish.anew() ? draft.seed() : it.seed(), it.pace());
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    private SongPlan plan() {
        List<Section> sections = worded(harmonised(sections()));
        int bars = Structure.sum(sections);
        String title = title();
        var settled = new Plan(title, music.key(), music.metre(), music.tempo(), bars, music.style(), music.density(),
                music.seed(), remarks);
        return new SongPlan(settled, genre, sections, wordsBy(), tally.share(draft.title() != null),
                Tongue.of(brief.language()));
    }

    private String wordsBy() {
        if (wish.words().isPresent()) {
            return PERSON;
        }
        return draft.wordsBy() != null ? draft.wordsBy() : tally.lines > 0 ? by : SONGWRITER;
    }

    private String title() {
        String topic = Topic.named(Tongue.of(brief.language()), wish.request());
        return draft.title() != null ? draft.title() : Topic.title(topic.isEmpty() ? untold() : topic);
    }

    // In the language of the words: a title is a part of the song.
    private String untold() {
        return Phrases.of(Locale.of(Tongue.of(brief.language()))).say("song.title", "mood",
                MusicWords.mood(brief.mood()), "genre", MusicWords.genre(genre), "kind",
                wish.topline() ? "topline" : "song");
    }

    // Sections and their bars, still without chords and words.
    private List<Section> sections() {
        List<Section> natural = wish.words().map(words -> brought(words.stanzas()))
                .orElseGet(() -> draft.isUsable()
                        ? given()
                        : wish.topline() ? Structure.topline(lineBars) : Structure.natural(genre, lineBars));
        boolean asked = brief.bars() != null || brief.seconds() != null;
        boolean open = wish.words().isEmpty() && !draft.isUsable();
        if (asked) {
            return open
                    ? Structure.lasting(music.bars(), natural, lineBars)
                    : Structure.fitted(natural, music.bars());
        }
        double seconds = 60.0 * music.metre().steps() / music.metre().tap() / music.tempo();
        int most = Math.clamp((int) (Planner.LONGEST / seconds), 1, Planner.MOST_BARS);
        int bars = Structure.sum(natural);
        if (bars > most && !open) {
            remarks.add(Sentence.of("song.cut", "bars", bars, "most", most, "limit", Planner.MOST_BARS));
        }
        return bars <= most
                ? Structure.named(natural)
                : open ? Structure.lasting(most, natural, lineBars) : Structure.fitted(natural, most);
    }

    private List<Section> brought(List<OwnWords.Stanza> stanzas) {
        List<Section> sections = new ArrayList<>();
        if (!wish.topline()) {
            sections.add(Structure.section(Role.INTRO, 2 * lineBars, lineBars));
        }
        for (OwnWords.Stanza stanza : stanzas) {
            List<String> lines = singable(stanza.lines());
            if (!lines.isEmpty()) {
                sections.add(Structure.section(stanza.role(), lines.size() * lineBars, lineBars).of(List.of(), lines));
            }
        }
        if (wish.words().map(OwnWords::cut).orElse(false)) {
            remarks.add(Sentence.of("song.words-cut"));
        }
        return sections;
    }

    private List<Section> given() {
        List<Section> sections = new ArrayList<>();
        Map<Role, Part> first = new HashMap<>();
        boolean sameMetre = music.metre().toString().equals(draft.metre());
        for (Part part : draft.sections()) {
            Part known = first.computeIfAbsent(part.role(), role -> part);
            boolean again = part.lyrics().isEmpty() && part.role() == Role.CHORUS;
            List<String> lines = part.role().sung() ? singable(again ? known.lyrics() : part.lyrics()) : List.of();
            int bars = Math.max(lines.size(), part.role().sung() ? 4 : 2) * lineBars;
            Integer own = part.bars();
            int lasting = own != null && sameMetre && own > 0 && own <= Planner.MOST_BARS ? own : bars;
            var tune = tune(again && part.melody().isEmpty() ? known.melody() : part.melody(), lines, lasting);
            tally.hooks(part.melody().isEmpty() ? 0 : tune.size(), part.offered());
            sections.add(new Section(part.role(), "", lasting, lineBars, numerals(part, known), lines, tune));
        }
        return sections;
    }

    // Bars are judged line by line: the words must fit.
    private Map<Integer, Hook> tune(List<Optional<Hook>> melody, List<String> lines, int bars) {
        Map<Integer, Hook> tune = new HashMap<>();
        var placement = Placement.of(music);
        for (int line = 0; line < lines.size() && line * lineBars < bars; line++) {
            int from = line * lineBars;
            int count = Math.min(lineBars, bars - from);
            Map<Integer, Hook> offered = new HashMap<>();
            for (int bar = from; bar < Math.min(melody.size(), from + count); bar++) {
                int at = bar - from;
                melody.get(bar).flatMap(it -> Hooks.fitted(it, music.metre().steps()))
                        .ifPresent(it -> offered.put(at, it));
            }
            Hooks.fitting(offered, count, syllables.of(lines.get(line)).size(), music.metre(), placement)
                    .forEach((at, hook) -> tune.put(from + at, hook));
        }
        return tune;
    }

    private List<Numeral> numerals(Part part, Part known) {
        List<String> texts = part.chords().isEmpty() ? known.chords() : part.chords();
        List<Numeral> valid = texts.stream().map(text -> Numeral.of(text, music.key().scale()))
                .flatMap(Optional::stream).toList();
        // Chords of another mode are worse than none: a change to minor has its own.
        long fitting = valid.stream().filter(this::fits).count();
        return valid.size() * 2 >= texts.size() && fitting * 2 > valid.size() ? valid : List.of();
    }

    private boolean fits(Numeral numeral) {
        return numeral.chord().tones().stream().limit(3)
                .allMatch(tone -> music.key().scale().harmony().steps().contains(Math.floorMod(tone, 12)));
    }

    // A line too long for its bars becomes two.
    private List<String> singable(List<String> lines) {
        int most = Math.max(2, lineBars * music.metre().steps() * 9 / 20);
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            List<String> words = new ArrayList<>();
            int count = 0;
            for (String word : line.split(" ", -1)) {
                int more = syllables.of(word).size();
                if (count + more > most && count > 0) {
                    all.add(String.join(" ", words));
                    words.clear();
                    count = 0;
                }
                words.add(word);
                count += more;
            }
            if (count > 0) {
                all.add(String.join(" ", words));
            }
        }
        return all;
    }

    private List<Section> harmonised(List<Section> sections) {
        var grammar = new ChordGrammar(music.key().scale(), genre);
        Map<Role, List<Numeral>> known = new HashMap<>();
        List<Section> all = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section it = sections.get(i);
            boolean lastSung = it.role().sung() && sections.subList(i + 1, sections.size()).stream()
                    .noneMatch(later -> later.role().sung());
            boolean last = i == sections.size() - 1 || lastSung;
            tally.chords(!it.chords().isEmpty());
            List<Numeral> chords;
            if (it.chords().isEmpty()) {
                Role role = it.role();
                List<Numeral> own = known.computeIfAbsent(role, _ -> grammar.chords(role, 132, false,
                        music.random("chords " + role)).subList(0, 128));
                chords = grammar.cadence(role, own.subList(0, Math.min(own.size(), it.bars())), last);
            } else {
                chords = last ? grammar.cadence(it.role(), cycled(it), true) : cycled(it);
            }
            all.add(it.of(cycled(it.of(chords, it.lyrics())), it.lyrics()));
        }
        return all;
    }

    private static List<Numeral> cycled(Section section) {
        List<Numeral> chords = new ArrayList<>();
        for (int bar = 0; bar < section.bars(); bar++) {
            chords.add(section.chords().get(bar % section.chords().size()));
        }
        return chords;
    }

    private List<Section> worded(List<Section> sections) {
        var book = new Phrasebook(topic(), sad(), draft.seed() == null
                ? music.random("words")
                : Plan.random(wish.seed(), "words"),
                Tongue.written(brief.language()) ? Tongue.of(brief.language()) : "en");
        List<Section> all = new ArrayList<>();
        Map<Role, List<String>> refrains = new HashMap<>();
        for (Section it : sections) {
            int lines = it.role().sung() ? it.lines() : 0;
            List<String> words = new ArrayList<>(it.lyrics().subList(0, Math.min(lines, it.lyrics().size())));
            tally.lines(words.size(), lines);
            if (words.size() < lines) {
                List<String> own = it.role() == Role.CHORUS
                        ? refrains.computeIfAbsent(it.role(), role -> book.lines(role, 24))
                        : book.lines(it.role(), lines);
                boolean begun = !words.isEmpty();
                while (words.size() < lines) {
                    words.add(begun ? words.get(words.size() % it.lyrics().size()) : own.get(words.size()));
                }
            }
            all.add(it.of(it.chords(), words));
        }
        return all;
    }

    // A song whose words are made anew stays about the same.
    private String topic() {
        String language = Tongue.of(brief.language());
        String topic = Topic.in(Tongue.written(language) ? language : "en", wish.request());
        return topic.isEmpty() && draft.title() != null && language.equals("en")
                ? draft.title().toLowerCase(Locale.ROOT)
                : topic;
    }

    private @Nullable Boolean sad() {
        String mood = brief.mood();
        if (mood == null) {
            return null;
        }
        return mood.matches("(?i).*(sad|melanch|lonely|dark|grief|sorrow|nostalg|bitter|gloom|angry).*");
    }

    /// Counts what was taken from the draft.
    private static final class Tally {
        private int chords;
        private int chordsAll;
        private int lines;
        private int linesAll;
        private int hooks;
        private int hooksAll;

        void chords(boolean taken) {
            chords += taken ? 1 : 0;
            chordsAll++;
        }

        void lines(int taken, int all) {
            lines += taken;
            linesAll += all;
        }

        void hooks(int taken, int offered) {
            hooks += taken;
            hooksAll += offered;
        }

        Share share(boolean title) {
            return new Share(title, chords, chordsAll, lines, linesAll, hooks, hooksAll);
        }
    }
}
