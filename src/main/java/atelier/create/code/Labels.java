package atelier.create.code;

import java.util.regex.Pattern;

/// The words with which models announce a file, in the languages people ask in.
final class Labels {
    /// "File", "file name", "path" and their like; longer ones first, so that the whole label is taken.
    static final String WORDS = "file\\s?names?|file\\s?path|new file|file|path|dateiname|dateipfad|datei"
            + "|nombre del? (?:archivo|fichero)|archivo|fichero|nom du fichier|fichier|nome do (?:arquivo|ficheiro)"
            + "|arquivo|ficheiro|nome (?:del )?file|nazwa pliku|plik|bestandsnaam|bestand|soubor|filnamn|filnavn|fil"
            + "|tiedosto|dosya ad\u0131|dosya|\u0438\u043C\u044F \u0444\u0430\u0439\u043B\u0430|\u0444\u0430\u0439\u043B"
            + "|\u6587\u4EF6\u540D\u79F0|\u6587\u4EF6\u540D|\u6587\u4EF6\u8DEF\u5F84|\u6587\u4EF6"
            + "|\u6A94\u6848\u540D\u7A31|\u6A94\u540D|\u6A94\u6848|\u30D5\u30A1\u30A4\u30EB\u540D|\u30D5\u30A1\u30A4\u30EB"
            + "|\uD30C\uC77C\uBA85|\uD30C\uC77C \uC774\uB984|\uD30C\uC77C|\u0645\u0644\u0641|t\u00EAn t\u1EC7p|t\u1EC7p";
    private static final String STEPS = "step|file|part|schritt|paso|\u00E9tape|etapa|passo|krok|stap|\u0448\u0430\u0433"
            + "|\u6B65\u9AA4|\u30B9\u30C6\u30C3\u30D7|\uB2E8\uACC4";
    /// What may stand before a name and is no part of it, with the space behind it.
    static final Pattern PREFIX = Pattern.compile("(?iu)(?:(?:" + STEPS + ")\\s?\\d{0,3}\\s?[:.)\\-\uFF1A]"
            + "|\\d{1,3}[.):\u3001]|[-+\u2022]|[@\\\\](?:file|filename|fileoverview)|(?:begin|start)(?: of)?(?: file)?"
            + "|create|title|(?:" + WORDS + ")(?:\\s?\\d{1,3})?)\\s?[:=\uFF1A]?\\s{1,3}");
    /// The same without a space.
    static final Pattern GLUED = Pattern
            .compile("(?iu)(?:" + WORDS + ")(?:\\s?\\d{1,3})?\\s{0,2}(?:[:\uFF1A]|(?=[`\u300C\u201C]))");
    /// Words that make a sentence an introduction of the file it names.
    static final Pattern INTRODUCTION = Pattern.compile(
            "(?iu)\\b(?:save|create|named|called|file|contents?|here is|here's|here are|add|update|updated|in"
                    + "|erstell\\w{0,3}|speicher\\w{0,3}|crea|crear|guarda|cr\u00E9e[rz]?|enregistre[rz]?|crie|salve"
                    + "|\u0441\u043E\u0437\u0434\u0430\\w{0,6}|\u0441\u043E\u0445\u0440\u0430\\w{0,6})\\b"
                    + "|\u521B\u5EFA|\u65B0\u5EFA|\u4FDD\u5B58|\u4F5C\u6210|\uB9CC\uB4E4");
    /// A part of a file that follows an earlier part.
    static final Pattern CONTINUED = Pattern.compile(
            "(?iu)\\((?:continued|cont(?:'d|\\.)?|continuation|fortsetzung|fortgesetzt|suite|continuaci\u00F3n"
                    + "|continua\u00E7\u00E3o|continua|\u7EED|\u7D9A\u304D)[^()]{0,20}\\)");

    /// Words above what a program printed.
    static final Pattern OUTPUT = Pattern.compile(
            "(?iu)\\b(?:outputs?|prints|printed|errors?|says|traceback|warning|ausgabe|fehler|meldet|salida|error"
                    + "|sortie|affiche|erreur|sa\u00EDda|erro|\u0432\u044B\u0432\u043E\u0434|\u043E\u0448\u0438\u0431\u043A\u0430)\\b"
                    + "|\u8F93\u51FA|\u9519\u8BEF|\u51FA\u529B");
    /// A short word of any language, a colon and a marked name.
    static final Pattern ANY_LABEL = Pattern
            .compile(
                    "[\\p{L}\\p{M}][\\p{L}\\p{M} ]{0,25}\\s?[:\uFF1A]\\s?(?:`[^`\\s]{1,150}`|\\*\\*[^*\\s]{1,150}\\*\\*)");

    private Labels() {}
}
