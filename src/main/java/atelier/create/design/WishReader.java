package atelier.create.design;

import atelier.intent.Complexity;
import atelier.intent.GameBrief;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a [Wish] out of a request: kind, world, levels, level of detail, names that belong to others.
public final class WishReader {
    private static final Pattern LEVELS = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d.,])(-?\\d[\\d.,’']{0,14})\\s{0,2}(?:levels?|stages?|stufen|niveles|nivel|niveaux|niveau|níveis|nível|fases|уровн|уров|关)");
    private static final Pattern TITLE = Pattern.compile(
            "(?iu)(?:called|named|titled|namens|genannt|llamado|titulado|appelé|chamado|под названием|叫)\\s{0,2}[\"“„«']([^\"”“»'\\n]{2,60})[\"”“»']");
    private static final List<String> HARDER = List.of("harder", "more difficult", "schwerer", "schwieriger",
            "más difícil", "plus difficile", "mais difícil", "сложнее", "更难");
    private static final List<String> EASIER = List.of("easier", "simpler", "leichter", "einfacher", "más fácil",
            "plus facile", "mais fácil", "легче", "проще", "更简单");

    private final GameBrief brief;
    private final String request;
    private final Spoken spoken;
    private final Say say;
    private final List<String> remarks = new ArrayList<>();
    private final List<String> beyond = new ArrayList<>();
    private Optional<String> nearest = Optional.empty();

    private WishReader(String request, GameBrief brief) {
        this.request = request;
        this.brief = brief;
        this.spoken = Spoken.of(request);
        this.say = Say.in(Tongue.of(request, spoken));
    }

    public static Wish read(String request, GameBrief brief) {
        return new WishReader(request, brief).read();
    }

    private Wish read() {
        var mark = Trademarks.in(spoken);
        mark.ifPresent(one -> remarks.add(say.line("marks", Map.of("mark", one.shown(), "genre", one.genre()))));
        var kind = kind();
        var archetype = kind.map(GameKind::archetype).or(() -> mark.flatMap(Trademarks.Mark::archetype));
        kind.ifPresent(this::judge);
        var complexity = complexity();
        var asked = levels();
        int levels = asked.isEmpty()
                ? usual(complexity)
                : Math.clamp(asked.get(), Wish.LEAST, Wish.MOST);
        asked.filter(number -> number != levels).ifPresent(number -> remarks.add(say.line(
                number < levels ? "levels.low" : "levels.high",
                Map.of("asked", String.format(Locale.ROOT, "%,d", number), "least", Wish.LEAST, "most",
                        Wish.MOST))));
        return new Wish(request, archetype, Theme.in(spoken).map(Theme::id), complexity, levels, asked.isPresent(),
                Tongue.of(request, spoken), title(), beyond, nearest, remarks);
    }

    private Optional<GameKind> kind() {
        var said = GameKind.in(spoken);
        var theme = brief.theme();
        return said.isPresent() || theme == null ? said : GameKind.in(Spoken.of(theme));
    }

    private void judge(GameKind kind) {
        var played = say.line("kind." + kind.archetype().id());
        var values = Map.of("what", Character.toUpperCase(kind.name().charAt(0)) + kind.name().substring(1), "kind",
                played.toLowerCase(Locale.ROOT));
        switch (kind.fit()) {
            case SAME -> {
            }
            case NEAR -> nearest = Optional.of(say.line("near", values));
            case FAR -> {
                nearest = Optional.of(say.line("far", values));
                beyond.add("the rules of " + kind.name());
            }
        }
    }

    private Complexity complexity() {
        var said = brief.complexity() == null ? Complexity.INTERMEDIATE : brief.complexity();
        if (spoken.saysAny(HARDER)) {
            return said == Complexity.BASIC ? Complexity.INTERMEDIATE : Complexity.ADVANCED;
        }
        return !spoken.saysAny(EASIER)
                ? said
                : said == Complexity.ADVANCED ? Complexity.INTERMEDIATE : Complexity.BASIC;
    }

    private static int usual(Complexity complexity) {
        return switch (complexity) {
            case BASIC -> 10;
            case INTERMEDIATE -> 14;
            case ADVANCED -> 20;
        };
    }

    private Optional<Long> levels() {
        var matcher = LEVELS.matcher(request.substring(0, Math.min(request.length(), 30_000)));
        if (matcher.find()) {
            var digits = matcher.group(1).replaceAll("[^\\d]", "");
            long number = digits.isEmpty() ? 0 : Long.parseLong(digits);
            return Optional.of(matcher.group(1).startsWith("-") ? -number : number);
        }
        return Optional.ofNullable(brief.levels()).map(Integer::longValue);
    }

    private Optional<String> title() {
        var matcher = TITLE.matcher(request.substring(0, Math.min(request.length(), 30_000)));
        var named = matcher.find() ? CleanText.of(matcher.group(1), 60) : "";
        return Optional.of(named).filter(title -> !title.isEmpty() && !Trademarks.isIn(title, Optional.empty()));
    }
}
