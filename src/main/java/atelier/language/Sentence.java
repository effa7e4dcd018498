package atelier.language;

import java.util.List;
import java.util.stream.Collectors;

/// Something to be said, in the language of whoever hears it: what goes wrong or is asked deep down, where nobody knows who
/// listens, is carried up as one of these and put into words at the reply.
public sealed interface Sentence {
    /// The words in one language.
    String in(Phrases phrases);

    /// The words in English, for logs and the terminal.
    default String inEnglish() {
        return in(Phrases.of(Language.ENGLISH));
    }

    /// A sentence of the bundles.
    ///
    /// @param namesAndValues as [Phrases#say(String, Object...)] takes them
    static Sentence of(String key, Object... namesAndValues) {
        return new Keyed(key, List.of(namesAndValues));
    }

    /// Words that stand as they are in every language, such as those of somebody else.
    static Sentence plain(String words) {
        return new Plain(words);
    }

    /// Words in English that may be a sentence of this area, as what deep layers say shortly; other words stand as they are.
    static Sentence known(String area, String words) {
        return Recognition.of(area, words);
    }

    /// Several as one, each on a line of its own.
    static Sentence lines(List<Sentence> sentences) {
        return new Lines(sentences);
    }

    /// Several in a row, as a sentence lists them.
    static Sentence list(List<? extends Sentence> sentences) {
        return new Listed(List.copyOf(sentences), false);
    }

    /// Several in a row that may have commas themselves.
    static Sentence clauses(List<? extends Sentence> sentences) {
        return new Listed(List.copyOf(sentences), true);
    }

    /// The same with `and` before the last.
    static Sentence all(List<? extends Sentence> sentences) {
        return sentences.size() < 2
                ? list(sentences)
                : of("word.and", "first", list(sentences.subList(0, sentences.size() - 1)), "last",
                        sentences.getLast());
    }

    /// @param namesAndValues names and values in turn
    record Keyed(String key, List<Object> namesAndValues) implements Sentence {
        public Keyed {
            namesAndValues = List.copyOf(namesAndValues);
        }

        @Override
        public String in(Phrases phrases) {
            return phrases.say(key, namesAndValues.toArray());
        }
    }

    /// @param words in whatever language
    record Plain(String words) implements Sentence {
        @Override
        public String in(Phrases phrases) {
            return words;
        }
    }

    /// @param sentences one below the other
    record Lines(List<Sentence> sentences) implements Sentence {
        public Lines {
            sentences = List.copyOf(sentences);
        }

        @Override
        public String in(Phrases phrases) {
            return sentences.stream().map(one -> one.in(phrases)).collect(Collectors.joining("\n"));
        }
    }

    /// @param sentences one after the other
    /// @param clauses   parted by semicolons
    record Listed(List<Sentence> sentences, boolean clauses) implements Sentence {
        public Listed {
            sentences = List.copyOf(sentences);
        }

        @Override
        public String in(Phrases phrases) {
            boolean chinese = phrases.language() == Language.CHINESE;
            var mark = clauses ? chinese ? "；" : "; " : chinese ? "、" : ", ";
            return sentences.stream().map(one -> one.in(phrases)).collect(Collectors.joining(mark));
        }
    }
}
