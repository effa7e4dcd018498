package atelier.create.song;

import java.util.Random;

/// A model's answer as it may really arrive: cut off, in prose, with things missing, wrong or made up.
final class PlanMutations {
    /// Every bar of this fits: each pair has as many notes as its line has syllables.
    static final String WHOLE = """
            {"title": "Salt and Light", "key": "A", "mode": "minor", "bpm": 92, "metre": "4/4", "genre": "rock",
             "sections": [
              {"name": "Intro", "chords": ["i", "bVI"], "lyrics": []},
              {"name": "Verse 1", "chords": ["i", "bVII", "bVI", "V"], "lyrics": ["The harbour lamps are low",
               "The nets are white with snow", "I count the boats that go", "And none of them I know"],
               "hook": {"r": "x-x-x---x-......", "d": [1, 2, 3, 5]}},
              {"name": "Chorus", "chords": ["bVI", "bIII", "bVII", "i"], "lyrics": ["Salt and light on the water",
               "Salt and light in my hair", "Every wave is a daughter", "Every wind is a prayer"],
               "melody": [{"r": "x---x---x-x-x---", "d": [1, 3, 5, 5, 4]}, {"r": "x---x-----------", "d": [3, 2]},
                {"r": "x---x---x-x-x---", "d": [1, 3, 5, 5, 4]}, {"r": "x-------........", "d": [8]},
                {"r": "x-x-x---x-x-x---", "d": [5, 5, 6, 5, 4, 3]}, {"r": "x---x-------....", "d": [4, 2]},
                {"r": "x-x-x---x-x-x---", "d": [5, 5, 6, 5, 4, 3]}, {"r": "x-------........", "d": [1]}]},
              {"name": "Chorus", "chords": [], "lyrics": []}]}
            """;
    private static final String[] PROSE = {"I'm sorry, but I can't help with that.", "", "null", "[]", "{}", "42",
            "\"sections\"", "Sure! Here's a song about the sea. Verse 1: ...", "{\"sections\": \"none\"}",
            "{\"sections\": [1, null, {}, [], \"Chorus\"]}", "```json\n{\"sections\": [{\"name\": 7}]}\n```"};
    private static final String[] WRONG = {"null", "-1", "1e99", "\"\"", "[]", "{}", "true", "\"x\"", "[[[[]]]]",
            "\"\\u0000\"", "99999999999999999999", "\"💣\""};

    private PlanMutations() {}

    static String mutated(Random random) {
        int kind = random.nextInt(12);
        if (kind == 0) {
            return PROSE[random.nextInt(PROSE.length)];
        }
        var text = new StringBuilder(WHOLE);
        if (kind == 1) {
            text.insert(0, "Here is the plan you asked for:\n```json\n").append("```\nI hope you like it! {smile}");
        }
        for (int i = random.nextInt(10); i >= 0 && !text.isEmpty(); i--) {
            change(text, random);
        }
        return text.toString();
    }

    private static void change(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(7)) {
            case 0 -> text.setLength(Math.max(1, at));
            case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(60)));
            case 2 -> text.insert(at, "\"garbage\\u0000 {[}");
            case 3 -> text.setCharAt(at, (char) (32 + random.nextInt(90)));
            case 4 -> wrong(text, at, random);
            case 5 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(80))));
            default -> {
                int rhythm = text.indexOf("x-", at);
                if (rhythm >= 0) {
                    text.setCharAt(rhythm, "x.-"
                            .charAt(random.nextInt(3)));
                }
            }
        }
    }

    // A value of another kind.
    private static void wrong(StringBuilder text, int at, Random random) {
        int colon = text.indexOf(": ", at);
        int end = colon < 0 ? -1 : text.indexOf(",", colon);
        if (end > 0) {
            text.replace(colon + 2, end, WRONG[random.nextInt(WRONG.length)]);
        }
    }
}
