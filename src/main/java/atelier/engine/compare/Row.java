package atelier.engine.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Models named at the beginning or at the end of what is to be compared, where nothing but their names says that they are meant:
/// “a haiku: gemma3”, “gemma3: a haiku”, “a haiku with Small One and Large”.
record Row(List<String> names, String request) {
    /// No row of names is longer; what stands further from a colon is no name.
    private static final int LONGEST = 250;
    private static final List<String> BEFORE = List.of(":", " with ", " using ");
    private static final List<String> BEHIND = List.of(":", " on ", " at ");
    private static final Pattern JOINT = Pattern.compile("(?i)[,&+]|\\s(?:and|or|vs\\.?|versus)\\s");

    /// Empty when no such words are all names.
    static Optional<Row> in(String request, Predicate<String> isName) {
        var lower = request.toLowerCase(Locale.ROOT);
        if (lower.length() != request.length()) {
            return Optional.empty();
        }
        var ends = BEFORE.stream().flatMap(mark -> end(request, lower.lastIndexOf(mark), mark));
        var beginnings = BEHIND.stream().flatMap(mark -> beginning(request, lower.indexOf(mark), mark));
        return Stream.concat(ends, beginnings).filter(row -> !row.names.isEmpty()
                && row.names.stream().allMatch(isName)).findFirst();
    }

    private static Stream<Row> end(String request, int at, String mark) {
        return at < 0 || request.length() - at > LONGEST
                ? Stream.empty()
                : Stream.of(new Row(names(request.substring(at + mark.length())), request.substring(0, at).strip()));
    }

    private static Stream<Row> beginning(String request, int at, String mark) {
        return at < 0 || at > LONGEST
                ? Stream.empty()
                : Stream.of(new Row(names(request.substring(0, at)), request.substring(at + mark.length()).strip()));
    }

    private static List<String> names(String list) {
        return Arrays.stream(JOINT.split(list)).map(it -> it.strip().replaceFirst("[.!?;]$", ""))
                .filter(it -> !it.isEmpty()).toList();
    }
}
