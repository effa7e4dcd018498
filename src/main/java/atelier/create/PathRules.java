package atelier.create;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The single rules behind [SafePath].
final class PathRules {
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$");
    private static final String SIGNS = " ._-+@()[]";
    private static final int MAX_BYTES = 200;

    private PathRules() {}

    static @Nullable String wrongWithWhole(String path) {
        if (path.isBlank()) {
            return "is empty";
        }
        if (path.startsWith("//")) {
            return "is a network path";
        }
        if (path.startsWith("/")) {
            return "is an absolute path";
        }
        if (path.length() > 1 && path.charAt(1) == ':') {
            return "names a drive";
        }
        if (path.endsWith("/")) {
            return "names a folder, not a file";
        }
        return null;
    }

    static @Nullable String wrongWithSegment(String segment) {
        if (segment.equals("..")) {
            return "leads out of its folder";
        }
        if (segment.length() > SafePath.MAX_SEGMENT
                || segment.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return "has a part longer than " + SafePath.MAX_SEGMENT + " characters";
        }
        if (!segment.codePoints().allMatch(PathRules::allowed)) {
            return "has characters that are not allowed in file names";
        }
        if (segment.endsWith(".") || segment.endsWith(" ")) {
            return "has a part that ends in a dot or space";
        }
        if (segment.startsWith(" ") || segment.startsWith("-") || isMark(segment.codePointAt(0))) {
            return "has a part that starts with a space, a hyphen or a loose accent";
        }
        if (isReserved(segment)) {
            return "is a name reserved by Windows";
        }
        return segment.equalsIgnoreCase(".git") ? "reaches into the version control's own folder" : null;
    }

    static SafePath joined(String raw, List<String> segments) {
        if (segments.isEmpty()) {
            return new SafePath.Refused(shown(raw), "names no file");
        }
        if (segments.size() > SafePath.MAX_DEPTH) {
            return new SafePath.Refused(shown(raw), "is nested deeper than " + SafePath.MAX_DEPTH + " folders");
        }
        return new SafePath.Safe(String.join("/", segments));
    }

    static String shown(String raw) {
        var shown = new StringBuilder();
        raw.codePoints().limit(120).map(c -> isPrintable(c) ? c : '\uFFFD').forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean allowed(int c) {
        return SIGNS.indexOf(c) >= 0 || ((Character.isLetterOrDigit(c) || isMark(c)) && !isInvisible(c));
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /// Letters and marks that draw nothing (Unicode: default ignorable), so two names could look the same.
    private static boolean isInvisible(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || (c >= 0x17B4 && c <= 0x17B5)
                || (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static boolean isReserved(String segment) {
        int dot = segment.indexOf('.');
        var base = (dot < 0 ? segment : segment.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        if (RESERVED.contains(base)) {
            return true;
        }
        return base.length() == 4 && (base.startsWith("com") || base.startsWith("lpt"))
                && "0123456789\u00B9\u00B2\u00B3".indexOf(base.charAt(3)) >= 0;
    }
}
