package atelier.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A language Atelier speaks.
public enum Language {
    ENGLISH("en", "English", Locale.ENGLISH), GERMAN("de", "Deutsch", Locale.GERMAN), SPANISH("es", "Español",
            Locale.of("es")), FRENCH("fr", "Français", Locale.FRENCH), PORTUGUESE("pt", "Português",
                    Locale.of("pt", "BR")), RUSSIAN("ru", "Русский",
                            Locale.of("ru")), CHINESE("zh", "中文", Locale.SIMPLIFIED_CHINESE);

    private static final Map<String, Language> BY_CODE = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(Language::code, language -> language));

    private final String code;
    private final String itsOwnName;
    private final Locale locale;

    Language(String code, String itsOwnName, Locale locale) {
        this.code = code;
        this.itsOwnName = itsOwnName;
        this.locale = locale;
    }

    /// As in ISO 639-1.
    public String code() {
        return code;
    }

    /// As its speakers call it.
    public String itsOwnName() {
        return itsOwnName;
    }

    /// For numbers, dates and plurals.
    public Locale locale() {
        return locale;
    }

    /// English for a locale whose language is none of ours.
    public static Language of(Locale locale) {
        return BY_CODE.getOrDefault(locale.getLanguage(), ENGLISH);
    }

    /// By its code (`de`, `pt-BR`) or by the name its speakers or English ones give it.
    public static Optional<Language> named(String name) {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(one -> one.code.equals(wanted) || wanted.startsWith(one.code + "-")
                        || one.itsOwnName.toLowerCase(Locale.ROOT).equals(wanted)
                        || one.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
