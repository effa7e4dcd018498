package atelier.create.music;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/// How a piece falls into sections of eight bars (twelve in a blues) and lines of two.
///
/// @param lines in order
public record Form(List<Line> lines) {
    private static final List<String> FOUR_LINES = List.of("abac", "abac", "abdc", "aadc");
    private static final String SECTIONS = "AABACABA";

    public Form {
        lines = List.copyOf(lines);
    }

    /// How a line ends: going on, as a question, as an answer, or for good.
    public enum Ending {
        OPEN, HALF, FULL, LAST
    }

    /// @param section letter of the section, `A` first
    /// @param letter  lines of one section with the same letter share their material
    /// @param from    first bar
    public record Line(char section, char letter, int from, int bars, Ending ending) {}

    static Form of(int bars, int sectionBars, Random random) {
        String four = FOUR_LINES.get(random.nextInt(FOUR_LINES.size()));
        int sections = (bars + sectionBars - 1) / sectionBars;
        var lines = new ArrayList<Line>();
        for (int section = 0; section < sections; section++) {
            int from = section * sectionBars;
            addSection(lines, letter(section, sections), four, from, Math.min(sectionBars, bars - from));
        }
        Line end = lines.removeLast();
        lines.add(new Line(end.section(), end.letter(), end.from(), end.bars(), Ending.LAST));
        return new Form(lines);
    }

    private static char letter(int section, int sections) {
        if (section == sections - 1 && sections > 2) {
            return 'A';
        }
        return sections <= 3 ? (char) ('A' + section) : SECTIONS.charAt(section % SECTIONS.length());
    }

    private static void addSection(List<Line> lines, char section, String four, int from, int bars) {
        int count = (bars + 1) / 2;
        String letters = switch (count) {
            case 1 -> "a";
            case 2 -> "ab";
            case 3 -> "abc";
            case 4 -> four;
            case 5 -> "ababc";
            default -> "ababdc";
        };
        for (int i = 0; i < count; i++) {
            Ending ending = i == count - 1 ? Ending.FULL : i == (count - 1) / 2 ? Ending.HALF : Ending.OPEN;
            lines.add(new Line(section, letters.charAt(i), from + 2 * i, Math.min(2, bars - 2 * i), ending));
        }
    }

    /// Such as `A (a b a c) A B (a b a c)`: the lines of a section are named once.
    String title() {
        var sections = new LinkedHashMap<Integer, String>();
        int section = 0;
        for (int i = 0; i < lines.size(); i++) {
            section = startsSection(i) ? i : section;
            sections.merge(section, "" + lines.get(i).letter(), (before, letter) -> before + " " + letter);
        }
        var text = new StringJoiner(" ");
        var named = new HashSet<String>();
        sections.forEach((first, letters) -> {
            String whole = lines.get(first).section() + " (" + letters + ")";
            text.add(named.add(whole) ? whole : "" + lines.get(first).section());
        });
        return text.toString();
    }

    /// Whether a section begins with that line.
    boolean startsSection(int line) {
        return line == 0 || lines.get(line - 1).ending() == Ending.FULL;
    }
}
