package atelier.create;

import atelier.create.Workbench.Material;
import atelier.language.Sentence;
import java.util.List;
import java.util.Locale;

/// Turns the bytes of what a person sent along into text, or into a sentence why not. Never throws for what the bytes hold.
public sealed interface Materials {
    /// Largest file taken, in bytes.
    int MAX_DOWNLOAD = 20 * 1024 * 1024;
    /// Most text taken from one file or archive, in characters.
    int MAX_TEXT = 2_000_000;

    /// Read.
    ///
    /// @param notes sentences on what was left out; may be empty
    record Texts(List<Material> materials, List<Sentence> notes) implements Materials {
        public Texts {
            materials = List.copyOf(materials);
            notes = List.copyOf(notes);
        }
    }

    /// Not taken; the sentence says what to do.
    record Refused(Sentence what) implements Materials {
        /// In English.
        public String sentence() {
            return what.inEnglish();
        }
    }

    /// @param name file name as the person's device gave it, for display only
    static Materials read(String name, byte[] bytes) {
        var shown = PathRules.shown(name);
        if (bytes.length > MAX_DOWNLOAD) {
            return new Refused(Sentence.of("material.large", "file", shown));
        }
        if (bytes.length == 0) {
            return new Refused(Sentence.of("material.empty", "file", shown));
        }
        if (ZipMaterials.isZip(bytes)) {
            return ZipMaterials.read(shown, bytes);
        }
        var text = PlainText.decode(bytes);
        if (text == null) {
            return new Refused(kind(shown).isEmpty()
                    ? Sentence.of("material.no-text", "file", shown)
                    : Sentence.of("material.no-text.kind", "file", shown, "kind", kind(shown)));
        }
        if (text.length() <= MAX_TEXT) {
            return new Texts(List.of(new Material(shown, text)), List.of());
        }
        return new Texts(List.of(new Material(shown, PlainText.cut(text, MAX_TEXT))),
                List.of(Sentence.of("material.cut", "file", shown)));
    }

    private static String kind(String name) {
        int dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return ending.matches("[a-z0-9]{1,5}") ? ending : "";
    }
}
