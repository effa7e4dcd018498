package atelier.create.song;

import atelier.audio.score.Metre;
import atelier.create.song.SongPlan.Role;
import atelier.create.song.SongPlan.Section;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which sections a song has and how long they are.
final class Structure {
    private static final String POP = "I2 V4 C4 V4 C4 B4 C4 O2";
    private static final Map<String, String> FORMS = Map.of("electronic", "I4 V4 P2 C4 N4 V4 P2 C4 O4", "hip-hop",
            "I2 V8 C4 V8 C4 O2", "jazz", "I2 V4 V4 B4 V4 O2", "lo-fi", "I2 V4 C4 N2 V4 C4 O2", "folk",
            "I2 V4 C4 V4 C4 V4 C4 O2", "waltz", "I2 V4 C4 V4 C4 O2", "blues", "I2 V6 V6 N6 V6 V6", "ambient",
            "I4 V4 C4 V4 O4");
    private static final List<String> SHORTER = List.of("I2 V4 C4 V4 C4 O2", "V4 C4 V4 C4", "I2 V4 C4", "V4 C4", "C4",
            "C2");
    private static final int LEAST_STEPS = 24, BRISK = 110;

    private Structure() {}

    /// Bars of a sung line: about two of 4/4, four in a brisk waltz.
    static int lineBars(Metre metre, int tempo) {
        if (metre.steps() == 12 && !metre.compound() && tempo >= BRISK) {
            return 4;
        }
        int bars = 1;
        while (bars * metre.steps() < LEAST_STEPS) {
            bars *= 2;
        }
        return bars;
    }

    /// The sections a genre has by nature.
    static List<Section> natural(String genre, int lineBars) {
        return form(FORMS.getOrDefault(genre, POP), lineBars);
    }

    /// A verse and a chorus, to sing over.
    static List<Section> topline(int lineBars) {
        return form("V4 C4", lineBars);
    }

    /// Sections that sum to just so many bars.
    static List<Section> lasting(int bars, List<Section> natural, int lineBars) {
        if (sum(natural) <= bars) {
            return fitted(natural, bars);
        }
        return SHORTER.stream().map(form -> form(form, lineBars)).filter(form -> sum(form) <= bars).findFirst()
                .map(form -> fitted(form, bars))
                .orElseGet(() -> named(List.of(section(Role.CHORUS, bars, lineBars))));
    }

    /// The same sections, cut or gone on with until they last so many bars.
    static List<Section> fitted(List<Section> sections, int bars) {
        List<Section> fitted = new ArrayList<>();
        int left = bars;
        for (Section section : sections) {
            boolean skipped = !section.role().sung() && fitted.isEmpty() && bars < 2 * section.bars();
            if (left > 0 && !skipped) {
                fitted.add(section.lasting(Math.min(section.bars(), left)));
                left -= fitted.getLast().bars();
            }
        }
        List<Section> again = sections.stream().filter(section -> section.role().sung()).skip(
                Math.max(0, sections.stream().filter(section -> section.role().sung()).count() - 2)).toList();
        while (!again.isEmpty() && sum(again) <= left) {
            fitted.addAll(atEnd(fitted), again);
            left -= sum(again);
        }
        if (left > 0 && fitted.getLast().role() == Role.OUTRO) {
            Section outro = fitted.removeLast();
            fitted.add(outro.lasting(outro.bars() + left));
        } else if (left > 0) {
            fitted.add(section(Role.OUTRO, left, fitted.getLast().lineBars()));
        }
        return named(fitted);
    }

    private static int atEnd(List<Section> sections) {
        return sections.getLast().role() == Role.OUTRO ? sections.size() - 1 : sections.size();
    }

    static int sum(List<Section> sections) {
        return sections.stream().mapToInt(Section::bars).sum();
    }

    static Section section(Role role, int bars, int lineBars) {
        return new Section(role, role.title(), bars, lineBars, List.of(), List.of(), Map.of());
    }

    /// Numbered where there are several: Verse 1, Verse 2; a chorus stays the chorus.
    static List<Section> named(List<Section> sections) {
        Map<Role, Integer> seen = new EnumMap<>(Role.class);
        List<Section> named = new ArrayList<>();
        for (Section it : sections) {
            long all = sections.stream().filter(other -> other.role() == it.role()).count();
            int number = seen.merge(it.role(), 1, Integer::sum);
            boolean numbered = all > 1 && it.role() == Role.VERSE;
            named.add(new Section(it.role(), it.role().title() + (numbered ? " " + number : ""), it.bars(),
                    it.lineBars(), it.chords(), it.lyrics(), it.tune()));
        }
        return List.copyOf(named);
    }

    private static List<Section> form(String form, int lineBars) {
        List<Section> sections = new ArrayList<>();
        for (String part : form.split(" ", -1)) {
            sections.add(section(role(part.charAt(0)), (part.charAt(1) - '0') * lineBars, lineBars));
        }
        return named(sections);
    }

    private static Role role(char letter) {
        return switch (letter) {
            case 'I' -> Role.INTRO;
            case 'V' -> Role.VERSE;
            case 'P' -> Role.PRE_CHORUS;
            case 'B' -> Role.BRIDGE;
            case 'N' -> Role.INSTRUMENTAL;
            case 'O' -> Role.OUTRO;
            default -> Role.CHORUS;
        };
    }
}
