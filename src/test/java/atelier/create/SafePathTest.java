package atelier.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {
    private static final Pattern SEGMENT = Pattern
            .compile("[\\p{L}\\p{Nd}._+@()\\[\\]][\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}._+@()\\[\\] -]{0,99}");
    private static final Path ROOT = Path.of("/srv/files");
    private static final List<String> PARTS = List.of("..", ".", "/", "//", "\\", "\\\\", "C:", "c:\\", "~", "%2e%2e",
            "%2f", "%00", "\u0000", "\n", "\r", "\t", " ", "a", "main.py", "src", "CON", "nul.txt", "com1", "LPT9.py",
            "COM\u00B9", "aux.", "...", ". .", "\u202E", "\u200B", "\uFEFF", "\u2024\u2024", "\uFF0E\uFF0E", "\uFF0F",
            "\u2215", "\u2044", "e\u0301", "\uD800", "\uDC00", "\uD83D\uDE00", "\u3164", "file://", "?", "*", "|", "<",
            ">", "\"", "'", "`", "$HOME", "${x}", "-rf", ".git", ".env", "\u0301", "x".repeat(101), "\u4E2D".repeat(80),
            "%5c", "..%c0%af", ";", "&", "::$DATA", "a:b");

    @Test
    void twentyThousandHostileNamesNeverLeaveTheirFolder() {
        var random = new Random(7);
        int safe = 0;
        for (int i = 0; i < 20_000; i++) {
            var name = new StringBuilder();
            for (int parts = 1 + random.nextInt(9); parts > 0; parts--) {
                name.append(PARTS.get(random.nextInt(PARTS.size()))).append(random.nextInt(3) == 0 ? "/" : "");
            }
            safe += holds(name.toString()) ? 1 : 0;
        }
        assertThat(safe).as("some must come through, or nothing was proved").isGreaterThan(100);
    }

    @Test
    void twentyThousandRandomStringsNeverLeaveTheirFolder() {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            var name = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                name.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : 0x20 + random.nextInt(0x60)));
            }
            holds(name.toString());
        }
    }

    /// Checks what must hold of any verdict; says whether the name was taken.
    private static boolean holds(String raw) {
        return switch (SafePath.of(raw)) {
            case SafePath.Refused(var path, var reason) -> {
                assertThat(reason.inEnglish()).isNotBlank();
                assertThat(path.codePoints().noneMatch(Character::isISOControl)).isTrue();
                yield false;
            }
            case SafePath.Safe(var path) -> {
                assertThat(ROOT.resolve(path).normalize()).startsWithRaw(ROOT).isNotEqualTo(ROOT);
                assertThat(Normalizer.isNormalized(path, Normalizer.Form.NFC)).isTrue();
                assertThat(path.split("/", -1)).hasSizeLessThanOrEqualTo(8)
                        .allSatisfy(segment -> assertThat(segment).matches(SEGMENT).doesNotEndWith(".")
                                .doesNotEndWith(" ").isNotEqualTo("..")
                                .doesNotMatch("(?i)(con|prn|aux|nul|(com|lpt)[0-9])(\\..*)?"));
                assertThat(SafePath.of(path)).as("judged again").isEqualTo(new SafePath.Safe(path));
                yield true;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"main.py,main.py", "./src//app/main.py,src/app/main.py", "src\\win.c,src/win.c",
            "app/[id]/page.tsx,app/[id]/page.tsx", ".gitignore,.gitignore", "cafe\u0301.txt,caf\u00E9.txt"})
    void ordinaryNamesComeThrough(String raw, String expected) {
        assertThat(SafePath.of(raw)).isEqualTo(new SafePath.Safe(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "../a", "a/../b", "a/..", "/etc/passwd", "\\\\host\\share", "C:\\a", "c:a",
            "a/", "CON", "con.txt", "Nul.tar.gz", "COM1", "lpt\u00B2.x", "a.", "a /b", "a\u202Eb", "a\u200Bb",
            "a\u0000b",
            "a\nb", "a%2fb", "~/a", "a/b/c/d/e/f/g/h/i", ".git/config", ".GIT/hooks/x", "-rf", "a:b", "x\uFF0Fy",
            "\uD800"})
    void dangerousNamesAreRefused(String raw) {
        assertThat(SafePath.of(raw)).isInstanceOf(SafePath.Refused.class);
    }

    @Test
    void namesThatADiskMightTakeForTheSameGetANumber() {
        var paths = new SafePaths();
        var taken = new ArrayList<String>();
        for (var raw : List.of("a.py", "A.py", "a.py", "src/x", "src", "a.py/b", "SRC/X", "stra\u00DFe", "STRASSE")) {
            if (paths.claim(raw) instanceof SafePath.Safe(var path)) {
                taken.add(path);
            }
        }
        assertThat(taken).containsExactly("a.py", "A_2.py", "a_3.py", "src/x", "src_2", "a.py_2/b", "SRC/X_2",
                "stra\u00DFe", "STRASSE_2");
    }

    @Test
    void thousandsOfClashingNamesStayDistinctAndSafe() {
        var paths = new SafePaths();
        var random = new Random(3);
        var seen = new HashSet<String>();
        var stems = List.of("a", "A", "b", "a/b", "A/B", "x".repeat(100), "X".repeat(100) + "/y");
        for (int i = 0; i < 2_000; i++) {
            if (paths.claim(stems.get(random.nextInt(stems.size()))) instanceof SafePath.Safe(var path)) {
                assertThat(seen.add(path.toLowerCase(Locale.ROOT))).as(path).isTrue();
                assertThat(SafePath.of(path)).isInstanceOf(SafePath.Safe.class);
            }
        }
    }
}
