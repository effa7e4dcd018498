package atelier.create.song;

import atelier.audio.score.Note;
import atelier.audio.score.Part;
import atelier.audio.score.Score;
import atelier.create.music.Lead;
import atelier.create.music.MusicWords;
import atelier.create.song.SongPlan.Role;
import atelier.create.song.SongPlan.Section;
import atelier.intent.MusicChange;
import atelier.language.Phrases;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What became of a finished song's players by later wishes: who is silent, who is louder, which part lies higher. The notes
/// as composed stay what they are, so all of it can be taken back.
///
/// @param muted  of `drums`, `bass`, `chords`, `words`
/// @param levels player → steps louder, or softer where negative
/// @param lifts  part → steps higher, or lower where negative
/// @param lead   who plays what is sung; null leaves that to the style
record Arrangement(Set<String> muted, Map<String, Integer> levels, Map<Role, Integer> lifts, @Nullable String lead) {
    static final Arrangement NONE = new Arrangement(Set.of(), Map.of(), Map.of(), null);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FIELD = "arrangement", WORDS = "words";
    private static final int DRUMS = 9, STEP = 22, MOST = 2, TWELFTH = 19;

    Arrangement {
        muted = Set.copyOf(muted);
        levels = Map.copyOf(levels);
        lifts = Map.copyOf(lifts);
    }

    /// Whether nobody sings.
    boolean isInstrumental() {
        return muted.contains(WORDS);
    }

    Arrangement changed(MusicChange change) {
        var silent = new TreeSet<>(muted);
        silent.addAll(change.muted());
        silent.removeAll(change.heard());
        var louder = new TreeMap<>(levels);
        change.levels().forEach((player, by) -> add(louder, player, by));
        var higher = new HashMap<>(lifts);
        change.lifts().forEach((part, by) -> add(higher, role(part), by));
        return new Arrangement(silent, louder, higher, lead);
    }

    /// The same with what is sung played by another instrument, if any is named.
    Arrangement led(@Nullable String instrument) {
        return instrument == null ? this : new Arrangement(muted, levels, lifts, instrument);
    }

    private static <K> void add(Map<K, Integer> steps, K of, int by) {
        int sum = Math.clamp(steps.getOrDefault(of, 0) + by, -MOST, MOST);
        if (sum == 0) {
            steps.remove(of);
        } else {
            steps.put(of, sum);
        }
    }

    /// The part of that name in a [MusicChange].
    static Role role(String part) {
        return Role.valueOf(part.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    /// The score as it is to sound.
    Score of(Score score, SongPlan plan) {
        if (equals(NONE)) {
            return score;
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < score.parts().size(); i++) {
            Part part = i == 0 ? lifted(score.parts().getFirst(), plan) : score.parts().get(i);
            String player = player(part, i);
            if (i == 0 || !muted.contains(player)) {
                int volume = Math.clamp(part.volume() + (long) STEP * levels.getOrDefault(player, 0), 1, 127);
                parts.add(new Part(part.name(), part.channel(), part.program(), volume, part.pan(), part.notes()));
            }
        }
        return Lead.on(lead, new Score(score.title(), score.key(), score.metre(), score.tempo(), score.bars(), parts,
                score.chords(), score.forms(), isInstrumental() ? List.of() : score.lyrics()));
    }

    private static String player(Part part, int place) {
        if (place == 0) {
            return WORDS;
        }
        return part.channel() == DRUMS ? "drums" : part.name().contains("Bass") ? "bass" : "chords";
    }

    private Part lifted(Part voice, SongPlan plan) {
        if (lifts.isEmpty()) {
            return voice;
        }
        int ticks = plan.music().metre().ticks();
        Map<Integer, Section> byBar = new HashMap<>();
        Map<Integer, Integer> begins = new HashMap<>();
        int bar = 0;
        for (Section section : plan.sections()) {
            for (int i = 0; i < section.bars(); i++) {
                begins.put(bar + i, bar);
                byBar.put(bar + i, section);
            }
            bar += section.bars();
        }
        List<Note> notes = new ArrayList<>();
        for (Note note : voice.notes()) {
            int at = note.start() / ticks;
            Section section = byBar.get(at);
            int by = section == null ? 0 : lifts.getOrDefault(section.role(), 0);
            int pitch = note.pitch();
            for (int i = 0; section != null && i < Math.abs(by); i++) {
                Numeral chord = section.chords().get(Math.min(at - begins.getOrDefault(at, 0),
                        section.chords().size() - 1));
                pitch = next(pitch, chord, plan, Integer.signum(by));
            }
            notes.add(new Note(note.start(), note.length(), pitch, note.velocity()));
        }
        return new Part(voice.name(), voice.channel(), voice.program(), voice.volume(), voice.pan(),
                singable(voice.notes(), notes));
    }

    /// A note of the chord goes to the next one of it, another a third within the scale.
    private static int next(int pitch, Numeral chord, SongPlan plan, int way) {
        var key = plan.music().key();
        boolean belongs = chord.chord().contains(Math.floorMod(pitch - key.pitchClass(), 12));
        int at = pitch;
        int steps = belongs ? 1 : 2;
        for (int far = 0; steps > 0 && far < 12; far++) {
            at += way;
            boolean counts = belongs
                    ? chord.chord().contains(Math.floorMod(at - key.pitchClass(), 12))
                    : key.scale().harmony().steps().contains(Math.floorMod(at - key.pitchClass(), 12));
            steps -= counts ? 1 : 0;
        }
        return Math.clamp(at, 0, 127);
    }

    /// What would go beyond a voice stays where it was.
    private static List<Note> singable(List<Note> before, List<Note> after) {
        int lowest = Stream.concat(before.stream(), after.stream()).mapToInt(Note::pitch).min().orElse(0);
        int lowestNow = after.stream().mapToInt(Note::pitch).min().orElse(lowest);
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            notes.add(after.get(i).pitch() - lowestNow > TWELFTH ? before.get(i) : after.get(i));
        }
        return notes;
    }

    /// The plan's file with this in it.
    byte[] in(byte[] plan) {
        if (equals(NONE)) {
            return plan;
        }
        try {
            var json = (ObjectNode) JSON.readTree(plan);
            var entry = json.putObject(FIELD);
            var silent = entry.putArray("muted");
            new TreeSet<>(muted).forEach(silent::add);
            if (lead != null) {
                entry.put("lead", lead);
            }
            var loud = entry.putObject("levels");
            new TreeMap<>(levels).forEach(loud::put);
            var high = entry.putObject("lifts");
            new TreeMap<>(lifts).forEach((role, by) -> high.put(role.name(), by));
            return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// What an earlier song's file says; [#NONE] where it says nothing.
    static Arrangement read(String plan) {
        try {
            var json = JSON.readTree(plan).path(FIELD);
            Set<String> silent = new TreeSet<>();
            json.path("muted").forEach(each -> silent.add(each.asText()));
            Map<String, Integer> loud = new HashMap<>();
            json.path("levels").properties().forEach(each -> loud.put(each.getKey(), each.getValue().asInt()));
            Map<Role, Integer> high = new HashMap<>();
            json.path("lifts").properties().forEach(each -> Stream.of(Role.values())
                    .filter(role -> role.name().equals(each.getKey()))
                    .forEach(role -> high.put(role, each.getValue().asInt())));
            return new Arrangement(silent, loud, high,
                    json.path("lead").isTextual() ? json.path("lead").asText() : null);
        } catch (JacksonException _) {
            return NONE;
        }
    }

    /// Such as `without drums, bass louder, chorus higher`; empty where all is as composed.
    String words(Phrases phrases) {
        List<String> words = new ArrayList<>();
        new TreeSet<>(muted).forEach(player -> words.add(player.equals(WORDS)
                ? phrases.say("song.instrumental")
                : phrases.say("song.without", "player", player)));
        new TreeMap<>(levels).forEach(
                (player, by) -> words.add(phrases.say(by > 0 ? "song.louder" : "song.softer", "player", player)));
        new TreeMap<>(lifts).forEach((role, by) -> words.add(
                phrases.say(by > 0 ? "song.higher" : "song.lower", "part", SongWords.within(role))));
        if (lead != null) {
            words.add(phrases.say("song.tune-on", "instrument", MusicWords.instrument(lead)));
        }
        return String.join(", ", words);
    }
}
