package atelier.create;

import atelier.language.Sentence;
import java.text.Normalizer;
import java.util.ArrayList;

/// A file name from a hostile source, judged.
///
/// A safe path is relative, uses `/`, is in normal form C, and consists of letters, digits and a few harmless signs; it
/// means the same on Linux, macOS and Windows and cannot leave the folder it is resolved under.
public sealed interface SafePath {
    /// Longest segment, in characters.
    int MAX_SEGMENT = 100;
    /// Most segments.
    int MAX_DEPTH = 8;

    /// Good to use.
    record Safe(String path) implements SafePath {}

    /// Not to be used.
    ///
    /// @param path as it came, cut to a sane length, without control characters
    /// @param why  short words such as `leads out of its folder`
    record Refused(String path, Sentence why) implements SafePath {
        /// In English, for models and logs.
        public String reason() {
            return why.inEnglish();
        }
    }

    /// Judges `raw`. Never throws.
    static SafePath of(String raw) {
        if (raw.length() > MAX_DEPTH * (MAX_SEGMENT + 1) * 2) {
            return new Refused(PathRules.shown(raw), Sentence.of("check.path.long"));
        }
        var slashed = Normalizer.normalize(raw, Normalizer.Form.NFC).replace('\\', '/');
        var wrong = PathRules.wrongWithWhole(slashed);
        if (wrong != null) {
            return new Refused(PathRules.shown(raw), wrong);
        }
        var segments = new ArrayList<String>();
        for (var segment : slashed.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".")) {
                continue;
            }
            var reason = PathRules.wrongWithSegment(segment);
            if (reason != null) {
                return new Refused(PathRules.shown(raw), reason);
            }
            segments.add(segment);
        }
        return PathRules.joined(raw, segments);
    }
}
