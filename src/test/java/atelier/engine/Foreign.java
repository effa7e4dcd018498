package atelier.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds English in what is said to somebody who speaks another language. What is the same in every language is passed over:
/// commands and settings in backticks, what stands in bold or in quotation marks, addresses, code.
final class Foreign {
    private static final Pattern SAME = Pattern.compile(
            "(?s)```.*?```|`[^`]*`|\\*\\*[^*]*\\*\\*|“[^”]*”|„[^“]*“|«[^»]*»|https?://\\S+|/[a-z]\\S*");
    private static final Pattern END = Pattern.compile("[\n.!?:;…·。！？：；，()（）]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}']{2,}");
    /// Words that no other of our languages has.
    private static final Set<String> ENGLISH = Set.of("the", "and", "your", "you", "with", "this", "that", "which",
            "there", "nothing", "from", "not", "what", "have", "it", "of", "to", "for", "is", "are", "by", "here",
            "yet",
            "again", "remove", "replace", "yours", "been", "shall", "when", "does", "can", "cannot", "my", "add",
            "them", "their", "only", "more", "than", "where", "who", "how", "any", "all", "every", "everybody",
            "asked");

    /// What several of our languages share.
    private static final Set<String> SHARED = Set.of("ollama", "lm", "studio", "gemini", "local", "cloud");

    private Foreign() {}

    /// The English in these texts.
    ///
    /// @param english what is said to somebody who speaks English
    static List<String> in(List<String> texts, List<String> english) {
        var known = english.stream().flatMap(text -> clauses(text).stream()).toList();
        var found = new ArrayList<String>();
        for (var text : texts) {
            for (var clause : clauses(text)) {
                var words = words(clause);
                if (words.stream().anyMatch(ENGLISH::contains) || (words.size() > 1 && known.contains(clause))) {
                    found.add(clause);
                }
            }
        }
        return found;
    }

    private static List<String> clauses(String text) {
        return END.splitAsStream(SAME.matcher(text).replaceAll(" … ")).map(String::strip)
                .filter(clause -> !clause.isEmpty()).toList();
    }

    private static List<String> words(String clause) {
        return WORD.matcher(clause.toLowerCase(Locale.ROOT)).results().map(match -> match.group())
                .filter(word -> !SHARED.contains(word)).toList();
    }
}
