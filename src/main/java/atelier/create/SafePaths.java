package atelier.create;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Hands out safe paths that stay distinct on a disk that ignores case. One instance a set of files; not thread-safe.
public final class SafePaths {
    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    /// Judges `raw`; a safe path that collides with an earlier one, or with a folder, gets a number.
    public SafePath claim(String raw) {
        return switch (SafePath.of(raw)) {
            case SafePath.Safe(var path) -> new SafePath.Safe(distinct(path));
            case SafePath.Refused refused -> refused;
        };
    }

    private String distinct(String path) {
        var free = path;
        for (int number = 2; taken(fold(free)); number++) {
            free = numbered(path, number);
        }
        var folded = fold(free);
        files.add(folded);
        for (int slash = folded.indexOf('/'); slash > 0; slash = folded.indexOf('/', slash + 1)) {
            folders.add(folded.substring(0, slash));
        }
        return free;
    }

    private boolean taken(String folded) {
        return files.contains(folded) || folders.contains(folded) || blockedAbove(folded);
    }

    /// The number goes before the ending, and into the first segment when that one is an earlier file.
    private String numbered(String path, int number) {
        int first = path.indexOf('/');
        if (first > 0 && blockedAbove(fold(path))) {
            return fitted(path.substring(0, first), "_" + number) + path.substring(first);
        }
        int name = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        int end = dot > name ? dot : path.length();
        return path.substring(0, name) + fitted(path.substring(name, end), "_" + number + path.substring(end));
    }

    private boolean blockedAbove(String folded) {
        for (int slash = folded.indexOf('/'); slash > 0; slash = folded.indexOf('/', slash + 1)) {
            if (files.contains(folded.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    private static String fitted(String stem, String suffix) {
        int room = Math.max(1, SafePath.MAX_SEGMENT - suffix.length());
        int cut = Math.min(stem.length(), room);
        if (cut < stem.length() && Character.isHighSurrogate(stem.charAt(cut - 1))) {
            cut--;
        }
        return stem.substring(0, cut) + suffix;
    }

    private static String fold(String path) {
        return path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
