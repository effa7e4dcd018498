package atelier.create.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Judges whole command lines: every part of a chain, what wrappers wrap, what flows into a shell, what is overwritten.
public final class Commands {
    private static final int DEEPEST = 6;
    private static final int LONGEST = 4_000;
    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ksh", "fish", "ash", "python",
            "python3",
            "perl", "ruby", "node", "php", "iex", "invoke-expression", "powershell", "pwsh", "cmd");
    private static final Set<String> WORDS = Set.of("then", "do", "else", "if", "while", "until", "!", "{", "(", "time",
            "nohup", "exec", "command", "builtin", "setsid", "busybox", "&", "elif");
    private static final Pattern SOURCE = Pattern.compile(
            "(?i)^\\(?(?:curl|wget|fetch|aria2c|base64|openssl|xxd|gunzip|zcat|gpg|iwr|irm|invoke-webrequest|invoke-restmethod|new-object)\\b.*|.*downloadstring.*");
    private static final Pattern PROTECTED = Pattern
            .compile("/(?:etc|usr|boot|bin|sbin|lib|root|sys|proc)/.*|[A-Za-z]:\\\\Windows.*");

    private Commands() {}

    /// The higher of what the rules and the model say. A command no rule knows keeps the model's word, but at least medium
    /// when it writes; without a model's word it is medium.
    ///
    /// @param said the model's word, or null
    public static Verdict judge(String command, @Nullable Risk said) {
        if (command.length() > LONGEST) {
            return Verdict.of(Risk.HIGH, "too-long");
        }
        var verdict = line(command, 0);
        if (verdict == null) {
            return new Verdict(said == null ? Risk.MEDIUM : said, null);
        }
        return said != null && said.compareTo(verdict.risk()) > 0 ? new Verdict(said, null) : verdict;
    }

    private static @Nullable Verdict line(String command, int depth) {
        if (depth > DEEPEST) {
            return Verdict.of(Risk.HIGH, "hides-commands");
        }
        Verdict worst = bomb(command);
        var parsed = ShellWords.of(command);
        boolean known = true;
        for (var pipeline : parsed.pipelines()) {
            boolean fed = false;
            boolean foreign = false;
            for (var words : pipeline) {
                var one = words(words, parsed, depth);
                known &= one != null;
                worst = worse(worst, one);
                if (fed && isShell(words)) {
                    worst = worse(worst, foreign
                            ? Verdict.of(Risk.CRITICAL, "runs-foreign-code")
                            : Verdict.of(Risk.HIGH, "runs-output"));
                }
                fed = true;
                foreign |= SOURCE.matcher(String.join(" ", words)).matches();
            }
        }
        for (var inner : parsed.inner()) {
            worst = worse(worst, line(inner, depth + 1));
        }
        for (var target : parsed.targets()) {
            worst = worse(worst, target(target));
        }
        // A mild rule for one part says nothing of a part no rule knows.
        return !known && worst != null && worst.risk() == Risk.LOW ? null : worst;
    }

    private static @Nullable Verdict bomb(String command) {
        return command.replaceAll("\\s", "").contains("(){:|:&};") || command.replaceAll("\\s", "").contains("%0|%0")
                ? Verdict.of(Risk.CRITICAL, "starts-endless-processes")
                : null;
    }

    private static @Nullable Verdict target(String file) {
        if (file.startsWith("/dev/null") || file.equalsIgnoreCase("nul") || file.equals("$null")
                || file.matches("/dev/(?:stdout|stderr|tty)")) {
            return null;
        }
        if (file.matches("/dev/(?:sd|nvme|hd|vd|xvd|mmcblk|disk|mem).*") || file.equals("/proc/sysrq-trigger")) {
            return Verdict.of(Risk.CRITICAL, "overwrites-disk-or-stops");
        }
        return PROTECTED.matcher(file).matches()
                ? Verdict.of(Risk.HIGH, "writes-system-files")
                : Verdict.of(Risk.MEDIUM, "writes-to-file");
    }

    /// One plain command, with wrappers taken off until the command itself stands there.
    private static @Nullable Verdict words(List<String> all, ShellWords parsed, int depth) {
        var words = new ArrayList<>(all);
        Verdict floor = null;
        while (!words.isEmpty()) {
            var first = name(words.getFirst());
            if (WORDS.contains(first) || words.getFirst().matches("[A-Za-z_]\\w*\\+?=.*")) {
                words.removeFirst();
            } else if (first.equals("sudo") || first.equals("doas")) {
                floor = Verdict.of(Risk.MEDIUM, "uses-other-rights");
                words.removeFirst();
                options(words, Set.of("-u", "-g", "-h", "-p", "-C", "-r", "-t", "--user", "--group"));
            } else if (Set.of("env", "nice", "ionice", "timeout", "stdbuf", "xargs", "watch", "parallel")
                    .contains(first)
                    && words.size() > 1) {
                words.removeFirst();
                options(words, Set.of("-n", "-I", "-P", "-L", "-d", "-c", "-s", "-k", "-u", "-i"));
                if (!words.isEmpty() && words.getFirst().matches("[0-9.]+[smhd]?")) {
                    words.removeFirst();
                }
            } else {
                break;
            }
        }
        if (words.isEmpty()) {
            return floor == null ? worseRule(all) : floor;
        }
        return worse(floor, worse(plain(words), within(words, parsed, depth)));
    }

    private static @Nullable Verdict worseRule(List<String> all) {
        return Rules.of(String.join(" ", all)).orElse(null);
    }

    private static void options(List<String> words, Set<String> withValue) {
        while (!words.isEmpty() && words.getFirst().startsWith("-")) {
            var option = words.removeFirst();
            if (withValue.contains(option) && !words.isEmpty()) {
                words.removeFirst();
            }
            if (option.equals("--")) {
                return;
            }
        }
    }

    private static @Nullable Verdict plain(List<String> words) {
        var copy = new ArrayList<>(words);
        copy.set(0, name(copy.getFirst()));
        return Rules.of(String.join(" ", copy).replaceFirst("^\\(+", "").replaceFirst("(?<!\\()\\)+$", ""))
                .orElse(null);
    }

    /// Commands handed to another command as words.
    private static @Nullable Verdict within(List<String> words, ShellWords parsed, int depth) {
        var first = name(words.getFirst());
        Verdict worst = null;
        if (SHELLS.contains(first)) {
            for (int i = 1; i < words.size(); i++) {
                var option = words.get(i).toLowerCase(Locale.ROOT);
                if (option.matches("-enc\\w*")) {
                    worst = worse(worst, Verdict.of(Risk.CRITICAL, "runs-hidden-code"));
                } else if (option.matches("-\\w*c|/c|/k|-command|-e|-exec") && i + 1 < words.size()) {
                    worst = worse(worst, line(String.join(" ", words.subList(i + 1, words.size())), depth + 1));
                }
            }
            boolean foreign = parsed.inner().stream().anyMatch(inner -> SOURCE.matcher(inner.strip()).matches())
                    || SOURCE.matcher(String.join(" ", words.subList(1, words.size()))).matches();
            if (foreign) {
                worst = worse(worst, Verdict.of(Risk.CRITICAL, "runs-foreign-code"));
            }
        }
        if (Set.of("eval", "source", ".").contains(first)
                && parsed.inner().stream().anyMatch(inner -> SOURCE.matcher(inner.strip()).matches())) {
            worst = worse(worst, Verdict.of(Risk.CRITICAL, "runs-foreign-code"));
        }
        if (first.equals("eval")) {
            worst = worse(worst, line(String.join(" ", words.subList(1, words.size())), depth + 1));
        }
        int exec = words.indexOf("-exec") >= 0 ? words.indexOf("-exec") : words.indexOf("-execdir");
        int dashes = words.indexOf("--");
        if (first.equals("find") && exec > 0) {
            worst = worse(worst, line(quoted(words.subList(exec + 1, words.size())), depth + 1));
        } else if (dashes > 0 && Set.of("kubectl", "oc", "docker", "npx").contains(first)) {
            worst = worse(worst, line(quoted(words.subList(dashes + 1, words.size())), depth + 1));
        } else if (first.equals("ssh")
                || ((first.equals("docker") || first.equals("podman")) && words.contains("exec"))) {
            worst = worse(worst, remote(words, depth));
        }
        return worst;
    }

    /// The command after the machine's or container's name, when there is one.
    private static @Nullable Verdict remote(List<String> words, int depth) {
        var rest = new ArrayList<>(words.subList(words.contains("exec") ? words.indexOf("exec") + 1 : 1, words.size()));
        options(rest, Set.of("-i", "-p", "-l", "-o", "-F", "-e", "-u", "-w"));
        return rest.size() > 1 ? line(String.join(" ", rest.subList(1, rest.size())), depth + 1) : null;
    }

    private static String quoted(List<String> words) {
        return words.stream().filter(word -> !word.equals(";") && !word.equals("+"))
                .map(word -> "'" + word.replace("'", "") + "'").reduce((one, other) -> one + " " + other).orElse("");
    }

    private static boolean isShell(List<String> words) {
        return words.stream().map(Commands::name).filter(word -> !word.equals("sudo")).limit(1)
                .anyMatch(SHELLS::contains);
    }

    /// Without its folder: `/bin/rm` is `rm`, `\rm` too.
    private static String name(String word) {
        var plain = word.replaceFirst("^\\(+", "");
        if (plain.startsWith("/etc/init.d/")) {
            return plain;
        }
        int slash = plain.startsWith("./") ? -1 : Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\'));
        var name = plain.substring(slash + 1);
        return name.isEmpty() ? plain : name.replaceFirst("(?i)\\.exe$", "");
    }

    private static @Nullable Verdict worse(@Nullable Verdict one, @Nullable Verdict other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.or(other);
    }
}
