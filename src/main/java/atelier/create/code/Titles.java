package atelier.create.code;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Short names for what is made, fit for a file name.
public final class Titles {
    private static final Set<String> FILLERS = Set.of("a", "an", "the", "me", "please", "write", "make", "create",
            "build",
            "generate", "code", "i", "want", "need", "in", "with", "for", "that", "which", "of", "to", "and", "can",
            "you",
            "could", "my", "some", "using", "give", "program");
    private static final int WORDS = 4;
    private static final int LONGEST = 40;

    private Titles() {}

    /// @param otherwise where the words have no name in them
    public static String of(String request, String otherwise) {
        var plain = Normalizer.normalize(request, Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9+# ]", "");
        var title = Arrays.stream(plain.split("[ +#]", 200)).filter(word -> !word.isBlank() && !FILLERS.contains(word))
                .limit(WORDS).collect(Collectors.joining("-"));
        return title.length() < 2 ? otherwise : title.substring(0, Math.min(LONGEST, title.length()));
    }
}
