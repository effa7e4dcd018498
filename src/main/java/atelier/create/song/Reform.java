package atelier.create.song;

import atelier.chat.UserFacingException;
import atelier.create.song.Draft.Part;
import atelier.create.song.SongPlan.Role;
import atelier.intent.MusicChange;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;

/// Changes which parts a song has: only one of them, one more, one less, fewer of all.
final class Reform {
    private static final double SHORT_ENOUGH = 0.7;
    private static final int USUAL_BARS = 4, MOST_PARTS = 16;
    /// What a song can do without, first what is missed least.
    private static final List<Role> SPARE = List.of(Role.INSTRUMENTAL, Role.BRIDGE, Role.VERSE, Role.CHORUS,
            Role.PRE_CHORUS, Role.INTRO, Role.OUTRO);

    private final List<Part> parts;

    private Reform(List<Part> parts) {
        this.parts = new ArrayList<>(parts);
    }

    /// @throws UserFacingException where the song has no such part, or none would be left
    static List<Part> of(List<Part> parts, MusicChange change) {
        var reform = new Reform(parts);
        var only = change.only();
        if (only != null) {
            reform.only(only);
        }
        change.dropped().stream().map(Arrangement::role).forEach(reform::without);
        change.added().stream().map(Arrangement::role).forEach(reform::with);
        if (change.length() < 1) {
            reform.shorten();
        }
        return List.copyOf(reform.parts);
    }

    private void only(MusicChange.Passage passage) {
        var role = Arrangement.role(passage.part());
        var all = parts.stream().filter(part -> part.role() == role).toList();
        if (all.size() < Math.max(1, passage.number())) {
            throw none(role, all.size());
        }
        var kept = all.get(Math.max(0, passage.number() - 1));
        parts.clear();
        parts.add(kept);
    }

    private void without(Role role) {
        if (!parts.removeIf(part -> part.role() == role)) {
            throw none(role, 0);
        }
        if (parts.stream().noneMatch(part -> part.role().sung())) {
            throw new UserFacingException(Sentence.of("song.none-sung", "part", SongWords.within(role)));
        }
    }

    private void with(Role role) {
        if (parts.size() >= MOST_PARTS) {
            throw new UserFacingException(Sentence.of("song.many-parts", "count", parts.size()));
        }
        int last = lastOf(Role.CHORUS);
        int end = !parts.isEmpty() && parts.getLast().role() == Role.OUTRO ? parts.size() - 1 : parts.size();
        int place = switch (role) {
            case INTRO -> 0;
            case OUTRO -> parts.size();
            case CHORUS -> end;
            case VERSE, PRE_CHORUS, BRIDGE, INSTRUMENTAL -> last > 0 ? last : end;
        };
        parts.add(place, Part.open(role));
    }

    private int lastOf(Role role) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).role() == role) {
                return i;
            }
        }
        return -1;
    }

    private void shorten() {
        int all = bars();
        for (Role role : SPARE) {
            boolean keepsOne = role == Role.VERSE || role == Role.CHORUS;
            long there = parts.stream().filter(part -> part.role() == role).count();
            if (bars() > SHORT_ENOUGH * all && there > (keepsOne ? 1 : 0)) {
                parts.remove(lastOf(role));
            }
        }
    }

    private int bars() {
        return parts.stream().mapToInt(part -> part.bars() == null ? USUAL_BARS : part.bars()).sum();
    }

    private UserFacingException none(Role role, int there) {
        var names = Sentence.list(parts.stream().map(Part::role).distinct().map(SongWords::within).toList());
        return new UserFacingException(there == 0
                ? Sentence.of("song.no-part", "part", SongWords.within(role), "parts", names)
                : Sentence.of("song.few-parts", "part", SongWords.within(role), "there", there, "parts", names));
    }
}
