package atelier.create.text;

import atelier.create.risk.Commands;
import atelier.create.risk.Risk;
import atelier.create.risk.Verdict;
import atelier.language.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The commands in an analysis, each with the risk that rules and model give it together.
///
/// @param text  the analysis, every command marked
/// @param worst the highest risk; null when no command is suggested
record SuggestedCommands(String text, @Nullable Risk worst) {
    private static final Pattern ITEM = Pattern
            .compile("^\\s{0,8}(?:[-*+]|\\d{1,2}[.)])?\\s{0,4}\\W{0,6}`([^`\\n]{2,2000})`(.*)$");
    private static final Pattern FENCE = Pattern.compile("^\\s{0,3}(?:`{3,8}|~{3,8})\\s{0,3}(\\w{0,20}).*$");
    private static final Pattern HEADING = Pattern.compile("\\s{0,3}(?:#{1,6}\\s|\\*\\*)");
    private static final Pattern STEPS = Pattern.compile("(?iu)command|befehl|comando|команд|命令|fix|next|try|step");
    private static final Set<String> SHELLS = Set.of("", "bash", "sh", "shell", "console", "zsh", "powershell", "ps1",
            "cmd",
            "bat", "sql", "terminal");

    static SuggestedCommands in(String answer, Phrases phrases) {
        return new Reader(phrases).read(answer);
    }

    private static final class Reader {
        private final List<String> out = new ArrayList<>();
        private final Phrases phrases;
        private final RiskWords risks;
        private @Nullable Risk worst;
        private boolean inCommands;

        private Reader(Phrases phrases) {
            this.phrases = phrases;
            this.risks = new RiskWords(phrases);
        }

        private SuggestedCommands read(String answer) {
            var lines = answer.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                var fence = FENCE.matcher(lines[i]);
                if (fence.matches()) {
                    i = block(lines, i, SHELLS.contains(fence.group(1).toLowerCase(Locale.ROOT)));
                    continue;
                }
                if (HEADING.matcher(lines[i]).lookingAt()) {
                    inCommands = STEPS.matcher(lines[i]).find();
                }
                item(lines[i]);
            }
            return new SuggestedCommands(String.join("\n", out).strip(), worst);
        }

        private void item(String line) {
            var item = line.length() < 4_000 ? ITEM.matcher(line) : null;
            if (item == null || !item.matches()) {
                out.add(line);
                return;
            }
            var words = item.group(2);
            var said = risks.in(words);
            boolean named = said.find();
            if (!named && !inCommands) {
                out.add(line);
                return;
            }
            var about = named ? (words.substring(0, said.start()) + words.substring(said.end())) : words;
            add(item.group(1), named ? risks.named(said.group()) : null,
                    about.replaceAll("(?i)\\brisk\\b:?|[\uD83D\uDFE0-\uD83D\uDFE2]|\uD83D\uDD34", "")
                            .replaceAll("\\(\\s{0,3}\\)|\\*\\*\\s{0,3}:?\\*\\*", "")
                            .replaceAll("^[\\s\u2014\u2013\u00B7:,;*()-]{1,20}|[\\s\u2014\u2013\u00B7:,;*(-]{1,20}$",
                                    ""));
        }

        /// A block of commands becomes a list, so that each has its mark.
        private int block(String[] lines, int start, boolean shell) {
            int end = start + 1;
            var command = new StringBuilder();
            while (end < lines.length && !FENCE.matcher(lines[end]).matches()) {
                end++;
            }
            if (!shell || (!inCommands && end - start > 12)) {
                out.addAll(Arrays.asList(lines).subList(start, Math.min(lines.length, end + 1)));
                return end;
            }
            for (int i = start + 1; i < end; i++) {
                var line = lines[i].strip().replaceFirst("^(?:\\$|PS>|PS [^>]{1,60}>|>)\\s", "");
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                command.append(line);
                if (line.endsWith("\\")) {
                    command.append('\n');
                } else {
                    add(command.toString(), null, "");
                    command.setLength(0);
                }
            }
            if (!command.isEmpty()) {
                add(command.toString(), null, "");
            }
            return end;
        }

        private void add(String command, @Nullable Risk said, String about) {
            Verdict verdict = Commands.judge(command, said);
            var known = worst;
            worst = known == null ? verdict.risk() : known.or(verdict.risk());
            var reason = verdict.risk() == Risk.LOW ? null : verdict.reason();
            out.add("- " + verdict.risk().mark() + " " + verdict.risk().word().in(phrases) + " \u00B7 `"
                    + command.replace("\\\n", "") + "`"
                    + (about.isBlank() ? "" : " \u00B7 " + about)
                    + (reason == null ? "" : phrases.say("risk.because", "deed", reason)));
        }
    }
}
