package atelier.create;

import atelier.language.Sentence;
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

    static @Nullable Sentence wrongWithWhole(String path) {
        if (path.isBlank()) {
            return Sentence.of("check.path.empty");
        }
        if (path.startsWith("//")) {
            return Sentence.of("check.path.network");
        }
        if (path.startsWith("/")) {
            return Sentence.of("check.path.absolute");
        }
        if (path.length() > 1 && path.charAt(1) == ':') {
            return Sentence.of("check.path.drive");
        }
        if (path.endsWith("/")) {
            return Sentence.of("check.path.folder");
        }
        return null;
    }

    static @Nullable Sentence wrongWithSegment(String segment) {
        if (segment.equals("..")) {
            return Sentence.of("check.path.out");
        }
        if (segment.length() > SafePath.MAX_SEGMENT
                || segment.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Sentence.of("check.path.part", "most", SafePath.MAX_SEGMENT);
        }
        if (!segment.codePoints().allMatch(PathRules::allowed)) {
            return Sentence.of("check.path.signs");
        }
        if (segment.endsWith(".") || segment.endsWith(" ")) {
            return Sentence.of("check.path.end");
        }
        if (segment.startsWith(" ") || segment.startsWith("-") || isMark(segment.codePointAt(0))) {
            return Sentence.of("check.path.start");
        }
        if (isReserved(segment)) {
            return Sentence.of("check.path.reserved");
        }
        return segment.equalsIgnoreCase(".git") ? Sentence.of("check.path.git") : null;
    }

    static SafePath joined(String raw, List<String> segments) {
        if (segments.isEmpty()) {
            return new SafePath.Refused(shown(raw), Sentence.of("check.path.none"));
        }
        if (segments.size() > SafePath.MAX_DEPTH) {
            return new SafePath.Refused(shown(raw), Sentence.of("check.path.deep", "most", SafePath.MAX_DEPTH));
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
