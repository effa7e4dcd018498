package atelier.adapter.telegram;

import atelier.chat.OutgoingFile;
import java.util.Locale;

/// How a file is sent so that people can look at it or play it where they are.
enum FileKind {
    PHOTO, VOICE, AUDIO, DOCUMENT;

    private static final long LARGEST_PHOTO = 10_000_000;

    static FileKind of(OutgoingFile file) {
        return switch (file.mediaType().toLowerCase(Locale.ROOT).split(";", 2)[0].strip()) {
            case "image/png", "image/jpeg" -> file.bytes() <= LARGEST_PHOTO ? PHOTO : DOCUMENT;
            case "audio/ogg", "audio/opus" -> VOICE;
            case "audio/mpeg", "audio/mp4", "audio/x-m4a" -> AUDIO;
            default -> DOCUMENT;
        };
    }

    /// A name that survives as a part of a request.
    static String safeName(String name) {
        var safe = name.replaceAll("[\\p{Cntrl}\"/\\\\]", "_").strip();
        return safe.isEmpty() ? "file" : safe;
    }
}
