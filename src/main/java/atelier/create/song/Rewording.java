package atelier.create.song;

import atelier.create.song.Draft.Part;
import atelier.create.song.SongPlan.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts a model's words into a song that is there; chords, parts and tune stay the song's.
final class Rewording {
    private Rewording() {}

    /// @param song its sung parts without lyrics get some, in turn by their role
    /// @param told what the model planned
    static Draft of(Draft song, Draft told) {
        Map<Role, Integer> next = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        for (Part part : song.sections()) {
            List<List<String>> offered = told.sections().stream().filter(it -> it.role() == part.role())
                    .map(Part::lyrics).filter(lines -> !lines.isEmpty()).toList();
            boolean open = part.role().sung() && part.lyrics().isEmpty() && !offered.isEmpty();
            int place = open ? next.merge(part.role(), 1, Integer::sum) - 1 : 0;
            boolean again = part.role() == Role.CHORUS;
            parts.add(open ? part.singing(offered.get(again ? 0 : place % offered.size())) : part);
        }
        var title = song.title() == null ? told.title() : song.title();
        return new Draft(title, song.key(), song.mode(), song.bpm(), song.metre(), song.genre(), song.seed(),
                song.wordsBy(), song.language(), parts);
    }
}
