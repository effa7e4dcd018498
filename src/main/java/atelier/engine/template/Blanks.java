package atelier.engine.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is filled into a template each time: `{like this}` in its words, filled by `like this=…; other=…` or by plain words for
/// the next one that is open. Braces of code are none: within fences and backticks, in `{{…}}`, and behind signs that only code has
/// there.
record Blanks(String words, Map<String, String> filled) {
    private static final int LONGEST = 40_000;
    /// Code, which is passed over, stands first and has no name.
    private static final Pattern BLANK = Pattern
            .compile("```[\\s\\S]*?(?:```|\\z)|`[^`\\n]{1,2000}`|(?<![)$>\\\\{@%#])\\{\\s{0,9}"
                    + "(?!(?:return|break|continue|null|true|false|this)\\s{0,9}\\})"
                    + "([\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,39}?)\\s{0,9}\\}(?!\\})");
    private static final Pattern GIVEN = Pattern.compile(
            "^\\s{0,99}([\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,39}?)\\s{0,9}=(.{0,32000})$",
            Pattern.DOTALL);

    static Blanks of(String words, String rest) {
        var names = names(words);
        var filled = new LinkedHashMap<String, String>();
        var plain = new ArrayList<String>();
        for (var part : rest.split(";", 50)) {
            var given = GIVEN.matcher(part);
            var name = given.matches() ? known(names, given.group(1)) : Optional.<String>empty();
            if (name.isPresent()) {
                if (!given.group(2).isBlank()) {
                    filled.put(name.get(), given.group(2).strip());
                }
            } else if (!part.isBlank()) {
                plain.add(part.strip());
            }
        }
        names.stream().filter(name -> !filled.containsKey(name)).findFirst().filter(_ -> !plain.isEmpty())
                .ifPresent(name -> filled.put(name, String.join("; ", plain)));
        return new Blanks(words, filled);
    }

    static List<String> names(String words) {
        var names = new LinkedHashSet<String>();
        BLANK.matcher(words).results().map(blank -> blank.group(1)).filter(Objects::nonNull).forEach(names::add);
        return List.copyOf(names);
    }

    private static Optional<String> known(List<String> names, String name) {
        return names.stream().filter(name::equalsIgnoreCase).findFirst();
    }

    /// The next one that is open.
    Optional<String> missing() {
        return names(words).stream().filter(name -> !filled.containsKey(name)).findFirst();
    }

    /// The words with everything filled in; no more of them than shows that they are too many.
    String text() {
        var text = new StringBuilder();
        var blank = BLANK.matcher(words);
        int at = 0;
        while (text.length() <= LONGEST && blank.find()) {
            var name = blank.group(1);
            text.append(words, at, blank.start())
                    .append(name == null ? blank.group() : filled.getOrDefault(name, blank.group()));
            at = blank.end();
        }
        return text.append(words, at, words.length()).toString();
    }

    /// What was filled in, as it would be typed.
    String typed() {
        var typed = new StringBuilder();
        filled.forEach((name, value) -> typed.append(name).append('=').append(value).append("; "));
        return typed.toString();
    }
}
