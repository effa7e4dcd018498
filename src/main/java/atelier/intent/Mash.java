package atelier.intent;

import java.util.List;

/// Fingers on the keyboard: nothing known in it, and either a run of neighbouring keys or hardly a vowel.
final class Mash {
    private static final List<String> KEYBOARD = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm",
            "azertyuiop", "qsdfghjklm", "wxcvbn", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю");
    private static final int MOST_WORDS = 3;

    private Mash() {}

    static boolean is(Reading reading) {
        return reading.length() <= MOST_WORDS && reading.findings.hits().isEmpty()
                && reading.findings.tokens().stream().allMatch(token -> is(token.text()));
    }

    private static boolean is(String word) {
        if (word.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        var first = word.substring(0, Math.min(word.length(), 5));
        if (word.length() >= 4 && KEYBOARD.stream().anyMatch(row -> row.contains(first))) {
            return true;
        }
        boolean latin = word.chars().allMatch(c -> c >= 'a' && c <= 'z');
        long vowels = word.chars().filter(c -> "aeiouy".indexOf(c) >= 0).count();
        long kinds = word.chars().distinct().count();
        return latin && word.length() >= 5 && (vowels * 6 <= word.length() || kinds <= 2);
    }
}
