package atelier.intent;

import atelier.intent.Lexicon.Hit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fills the briefs from what was found in the words.
final class Briefs {
    private static final Set<String> DENOMINATORS = Set.of("1", "2", "4", "8", "16", "32");
    private static final Set<String> TONGUE_LEADS = Set.of("in", "auf", "en", "em", "на", "по", "用", "的");

    private final Findings findings;
    private final String text;
    private final @Nullable Hit head;
    private final Numbers numbers;

    /// @param text the cleaned text the findings are of
    Briefs(Findings findings, String text, @Nullable Hit head) {
        this.findings = findings;
        this.text = text;
        this.head = head;
        this.numbers = new Numbers(findings);
    }

    CodeBrief code() {
        var target = head != null && head.concept().equals("code") ? head.value() : null;
        if (target != null && target.equals("code")) {
            // "Code a website": the verb is no noun.
            target = findings.all("code").stream().map(Hit::value).filter(value -> !value.equals("code")).findFirst()
                    .orElse(null);
        }
        if (target != null && (target.equals("code") || target.equals("query") || target.equals("algorithm"))) {
            target = null;
        }
        return new CodeBrief(language(), findings.value("framework"), target, complexity());
    }

    /// The game engine that is named, or null.
    @Nullable
    String engine() {
        return findings.value("engine");
    }

    GameBrief game() {
        var language = language();
        var engine = findings.value("engine");
        if (engine == null && language != null) {
            engine = switch (language) {
                case "python" -> "pygame";
                case "gdscript" -> "godot";
                case "c#" -> "unity";
                case "javascript", "html" -> "html5";
                default -> null;
            };
        }
        return new GameBrief(engine, language, theme(), complexity(), numbers.intOf("levels"));
    }

    MusicBrief music() {
        var keys = Keys.in(findings);
        var seed = numbers.of("seed");
        var tempo = numbers.intOf("bpm");
        return new MusicBrief(keys.tonic(), keys.scale(), tempo, meter(), numbers.intOf("bars"),
                numbers.seconds(), genre(), findings.value("mood"), tongue(), seed,
                tempo == null ? Clashes.pace(text) : null)
                .noted(note(Stream.concat(Stream.ofNullable(keys.note()), Instruments.unknown(text).map(Briefs::unknown)
                        .stream()), Clashes.in(text, findings, tempo != null)))
                .playedOn(Instruments.in(text, true));
    }

    private static String unknown(String instrument) {
        return Notes.of("music.note.instrument", "name", instrument);
    }

    private static @Nullable String note(Stream<String> first, List<String> clashes) {
        var all = Stream.concat(first, clashes.stream()).collect(Collectors.joining("\n"));
        return all.isEmpty() ? null : all;
    }

    /// What to tell about the key as it was taken, or null.
    @Nullable
    String keyNote() {
        return Keys.in(findings).note();
    }

    /// The model wished for by name ("with llama3:8b"), as written.
    @Nullable
    String model() {
        for (var hit : findings.all("modelname")) {
            boolean led = findings.all("with-model").stream()
                    .anyMatch(lead -> lead.end() <= hit.start() && hit.start() - lead.end() <= 1);
            if (led) {
                int from = findings.tokens().get(hit.start()).start();
                int to = from;
                while (to < text.length() && isOfName(text.charAt(to))) {
                    to++;
                }
                return text.substring(from, to).replaceAll("[.:,-]+$", "");
            }
        }
        return null;
    }

    private static boolean isOfName(char c) {
        return (Character.isLetterOrDigit(c) && !Words.isHan(c)) || ".:-_/".indexOf(c) >= 0;
    }

    private @Nullable String language() {
        var hits = findings.all("lang");
        return hits.stream().filter(hit -> !hit.value().equals("html")).findFirst()
                .or(() -> hits.stream().findFirst()).map(Hit::value).orElse(null);
    }

    private @Nullable String theme() {
        for (var hit : findings.all("theme")) {
            if (!hit.value().equals("memory") || (head != null && hit.start() <= head.start())) {
                return hit.value();
            }
        }
        return null;
    }

    private @Nullable Complexity complexity() {
        var value = findings.value("complexity");
        return value == null ? null : Complexity.valueOf(value);
    }

    private @Nullable String genre() {
        for (var hit : findings.all("genre")) {
            boolean subject = findings.isAt(hit.start() - 1, "about");
            if (!subject) {
                return hit.value();
            }
        }
        return null;
    }

    private @Nullable String tongue() {
        for (var hit : findings.all("tonguename")) {
            boolean led = hit.start() > 0
                    && TONGUE_LEADS.contains(findings.tokens().get(hit.start() - 1).text());
            if (led || isObject(hit.end()) || isObjectBefore(hit.start())) {
                return hit.value();
            }
        }
        return null;
    }

    private boolean isObject(int place) {
        return findings.hits().stream().anyMatch(hit -> hit.start() == place && isMusic(hit));
    }

    private boolean isObjectBefore(int place) {
        return findings.hits().stream().anyMatch(hit -> hit.end() == place && isMusic(hit));
    }

    private static boolean isMusic(Hit hit) {
        return switch (hit.concept()) {
            case "lyrics", "song", "topline", "genre" -> true;
            default -> false;
        };
    }

    private @Nullable String meter() {
        var tokens = findings.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            var below = tokens.get(i);
            var above = tokens.get(i - 1);
            int gap = above.start() + above.original().length();
            boolean slash = text.substring(gap, below.start()).strip().equals("/");
            boolean known = DENOMINATORS.contains(below.text())
                    || (findings.isAt(i - 2, "in") && below.isNumber() && below.text().length() <= 2);
            if (slash && above.isNumber() && above.text().length() <= 2 && known) {
                return above.text() + "/" + below.text();
            }
        }
        return findings.value("meter");
    }
}
