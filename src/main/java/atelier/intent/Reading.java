package atelier.intent;

import atelier.intent.Lexicon.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers the facts of an utterance which the [Rules] judge: how it is said (asked, wished, told), what it is about,
/// and what is known around it.
final class Reading {
    private static final List<String> SKIPPED = List.of("fill", "greeting", "thanks", "praise");
    private static final List<String> WHOLE = List.of("cancel", "again", "undo", "diff", "help", "thanks", "greeting",
            "model", "example");
    private static final List<String> STARTS = List.of("make", "make-code", "make-music", "want", "explain", "review",
            "example", "log", "master", "cancel", "knob", "build", "genre", "canit", "edit-lead", "whatq", "tell",
            "show", "lang");
    private static final Set<String> OBJECTS = Set.of("code", "game", "theme", "lyrics", "melody", "topline", "song",
            "music", "text");
    private static final List<String> MAKES = List.of("make", "make-code", "make-music", "want");
    private static final List<String> MODIFIERS = List.of("fill", "specific", "genre", "mood", "complexity", "lang",
            "framework", "engine", "scale", "num", "unit", "theme", "code", "game", "song", "lyrics", "melody",
            "topline",
            "music", "definite", "feature", "tonguename", "edit-lead", "edit", "lead", "text", "meter", "neg", "play",
            "codeword", "thiscode", "sample");
    private static final List<String> FEATURES = List.of("code", "game", "theme", "lyrics", "melody", "topline", "song",
            "music", "feature", "voice", "clone", "sing", "coach", "audio", "master", "log", "template", "model",
            "modelq",
            "example", "sample", "modelname", "genre", "scale", "soundq");
    private static final List<String> MANAGED = List.of("usage", "account", "history", "compare", "chatn", "datan",
            "plann", "settingn", "meter-noun", "knob");
    private static final Set<String> WORDLESS = Set.of("", "for", "of", "fur", "para", "pour", "для", "de", "a", "an",
            "ein", "eine", "un", "une", "um", "the", "your", "my", "simple", "small", "little");

    final Findings findings;
    final Set<String> facts = new HashSet<>();
    private final boolean question;
    private final int lead;
    private final @Nullable Hit head;
    private final String act;

    Reading(String prose, Situation situation, Situation.@Nullable File file) {
        findings = new Findings(prose);
        var end = prose.stripTrailing();
        question = end.endsWith("?") || end.endsWith("？");
        lead = skippable();
        head = findHead();
        act = findAct();
        state();
        situate(situation, file);
    }

    @Nullable
    Hit head() {
        return head;
    }

    /// How it is said: `request`, `ask`, `how`, `able`, `what`, `tell`, `noun`, `task`, `statement`, `negated`, `other`.
    String act() {
        return act;
    }

    /// Whether a fact holds; `a~b` is that phrases of both concepts stand close together.
    boolean is(String fact) {
        int near = fact.indexOf('~');
        return near < 0 ? facts.contains(fact) : findings.near(fact.substring(0, near), fact.substring(near + 1));
    }

    /// Number of tokens.
    int length() {
        return findings.tokens().size();
    }

    private int skippable() {
        var covered = findings.covered(SKIPPED);
        int i = 0;
        while (i < covered.length && covered[i]) {
            i++;
        }
        return i;
    }

    private boolean starts(String concept) {
        var first = findings.first(concept);
        return first != null && first.start() <= lead;
    }

    private int placeOf(String concept) {
        var first = findings.first(concept);
        return first == null ? Integer.MAX_VALUE : first.start();
    }

    /// What is wanted: the first thing named after the word for making, or the last of a compound ("game soundtrack").
    private @Nullable Hit findHead() {
        var objects = findings.hits().stream().filter(hit -> OBJECTS.contains(hit.concept())).toList();
        int after = MAKES.stream().map(findings::first).filter(hit -> hit != null).mapToInt(Hit::start).min().orElse(0);
        Hit chosen = objects.stream().filter(hit -> hit.start() >= after).findFirst()
                .orElse(objects.isEmpty() ? null : objects.getFirst());
        for (var next : objects) {
            if (chosen != null && next.start() >= chosen.start() && isHeadRatherThan(next, chosen)) {
                chosen = next;
            }
        }
        return chosen;
    }

    private boolean isHeadRatherThan(Hit next, Hit chosen) {
        if (next.start() == chosen.start()) {
            return next.length() >= chosen.length() && chosen.concept().equals("theme");
        }
        if (next.start() == chosen.end() + 1 && findings.isAt(chosen.end(), "的")) {
            return true;
        }
        // "Love song lyrics": a love song, song lyrics.
        boolean overlap = next.concept().equals("lyrics") && chosen.concept().equals("song")
                && next.start() < chosen.end() && next.end() > chosen.end();
        if (next.start() == chosen.end() || overlap) {
            return !next.concept().equals("theme")
                    && !(chosen.concept().equals("game") && next.value().equals("code"));
        }
        // "code for a snake game" is a game.
        boolean game = next.concept().equals("game") || next.concept().equals("theme");
        return game && chosen.value().equals("code") && next.start() - chosen.end() <= 3
                && WORDLESS.contains(findings.tokens().get(chosen.end()).text());
    }

    private String findAct() {
        int headPlace = head == null ? Integer.MAX_VALUE : head.start();
        int made = MAKES.stream().mapToInt(this::placeOf).min().orElse(Integer.MAX_VALUE);
        if (isNegated()) {
            return "negated";
        }
        if (starts("ableq")) {
            return "able";
        }
        int how = placeOf("howq");
        boolean introduced = starts("canq") || starts("tell") || starts("want") || findings.has("knowq");
        if (how <= lead || (introduced && how < Math.min(headPlace, placeOf("make")))) {
            return "how";
        }
        if (starts("canq") && !starts("can-i")) {
            return isSpecific() ? "request" : "ask";
        }
        if (findings.has("knowq")) {
            return "what";
        }
        if (wantsToDo()) {
            return "task";
        }
        if (starts("want") || starts("make") || starts("make-code") || starts("make-music")) {
            return "request";
        }
        if (starts("can-i")) {
            return "ask";
        }
        if (starts("whatq")) {
            return "what";
        }
        if (starts("subject") && !findings.has("want")) {
            return "statement";
        }
        if (starts("tell")) {
            return "tell";
        }
        if (made != Integer.MAX_VALUE) {
            return "request";
        }
        return isNounPhrase() ? "noun" : question ? "what" : "other";
    }

    /// "I want to connect my server": something is to be done, not made.
    private boolean wantsToDo() {
        var want = findings.first("want");
        if (want == null || !starts("want") || !findings.isAt(want.end(), "to") || findings.has("howq")) {
            return false;
        }
        return MAKES.stream().flatMap(concept -> findings.all(concept).stream())
                .noneMatch(hit -> hit.start() == want.end() + 1) && !findings.isAt(want.end() + 1, "have")
                && !findings.isAt(want.end() + 1, "get") && !findings.isAt(want.end() + 1, "play");
    }

    /// "Can you write me a game about cats?" wants one; "can you write games?" asks.
    private boolean isSpecific() {
        var asked = findings.first("canq");
        int from = asked == null ? 0 : asked.end();
        return findings.has("thiscode") || findings.all("specific").stream().anyMatch(hit -> hit.start() >= from);
    }

    /// "Don't write code": a word of denial right before the word for making.
    private boolean isNegated() {
        for (var neg : findings.all("neg")) {
            boolean free = !findings.isAt(neg.start(), "without") && !findings.isAt(neg.start(), "ohne");
            for (var concept : List.of("make", "make-code", "want")) {
                var wish = findings.first(concept);
                boolean before = wish != null && wish.start() >= neg.end() && wish.start() - neg.end() <= 1;
                boolean behind = wish != null && wish.end() == neg.start() && !concept.equals("want");
                if (free && (before || behind)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isNounPhrase() {
        if (head == null || question || isSentence(head) || starts("show")) {
            return false;
        }
        var edit = findings.first("edit");
        if (edit != null && edit.start() <= lead && edit.length() > 1) {
            return false;
        }
        var known = findings.covered(MODIFIERS);
        int unknown = 0;
        for (int i = 0; i < head.start(); i++) {
            unknown += known[i] ? 0 : 1;
        }
        return head.start() <= 7 && unknown <= 2 && !starts("edit-verb");
    }

    /// "Songs are hard" is a sentence, "a song about being broke" and "a game where you are a cat" are not.
    private boolean isSentence(Hit head) {
        return findings.all("finite").stream().anyMatch(verb -> findings.all("clause").stream()
                .noneMatch(word -> word.start() >= head.start() && word.end() <= verb.start()))
                || findings.all("edit-should").stream().anyMatch(verb -> verb.start() == head.end());
    }

    private void state() {
        for (var hit : findings.hits()) {
            facts.add(hit.concept());
            facts.add(hit.concept() + ":" + hit.value());
        }
        for (var concept : STARTS) {
            if (starts(concept)) {
                facts.add("start:" + concept);
            }
        }
        if (starts("account") && "admin".equals(findings.value("account"))) {
            facts.add("start:account:admin");
        }
        wholes();
        facts.add("act:" + act);
        if (act.equals("noun")) {
            facts.add("noun");
        }
        if (head != null) {
            facts.add("head");
            facts.add("head:" + head.concept());
        }
        stateMaking();
        stateFeatures();
    }

    private void wholes() {
        if (length() > 12) {
            return;
        }
        for (var concept : WHOLE) {
            if (findings.has(concept)) {
                var concepts = new ArrayList<>(SKIPPED);
                concepts.add(concept);
                if (isAll(findings.covered(concepts))) {
                    facts.add("only:" + concept);
                }
            }
        }
    }

    private static boolean isAll(boolean[] flags) {
        for (boolean flag : flags) {
            if (!flag) {
                return false;
            }
        }
        return true;
    }

    private void stateMaking() {
        boolean making = act.equals("request");
        boolean old = false;
        if (head != null) {
            if (making) {
                facts.add("gen");
                if (!head.concept().equals("song") || findings.has("make")) {
                    facts.add("gen-other");
                }
            }
            int make = MAKES.stream().mapToInt(this::placeOf).min().orElse(0);
            int from = Math.min(make, head.start());
            old = findings.all("anaphora").stream().anyMatch(hit -> hit.end() >= from && hit.start() <= head.end())
                    || findings.all("thiscode").stream().anyMatch(hit -> hit.end() >= head.end())
                    || findings.all("definite").stream().anyMatch(hit -> hit.end() == head.start());
            if ((making || act.equals("noun")) && !old) {
                facts.add("new-object");
            }
        }
        if (facts.contains("gen") && findings.has("make")) {
            facts.add("gen-made");
        }
        if (making && findings.has("make") && head != null && !findings.has("again")) {
            facts.add("anew");
        }
        if (placeOf("sample") < (head == null ? Integer.MAX_VALUE : head.start())) {
            facts.add("sample-first");
        }
        if (hasContent()) {
            facts.add("content");
        }
        if (findings.has("scale") && head == null) {
            facts.add("key-scale");
        }
    }

    /// Whether anything is said beyond the wish itself: "make a game" has no content, "a game about cats" has.
    boolean hasContent() {
        var empty = new ArrayList<>(SKIPPED);
        empty.addAll(MAKES);
        empty.addAll(List.of("specific", "canq", "complexity", "lang", "framework", "definite", "codeword", "modelname",
                "with-model", "subject", "thiscode", "tonguename", "can-i", "num", "again", "bot-ref", "music",
                "text"));
        var covered = findings.covered(empty);
        if (head != null && !head.value().equals("algorithm") && !head.concept().equals("theme")) {
            java.util.Arrays.fill(covered, head.start(), head.end(), true);
        }
        for (int i = 0; i < covered.length; i++) {
            var word = findings.tokens().get(i).text();
            if (!covered[i] && !word.equals("in") && !word.equals("en") && !word.equals("на") && word.length() > 1) {
                return true;
            }
        }
        return false;
    }

    private void stateFeatures() {
        boolean feature = FEATURES.stream().anyMatch(findings::has);
        boolean lang = findings.has("lang") || findings.has("framework");
        boolean managed = MANAGED.stream().anyMatch(findings::has);
        if (findings.all("modelname").stream().map(hit -> hit.start()).distinct().count() > 1) {
            facts.add("models:two");
        }
        if (feature || lang || findings.has("engine") || findings.has("make") || findings.has("make-code") || managed) {
            facts.add("feature-asked");
        } else if (findings.has("tonguename")) {
            facts.add("feature-asked");
        }
        boolean own = findings.all("bot-ref").stream().anyMatch(hit -> hit.start() > lead);
        if ((feature || (managed && !findings.has("explain"))) && (!lang || own)) {
            facts.add("how-feature");
        }
        if (starts("edit-verb")) {
            facts.add("edit-first");
        }
        if (placeOf("compare") < placeOf("make") || placeOf("compare") < placeOf("text")) {
            facts.add("compare-first");
        }
        if (head == null || placeOf("master") <= head.start() || starts("master")) {
            facts.add("master-first");
        }
    }

    private void situate(Situation situation, Situation.@Nullable File file) {
        if (situation.running()) {
            facts.add("running");
        }
        if (situation.last() != null) {
            facts.add("last");
            var last = situation.last().name().toLowerCase(Locale.ROOT);
            facts.add("last:" + last);
            if (head != null && head.concept().equals(last)) {
                facts.add("head=last");
            }
        }
        if (file != null) {
            facts.add("has:file");
            facts.add("has:" + file.name().toLowerCase(Locale.ROOT));
            if (file == Situation.File.AUDIO || file == Situation.File.VOICE) {
                facts.add("has:sound");
            }
        }
    }
}
