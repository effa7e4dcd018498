package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.ScriptedRouter;
import atelier.generation.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What nobody should send, or answer, sent through the door: a clear sentence comes back, nothing breaks, and only what was
/// delivered is charged.
class BadInputTest {
    private static final List<String> TABLE = new ArrayList<>();
    private static final String GOOD = "```python main.py\nprint('hello')\n```\n";

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    /// The bytes are never compared.
    ///
    /// @param file    sent along; empty for none
    /// @param answer  of the model, as often as it is asked; empty where there is no model
    /// @param said    what the reply must say
    /// @param charged messages
    @SuppressWarnings("ArrayRecordComponent")
    record Input(String name, String words, String file, byte[] content, String answer, String said, int charged) {
        static Input words(String name, String words, String answer, String said, int charged) {
            return new Input(name, words, "", new byte[0], answer, said, charged);
        }

        static Input file(String name, String file, byte[] content, String said) {
            return new Input(name, "review this", file, content, "", said, 0);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Input> inputs() {
        return List.of(Input.words("0 levels", "make a snake game with 0 levels", "", "at least 10 levels", 1),
                Input.words("1,000,000 levels", "make a snake game with 1000000 levels", "", "at most 20 levels", 1),
                Input.words("an engine not made here", "make a snake game in Unreal", "",
                        "HTML5, Phaser, Pygame, Godot and Unity", 0),
                Input.words("a clone of a trademark", "make a clone of Super Mario", "", "belong to others", 1),
                Input.words("2 MB pasted", "/code " + "print this in Python ".repeat(100_000), GOOD,
                        "more than the 32,000", 0),
                Input.file("zip bomb", "bomb.zip", zip(1, _ -> "x", new byte[60 << 20]), "hundred times its size"),
                Input.file("zip in a zip", "nested.zip", zip(1, _ -> "inner.zip", zip(1, _ -> "a.py", GOOD.getBytes(
                        StandardCharsets.UTF_8))), "holds another archive"),
                Input.file("10,000 files in a zip", "many.zip",
                        zip(10_000, number -> "f" + number + ".py", new byte[]{'x'}), "more than 2,000 files"),
                Input.file("a zip that leaves its folder", "slip.zip",
                        zip(1, _ -> "../../etc/passwd", new byte[]{'x'}), "leave its folder"),
                Input.file("a binary called .py", "a.py", new byte[]{0, 1, 2, (byte) 0xff, (byte) 0xfe, 0, 9, 0, 0},
                        "is not a text file"),
                Input.file("an empty file", "a.py", new byte[0], "is empty"),
                Input.words("10,000 files in an answer", "/code many scripts in Python", IntStream.range(0, 10_000)
                        .mapToObj(number -> "### m" + number + ".py\n```python\nx = 1\n```\n")
                        .collect(Collectors.joining()), "beyond the limit of 1000 files",
                        1),
                Input.words("a refusal", "/code a script in Python", "I'm sorry, but I can't help with that.",
                        "Nothing was charged", 0),
                Input.words("an empty answer", "/code a script in Python", "\n", "Nothing was charged", 0),
                Input.words("an answer in another language", "/code a script in Python",
                        "Claro, aquí está el archivo `main.py`:\n```python\nprint('hola')\n```\nEspero que te sirva.",
                        "Espero que te sirva", 1),
                Input.words("a path outside", "/code a script in Python",
                        GOOD + "```python ../../etc/evil.py\nprint('evil')\n```\n", "evil.py", 1),
                Input.words("no model", "/code a script in Python", "", "No model is there.", 0));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void aClearSentenceComesBackAndOnlyWhatIsDeliveredIsCharged(Input input) {
        for (int times = 0; times < 4; times++) {
            if (input.answer().isEmpty()) {
                models.fails(Failure.NO_MODEL, "No model is there.");
            } else {
                models.says(input.answer());
            }
        }
        try (var atelier = new TestAtelier(folder, chat, models)) {
            if (input.file().isEmpty()) {
                chat.says("ada", input.words());
            } else {
                chat.sends("ada", input.words(), input.file(), input.content());
            }
            var reply = atelier.answer("ada");
            TABLE.add(String.format(Locale.ROOT, "%-30s | %d | %-30s | %s", input.name(), atelier.used("ada"),
                    shortly(String.join(" ", reply.files().keySet()), 30), shortly(reply.text(), 110)));

            assertThat(reply.text()).contains(input.said()).doesNotContain("went wrong on my side");
            assertThat(atelier.used("ada")).isEqualTo(input.charged());
            assertThat(reply.files().isEmpty()).isEqualTo(input.charged() == 0);
            assertThat(reply.files().keySet()).noneMatch(name -> name.contains("evil") || name.contains(".."));
        }
    }

    @AfterAll
    static void printTable() {
        System.out.println("bad input                      | charged | files | reply");
        TABLE.forEach(System.out::println);
    }

    private static String shortly(String text, int longest) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }

    private static byte[] zip(int files, IntFunction<String> name, byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int number = 0; number < files; number++) {
                zip.putNextEntry(new ZipEntry(name.apply(number)));
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
