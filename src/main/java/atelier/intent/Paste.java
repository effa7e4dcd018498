package atelier.intent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells what a person pasted (code, a log) from what they say about it.
///
/// @param kind  what was pasted, or null
/// @param prose the words around it
record Paste(Situation.@Nullable File kind, String prose) {
    private static final int MOST_LINES = 400;
    private static final int MOST_OF_A_LINE = 400;
    private static final List<String> LOG_SIGNS = List.of("Exception in thread", "Traceback (most recent", "npm ERR!",
            "Error response", "ERR_",
            "Caused by:", "Segmentation fault", "panic:", "BUILD FAILURE", "core dumped", "command not found",
            "Connection refused", "connection refused", "No such file or directory", "error[E", "Permission denied",
            "exit code", "exited with code", "ModuleNotFoundError", "undefined reference", "FATAL", "fatal:",
            "stacktrace",
            "OutOfMemoryError", "goroutine ", "[ERROR]", "[WARN]", "[INFO]", "Uncaught TypeError", "SyntaxError:",
            "TypeError:", "ReferenceError:", "ImportError:", "ValueError:", "KeyError:", "Exception:", "Killed process",
            "E: Unable", "gyp ERR!", "error TS", "make: ***", "dmesg", "systemd[", "kernel:", "thread 'main' panicked");
    private static final List<String> LEVELS = List.of(" ERROR", " WARN", " INFO", " DEBUG", " CRITICAL", " SEVERE",
            "ERROR:", "WARNING:", "error:", "warning:", "ERROR ", "WARN ");
    private static final List<String> CODE_STARTS = List.of("def ", "function ", "const ", "let ", "var ", "import ",
            "from ", "public ", "private ", "protected ", "static ", "#include", "using ", "for (", "for(", "if (",
            "if(",
            "while (", "while(", "return ", "fn ", "func ", "package ", "struct ", "async ", "@", "} ", "});", "//",
            "/*",
            "<?php", "<!DOCTYPE", "<html", "<div", "SELECT ", "INSERT INTO ", "CREATE TABLE ", "UPDATE ", "print(",
            "console.log(", "int main", "#!/", "elif ", "else:", "try:", "except ", "val ", "impl ", "use ", "class ",
            "export ", "echo ", "end", "void ", "int ", "self.", "System.out");

    static Paste in(String text) {
        int fence = text.indexOf("```");
        if (fence >= 0) {
            return fenced(text, fence);
        }
        var prose = new StringBuilder();
        int code = 0;
        int log = 0;
        int strongLog = 0;
        int seen = 0;
        for (var whole : (Iterable<String>) text.lines().limit(MOST_LINES)::iterator) {
            var line = whole.length() > MOST_OF_A_LINE ? whole.substring(0, MOST_OF_A_LINE) : whole;
            boolean isStrongLog = isStrongLog(line);
            if (isStrongLog || isLog(line)) {
                log++;
                strongLog += isStrongLog ? 1 : 0;
            } else if (isCode(line, seen > 0)) {
                code++;
            } else {
                prose.append(line).append('\n');
            }
            seen++;
        }
        if (log > 0 && log >= code && (log > 1 || strongLog > 0)) {
            return new Paste(Situation.File.LOG, prose.toString());
        }
        if (code > 1 || (code == 1 && code * 3 >= seen)) {
            // One line may hold both the code and what is asked of it.
            return new Paste(Situation.File.CODE, seen == 1 ? text : prose.toString());
        }
        return new Paste(null, text);
    }

    private static Paste fenced(String text, int open) {
        int close = text.indexOf("```", open + 3);
        var inside = close < 0 ? text.substring(open + 3) : text.substring(open + 3, close);
        var prose = text.substring(0, open) + "\n" + (close < 0 ? "" : text.substring(close + 3));
        long log = inside.lines().limit(MOST_LINES).filter(line -> isStrongLog(line) || isLog(line)).count();
        long lines = inside.lines().limit(MOST_LINES).filter(line -> !line.isBlank()).count();
        return new Paste(log * 2 >= Math.max(1, lines - 1) ? Situation.File.LOG : Situation.File.CODE, prose);
    }

    private static boolean isStrongLog(String line) {
        var trimmed = line.strip();
        return (trimmed.startsWith("at ") && trimmed.endsWith(")") && trimmed.indexOf('(') > 3)
                || trimmed.startsWith("error: ") || trimmed.startsWith("Error: ")
                || LOG_SIGNS.stream().anyMatch(line::contains);
    }

    private static boolean isLog(String line) {
        return (startsWithTime(line.strip()) && line.length() > 20) || (LEVELS.stream().anyMatch(line::contains)
                && line.chars().filter(c -> c == ':' || c == '[' || Character.isDigit(c)).count() > 2);
    }

    private static boolean startsWithTime(String line) {
        var head = line.startsWith("[") ? line.substring(1) : line;
        return head.length() > 10 && Character.isDigit(head.charAt(0)) && Character.isDigit(head.charAt(1))
                && ((head.charAt(2) == ':' && head.charAt(5) == ':')
                        || (head.charAt(4) == '-' && head.charAt(7) == '-'));
    }

    private static boolean isCode(String line, boolean later) {
        var trimmed = line.strip();
        if (trimmed.length() < 3) {
            return trimmed.equals("}") || trimmed.equals("{") || trimmed.equals(");");
        }
        char last = trimmed.charAt(trimmed.length() - 1);
        boolean symbols = trimmed.indexOf('(') > 0 || trimmed.indexOf('=') > 0 || trimmed.indexOf('{') >= 0
                || trimmed.indexOf('<') >= 0;
        boolean starts = CODE_STARTS.stream().anyMatch(trimmed::startsWith);
        if (starts && (symbols || last == ';' || last == ':')) {
            return true;
        }
        boolean ends = last == ';' || last == '{' || last == '}';
        if (later && (last == ';' || last == '{' || (starts && trimmed.split(" ", 5).length <= 4))) {
            return true;
        }
        boolean indented = later && line.startsWith("    ");
        return (symbols && (ends || indented || trimmed.contains("=>"))) || trimmed.startsWith("</")
                || (trimmed.startsWith("SELECT ") && trimmed.contains(" FROM "));
    }
}
