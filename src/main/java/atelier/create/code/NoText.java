package atelier.create.code;

import atelier.language.Sentence;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a text cannot be the content of, and content that is no text.
final class NoText {
    private static final Set<String> BINARY = Set.of("png", "jpg", "jpeg", "gif", "ico", "webp", "bmp", "tiff", "mp3",
            "wav", "ogg", "flac", "mp4", "webm", "zip", "gz", "tar", "7z", "jar", "class", "exe", "dll", "so", "dylib",
            "pdf", "woff", "woff2", "ttf", "otf", "pyc", "bin", "sqlite", "db", "o", "a", "wasm");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]{160,}+");
    private static final int SOME = 4;

    private NoText() {}

    /// Why the file cannot be taken; null when it can.
    static @Nullable Sentence reason(String path, String content) {
        var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (BINARY.contains(ending)) {
            return Sentence.of("check.text.kind");
        }
        int controls = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            boolean control = c < ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f' && c != 0x1B;
            controls += control ? 1 : 0;
            if (c == 0 || controls > SOME) {
                return Sentence.of("check.text.binary");
            }
        }
        return isBase64(content) ? Sentence.of("check.text.base64") : null;
    }

    /// Long lines without a space, in capitals, small letters and digits.
    private static boolean isBase64(String content) {
        if (content.length() < 160 || content.lines().limit(3).anyMatch(line -> line.indexOf(' ') >= 0)
                || (content.indexOf('\n') < 60 && content.indexOf('\n') >= 0)) {
            return false;
        }
        return BASE64.matcher(content).matches() && content.chars().anyMatch(Character::isUpperCase)
                && content.chars().anyMatch(Character::isLowerCase) && content.chars().anyMatch(Character::isDigit)
                && content.chars().distinct().count() > 30;
    }
}
