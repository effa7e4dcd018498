package atelier.engine.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The model somebody names for one answer: “with gemma3 make me a game”, “use Small One for this: …”, “a game with Small One about
/// cats”.
///
/// @param name as it was said
/// @param rest the words without it
record ModelWish(String name, String rest) {
    /// What stands further on is text to work with rather than a wish.
    private static final int LONGEST = 2000;
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern WITH = Pattern
            .compile("(?<![\\p{L}\\p{N}])(?:with|using|via|mit|con|avec|com|usando)\\s+(?=\\S)", I);
    private static final Pattern USE = Pattern
            .compile("^(?:please\\s+)?(?:use|take|ask|nimm|verwende|usa|utilise)\\s+(?=\\S)", I);
    private static final Pattern COMMAND = Pattern.compile("^/[a-z]{1,32}(?:@\\w{1,40})?\\s+", I);
    /// What follows a name after “use”, so that it is meant for this once.
    private static final Pattern ONCE = Pattern.compile(
            "^\\s*(?:for (?:this|that)(?: one| time| once| answer| question)?\\s*[:,]|(?:just )?this (?:one )?time\\s*[:,]"
                    + "|(?:just )?(?:this )?once\\s*[:,]|[:,]|to\\s)\\s*(?=\\S)",
            I);
    private static final Pattern LASTING = Pattern
            .compile("\\b(?:from now on|always|by default|in this (?:chat|conversation))\\b", I);
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/-]*");

    /// Whether the words might name one at all.
    static boolean mayBeIn(String words) {
        var near = words.substring(0, Math.min(LONGEST, words.length()));
        return WITH.matcher(near).find() || USE.matcher(COMMAND.matcher(near).replaceFirst("")).find();
    }

    /// @param names   what people called their models
    /// @param isModel whether a single word names a model of a server
    static Optional<ModelWish> in(String words, List<String> names, Predicate<String> isModel) {
        var near = words.substring(0, Math.min(LONGEST, words.length()));
        var command = COMMAND.matcher(near);
        var start = command.find() ? command.end() : 0;
        var known = new Known(names.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList(),
                isModel);
        return used(words, near, start, known).or(() -> along(words, near, start, known));
    }

    private static Optional<ModelWish> used(String words, String near, int start, Known known) {
        var use = USE.matcher(near).region(start, near.length());
        if (!use.find()) {
            return Optional.empty();
        }
        return known.at(near, use.end()).flatMap(name -> {
            var behind = near.substring(use.end() + name.length());
            var once = ONCE.matcher(behind);
            return once.find() && !LASTING.matcher(behind).find()
                    && known.at(behind, once.end()).isEmpty()
                            ? Optional.of(new ModelWish(name, words.substring(0, start)
                                    + words.substring(use.end() + name.length() + once.end())))
                            : Optional.empty();
        });
    }

    private static Optional<ModelWish> along(String words, String near, int start, Known known) {
        var with = WITH.matcher(near).region(start, near.length());
        while (with.find()) {
            var name = known.at(near, with.end());
            if (name.isPresent()) {
                var before = words.substring(0, with.start()).stripTrailing();
                var behind = words.substring(with.end() + name.get().length()).replaceFirst("^\\s*[,:]?\\s*", "");
                var rest = before.isEmpty() || behind.isEmpty() || ".!?".contains(behind.substring(0, 1))
                        ? before + behind
                        : before + " " + behind;
                return rest.isBlank() ? Optional.empty() : Optional.of(new ModelWish(name.get(), rest));
            }
        }
        return Optional.empty();
    }

    private record Known(List<String> names, Predicate<String> isModel) {
        /// The name that stands at this place.
        Optional<String> at(String text, int place) {
            return names.stream().filter(name -> isAt(name, text, place)).findFirst()
                    .map(name -> text.substring(place, place + name.length())).or(() -> token(text, place));
        }

        /// A plain word may be anything, so it must be written as its owner writes it.
        private static boolean isAt(String name, String text, int place) {
            var isPlain = name.chars().allMatch(Character::isLetter);
            var end = place + name.length();
            return text.regionMatches(!isPlain, place, name, 0, name.length())
                    && (!isPlain || !name.equals(name.toLowerCase(Locale.ROOT)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        }

        private Optional<String> token(String text, int place) {
            var token = TOKEN.matcher(text).region(place, text.length());
            if (!token.lookingAt()) {
                return Optional.empty();
            }
            var word = token.group().replaceFirst("[.:/-]+$", "");
            return word.chars().anyMatch(Character::isDigit) && isModel.test(word)
                    ? Optional.of(word)
                    : Optional.empty();
        }
    }
}
