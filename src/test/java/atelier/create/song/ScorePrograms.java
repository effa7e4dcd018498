package atelier.create.song;

import atelier.audio.Programs;
import atelier.audio.notation.Abc;
import atelier.audio.notation.MusicXml;
import atelier.audio.notation.MusicXmlSchema;
import atelier.audio.notation.Scores;
import atelier.audio.score.MidiFile;
import atelier.audio.score.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gives our scores to the programs people use and counts who opens them without an error: MuseScore, LilyPond, Verovio,
/// abc2midi, whichever are here. `mvn -q test-compile exec:exec@scores -Dscores=60`.
///
/// Verovio is asked through `node` with the package `verovio`, found by `NODE_PATH`.
public final class ScorePrograms {
    private static final String VEROVIO = """
            const fs = require('fs');
            const folder = process.env.NODE_PATH + '/verovio/dist/';
            (async () => {
              const create = (await import(folder + 'verovio-module.mjs')).default;
              const { VerovioToolkit } = await import(folder + 'verovio.mjs');
              const toolkit = new VerovioToolkit(await create());
              const messages = [];
              for (const method of ['error', 'warn']) console[method] = (...all) => messages.push(all.join(' '));
              if (!toolkit.loadData(fs.readFileSync(process.argv[2], 'utf8'))) process.exit(1);
              const svg = toolkit.renderToSVG(1);
              console.log(messages.filter(it => /error/i.test(it)).join('\\n'));
              process.exit(svg.includes('class="note"') && !messages.some(it => /error/i.test(it)) ? 0 : 1);
            })().catch(e => { console.log(String(e)); process.exit(1); });
            """;

    private static final @Nullable Path VEROVIO_PACKAGE = Optional.ofNullable(System.getenv("NODE_PATH"))
            .map(folder -> Path.of(folder, "verovio")).orElse(null);

    private final Path folder;
    private final Map<String, int[]> table = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, String> absent = new LinkedHashMap<>();

    private ScorePrograms(Path folder) {
        this.folder = folder;
    }

    /// Ends with 1 where one of them complains of a score.
    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        var scores = new LinkedHashMap<String, Score>();
        Songbook.mixed(count).forEach((name, song) -> scores.put("song " + name, song.score()));
        Scores.all().entrySet().stream().filter(it -> scores.size() < count + count / 2)
                .forEach(it -> scores.put("hard " + it.getKey(), it.getValue()));
        var programs = new ScorePrograms(Files.createTempDirectory("scores"));
        Files.writeString(programs.folder.resolve("verovio.js"), VEROVIO);
        for (Map.Entry<String, Score> it : scores.entrySet()) {
            programs.all(it.getKey(), it.getValue());
        }
        System.out.printf("%d scores: %d songs in all metres, modes and genres, the rest built to be hard%n",
                scores.size(), count);
        programs.table
                .forEach((program, tally) -> System.out.printf(Locale.ROOT, "%-24s %4d of %4d%n", program, tally[0],
                        tally[1]));
        programs.absent.forEach((program, why) -> System.out.printf("%-24s not asked: %s%n", program, why));
        programs.failures.stream().limit(20).forEach(System.out::println);
        if (!programs.failures.isEmpty()) {
            System.exit(1);
        }
    }

    private void all(String name, Score score) throws IOException {
        byte[] xml = MusicXml.of(score);
        List<String> mistakes = MusicXmlSchema.mistakes(xml);
        count("MusicXML 4.0 schema", name, mistakes.isEmpty(), String.join("; ", mistakes));
        Files.write(folder.resolve("a.musicxml"), xml);
        Files.write(folder.resolve("a.abc"), Abc.of(score));
        Files.write(folder.resolve("a.mid"), MidiFile.of(score));
        ask("mscore3", name, "MuseScore, MusicXML", "a.pdf", "mscore3", "-o", "a.pdf", "a.musicxml");
        ask("mscore3", name, "MuseScore, MIDI", "b.pdf", "mscore3", "-o", "b.pdf", "a.mid");
        ask("musicxml2ly", name, "musicxml2ly", "a.ly", "musicxml2ly", "-o", "a.ly", "a.musicxml");
        ask("lilypond", name, "LilyPond", "c.pdf", "lilypond", "--loglevel=WARNING", "-o", "c", "a.ly");
        if (VEROVIO_PACKAGE != null && Files.isDirectory(VEROVIO_PACKAGE)) {
            ask("node", name, "Verovio", "verovio.js", "node", "verovio.js", "a.musicxml");
        } else {
            absent.put("Verovio", "no folder verovio in NODE_PATH; `npm install verovio` makes one");
        }
        ask("abc2midi", name, "abc2midi", "d.mid", "abc2midi", "a.abc", "-o", "d.mid");
        for (String made : List.of("a.pdf", "b.pdf", "c.pdf", "d.mid", "a.ly")) {
            Files.deleteIfExists(folder.resolve(made));
        }
    }

    private void ask(String executable, String name, String title, String makes, String... command) throws IOException {
        if (!Programs.isHere(executable)) {
            absent.put(title, executable + " is not on the PATH");
            return;
        }
        var outcome = Programs.run(folder, List.of(command));
        boolean made = Files.exists(folder.resolve(makes)) && Files.size(folder.resolve(makes)) > 0;
        // LilyPond's own converter prints what it could not translate.
        boolean complains = Stream.of("error", "cannot", "barcheck failed").anyMatch(
                outcome.said().toLowerCase(Locale.ROOT)::contains);
        count(title, name, outcome.code() == 0 && made && !complains, outcome.said());
    }

    private void count(String title, String name, boolean fine, String said) {
        int[] tally = table.computeIfAbsent(title, _ -> new int[2]);
        tally[0] += fine ? 1 : 0;
        tally[1]++;
        if (!fine) {
            failures.add(title + ", " + name + ": " + said.strip().lines().limit(3).toList());
        }
    }
}
