package atelier.create.music;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.Note;
import atelier.audio.score.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Chords and bass below the melody, soft, each chord voiced near the one before.
public final class Accompaniment {
    private static final int MIDDLE = 53, SOFT = 54, BASS = 66, LOWEST_BASS = 35;

    private final Key key;
    private final Metre metre;
    private final List<Note> chords = new ArrayList<>();
    private final List<Note> bass = new ArrayList<>();
    private List<Integer> voicing = List.of();

    /// Nothing yet; [#play] adds to it.
    public Accompaniment(Key key, Metre metre) {
        this.key = key;
        this.metre = metre;
    }

    Accompaniment(Plan plan, Changes changes) {
        this(plan.key(), plan.metre());
        int end = plan.bars() * plan.metre().steps();
        var starts = new ArrayList<>(changes.all().entrySet());
        for (int i = 0; i < starts.size(); i++) {
            Map.Entry<Integer, Chord> entry = starts.get(i);
            int until = i + 1 < starts.size() ? starts.get(i + 1).getKey() : end;
            boolean last = entry.getKey() >= end - metre.steps();
            play(last ? Style.Figure.HELD : plan.style().figure(), entry.getKey(), until, entry.getValue(), last);
        }
    }

    /// What the chords play, so far.
    public List<Note> chords() {
        return chords;
    }

    /// What the bass plays, so far.
    public List<Note> bass() {
        return bass;
    }

    // Of the inversions around the middle, the one whose voices move least.
    private List<Integer> voice(Chord chord) {
        var pitches = chord.tones().stream().map(tone -> Math.floorMod(key.pitchClass() + tone, 12)).toList();
        List<List<Integer>> inversions = new ArrayList<>();
        for (int lowest = MIDDLE - 9; lowest < MIDDLE + 3; lowest++) {
            int from = lowest;
            if (pitches.contains(Math.floorMod(lowest, 12))) {
                inversions.add(pitches.stream().map(pc -> from + Math.floorMod(pc - from, 12)).sorted().toList());
            }
        }
        return inversions.stream().min(Comparator.comparingDouble(this::distance)).orElseThrow();
    }

    private double distance(List<Integer> candidate) {
        double average = candidate.stream().mapToInt(Integer::intValue).average().orElse(MIDDLE);
        double distance = 0.6 * Math.abs(average - MIDDLE);
        for (int i = 0; i < Math.min(candidate.size(), voicing.size()); i++) {
            distance += Math.abs(candidate.get(i) - voicing.get(i));
        }
        return distance;
    }

    /// One chord, in semiquavers from the beginning, within one bar.
    ///
    /// @param last whether it is the last of all, which leaves a little air
    public void play(Style.Figure figure, int from, int until, Chord chord, boolean last) {
        voicing = voice(chord);
        int root = root(chord);
        if (figure != Style.Figure.OOMPAH) {
            bass(from, until - from - (last ? 1 : 0), root);
        }
        int at = from;
        for (int group : groups(from, until)) {
            switch (figure) {
                case HELD -> {
                    if (at == from) {
                        strike(from, until - from - (last ? 1 : 0), SOFT - 2);
                    }
                }
                case BROKEN -> broken(at, group, at == from);
                case OOMPAH -> oompah(at, group, from, chord);
                case PULSE -> strike(at, Math.max(1, group - 1), at == from ? SOFT : SOFT - 7);
                case OFFBEAT -> strike(at + group / 2, Math.max(1, group / 2), SOFT - 4);
            }
            at += group;
        }
    }

    // The bar's groups between two semiquavers of it.
    private List<Integer> groups(int from, int until) {
        var groups = new ArrayList<Integer>();
        int at = from - from % metre.steps();
        for (int group : metre.groups()) {
            if (at >= from && at + group <= until) {
                groups.add(group);
            }
            at += group;
        }
        return groups;
    }

    private void broken(int at, int group, boolean first) {
        int unit = group % 2 == 0 ? 2 : 1;
        int top = voicing.size() - 1;
        int[] order = group / unit == 3 ? new int[]{0, 1, top} : first ? new int[]{0, top} : new int[]{1, top};
        for (int i = 0; i < group / unit; i++) {
            chord(at + i * unit, unit, voicing.get(order[i % order.length]), i == 0 ? SOFT + 4 : SOFT - 2);
        }
    }

    private void oompah(int at, int group, int from, Chord chord) {
        boolean triple = metre.groups().size() % 2 == 1;
        boolean down = at == from
                || (!triple && at == from - from % metre.steps() + Rhythm.middle(metre));
        if (down) {
            int root = root(chord);
            bass(at, Math.max(1, group - 1), at == from ? root : fifth(root, chord));
        }
        if (!down || metre.groups().size() < 3) {
            int late = down ? group / 2 : metre.groups().size() < 3 ? group / 2 : 0;
            strike(at + late, Math.max(1, (group - late) * 3 / 4), SOFT - 4);
        }
    }

    private static int fifth(int root, Chord chord) {
        int above = chord.tones().get(2) - chord.root();
        return root + above - (root + above > 50 ? 12 : 0);
    }

    private int root(Chord chord) {
        return LOWEST_BASS + Math.floorMod(key.pitchClass() + chord.root() - LOWEST_BASS, 12);
    }

    private void strike(int at, int length, int velocity) {
        voicing.forEach(pitch -> chord(at, length, pitch, velocity));
    }

    private void chord(int at, int length, int pitch, int velocity) {
        chords.add(new Note(at * Score.STEP, Math.max(1, length) * Score.STEP, pitch, velocity));
    }

    private void bass(int at, int length, int pitch) {
        bass.add(new Note(at * Score.STEP, Math.max(1, length) * Score.STEP, pitch, BASS));
    }
}
