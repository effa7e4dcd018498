package atelier.create.song;

import atelier.create.Workbench;
import atelier.create.song.SongPlan.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Lyrics a person brought along: as lines in the message, as a file, or as lyrics made before.
///
/// @param stanzas in order
/// @param cut     whether there were more than fit
record OwnWords(List<Stanza> stanzas, boolean cut) {
    private static final Pattern HEAD = Pattern.compile(
            "(?i)[#*\\[(\\s]{0,6}(verse|strophe|estrofa|verso|pre-?chorus|chorus|refrain|refrän|hook|estribillo|coro|bridge|brücke|puente|intro|outro|instrumental)\\b[ \\w-]{0,20}[\\])*:\\s]{0,6}");
    private static final Pattern FENCED = Pattern.compile("(?i)\\b(song|lyrics|words|lied|topline|melody|canción)\\b");
    private static final int LEAST = 3, MOST_LINES = 56, LONGEST_STANZA = 8, LONGEST_LINE = 120;

    OwnWords {
        stanzas = List.copyOf(stanzas);
    }

    /// @param lines without the head
    record Stanza(Role role, List<String> lines) {}

    /// Empty where nobody gave words to sing.
    static Optional<OwnWords> of(String request, Workbench bench) {
        Stream<String> made = bench.work() == null
                ? Stream.of()
                : bench.work().texts().stream().filter(it -> it.name().equals("lyrics.txt"))
                        .map(it -> it.text().replaceFirst("^[^\\n]*\\n\\n", ""));
        Stream<String> sent = bench.materials().stream().map(Workbench.Material::text);
        return Stream.concat(Stream.of(behindWish(request)), Stream.concat(sent, made)).map(OwnWords::read)
                .flatMap(Optional::stream).findFirst();
    }

    /// Whether words were announced, though nothing that could be sung followed.
    static boolean announced(String request) {
        int end = request.indexOf('\n');
        var first = end < 0 ? request : request.substring(0, end);
        return first.strip().endsWith(":") || (end >= 0 && request.substring(end).codePoints()
                .noneMatch(Character::isLetter) && !request.substring(end).isBlank());
    }

    // "A song with these words:" is no line of them.
    private static String behindWish(String request) {
        int end = request.indexOf('\n');
        String first = end < 0 ? request : request.substring(0, end);
        return end >= 0 && (first.strip().endsWith(":") || FENCED.matcher(first).find())
                ? request.substring(end + 1)
                : end < 0 ? "" : request;
    }

    static Optional<OwnWords> read(String text) {
        List<Stanza> stanzas = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Role role = null;
        int count = 0;
        boolean cut = false;
        for (String line : text.lines().map(String::strip).toList()) {
            Matcher head = HEAD.matcher(line.length() < 48 ? line : "");
            if (line.isEmpty() || head.matches() || lines.size() == LONGEST_STANZA) {
                close(stanzas, lines, role);
                role = head.matches() ? role(head.group(1)) : null;
            }
            if (!line.isEmpty() && !head.matches() && line.codePoints().anyMatch(Character::isLetter)) {
                cut |= count == MOST_LINES || line.length() > LONGEST_LINE;
                if (count < MOST_LINES) {
                    lines.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
                    count++;
                }
            }
        }
        close(stanzas, lines, role);
        return count < LEAST ? Optional.empty() : Optional.of(new OwnWords(stanzas, cut));
    }

    private static void close(List<Stanza> stanzas, List<String> lines,
            @org.jspecify.annotations.Nullable Role named) {
        if (!lines.isEmpty()) {
            List<String> all = List.copyOf(lines);
            boolean again = stanzas.stream().anyMatch(it -> it.lines().equals(all) && it.role() == Role.CHORUS);
            Role guessed = again || stanzas.size() % 2 == 1 ? Role.CHORUS : Role.VERSE;
            stanzas.add(new Stanza(named == null || !named.sung() ? guessed : named, all));
            lines.clear();
        }
    }

    private static Role role(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "chorus", "refrain", "refrän", "hook", "estribillo", "coro" -> Role.CHORUS;
            case "bridge", "brücke", "puente" -> Role.BRIDGE;
            case "pre-chorus", "prechorus" -> Role.PRE_CHORUS;
            default -> Role.VERSE;
        };
    }
}
