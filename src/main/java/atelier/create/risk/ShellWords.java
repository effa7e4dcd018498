package atelier.create.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A command line parted as a shell would: words without quotes, joined by pipes and separators; what stands in `$()`,
/// backticks and `<()` apart, as it is a command too.
///
/// @param pipelines each a list of plain commands whose output flows to the next
/// @param inner     commands within commands
/// @param targets   files written to by `>`
record ShellWords(List<List<List<String>>> pipelines, List<String> inner, List<String> targets) {
    static ShellWords of(String line) {
        return new Reader(line.replaceAll("\\\\\\r?\\n", " ").replaceAll("`\\r?\\n", " ")).read();
    }

    private static final class Reader {
        private final String text;
        private final List<List<List<String>>> pipelines = new ArrayList<>();
        private final List<String> inner = new ArrayList<>();
        private final List<String> targets = new ArrayList<>();
        private List<List<String>> pipeline = new ArrayList<>();
        private List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean isWord;
        private boolean isTarget;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private ShellWords read() {
            while (at < text.length()) {
                char c = text.charAt(at);
                switch (c) {
                    case '\'' -> quoted('\'');
                    case '"' -> quoted('"');
                    case '\\' -> escaped();
                    case '`' -> inner("`", 1);
                    case '$' -> dollar();
                    case '<' -> {
                        if (text.startsWith("<(", at)) {
                            nested(2);
                        } else {
                            endWord();
                            at++;
                        }
                    }
                    case '>' -> redirect();
                    case ';', '\n' -> {
                        endPipeline();
                        at++;
                    }
                    case '|', '&' -> operator(c);
                    case '#' -> comment();
                    case ' ', '\t', '\r' -> {
                        endWord();
                        at++;
                    }
                    default -> {
                        word.append(c);
                        isWord = true;
                        at++;
                    }
                }
            }
            endPipeline();
            return new ShellWords(pipelines, inner, targets);
        }

        private void quoted(char quote) {
            isWord = true;
            at++;
            while (at < text.length() && text.charAt(at) != quote) {
                if (quote == '"' && text.startsWith("$(", at)) {
                    nested(2);
                } else if (quote == '"' && text.charAt(at) == '`') {
                    inner("`", 1);
                } else {
                    if (quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length()
                            && "\"\\$`".indexOf(text.charAt(at + 1)) >= 0) {
                        at++;
                    }
                    word.append(text.charAt(at++));
                }
            }
            at++;
        }

        /// Windows paths have backslashes too, and there they are letters.
        private void escaped() {
            isWord = true;
            at++;
            if (at < text.length()) {
                boolean isLetter = Character.isLetterOrDigit(text.charAt(at)) && word.length() > 0
                        && (word.charAt(word.length() - 1) == ':' || word.indexOf("\\") >= 0
                                || word.toString().toUpperCase(Locale.ROOT).startsWith("HK"));
                if (isLetter) {
                    word.append('\\');
                }
                word.append(text.charAt(at++));
            }
        }

        private void dollar() {
            if (text.startsWith("$(", at)) {
                nested(2);
            } else if (text.startsWith("$'", at)) {
                at++;
            } else {
                word.append('$');
                isWord = true;
                at++;
            }
        }

        /// Up to the bracket that closes it.
        private void nested(int opening) {
            int depth = 1;
            int from = at + opening;
            at = from;
            while (at < text.length() && depth > 0) {
                depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
                at++;
            }
            inner.add(text.substring(Math.min(from, text.length()), depth == 0 ? at - 1 : at));
            word.append("$()");
            isWord = true;
        }

        private void inner(String end, int opening) {
            int close = text.indexOf(end, at + opening);
            int to = close < 0 ? text.length() : close;
            inner.add(text.substring(at + opening, to));
            word.append("$()");
            isWord = true;
            at = Math.min(text.length(), to + end.length());
        }

        private void redirect() {
            if (text.startsWith(">(", at)) {
                nested(2);
                return;
            }
            // The number of the stream is no word.
            if (word.toString().matches("[0-9&*]")) {
                word.setLength(0);
                isWord = false;
            }
            endWord();
            while (at < text.length() && ">|".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '&') {
                at++;
                while (at < text.length() && Character.isDigit(text.charAt(at))) {
                    at++;
                }
                if (at < text.length() && text.charAt(at) == '-') {
                    at++;
                }
                return;
            }
            isTarget = true;
        }

        private void operator(char c) {
            if (c == '&' && text.startsWith("&>", at)) {
                at++;
                return;
            }
            boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
            at += twice ? 2 : text.startsWith("|&", at) ? 2 : 1;
            if (c == '|' && !twice) {
                endCommand();
            } else {
                endPipeline();
            }
        }

        private void comment() {
            if (isWord) {
                word.append('#');
                at++;
                return;
            }
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        }

        private void endWord() {
            if (isWord) {
                (isTarget ? targets : words).add(word.toString());
                isTarget = false;
            }
            word.setLength(0);
            isWord = false;
        }

        private void endCommand() {
            endWord();
            if (!words.isEmpty()) {
                pipeline.add(words);
            }
            words = new ArrayList<>();
        }

        private void endPipeline() {
            endCommand();
            if (!pipeline.isEmpty()) {
                pipelines.add(pipeline);
            }
            pipeline = new ArrayList<>();
        }
    }
}
