package atelier.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Atelier's own sentences in one language.
///
/// A key is `area.name`; the area names the folder of bundles it stands in. The sentences are
/// [message patterns](https://unicode-org.github.io/icu/userguide/format_parse/messages/) with named arguments, so that
/// plurals, numbers and dates come out as the language has them.
public final class Phrases {
    private static final Map<Language, Phrases> ALL = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            ALL.put(language, new Phrases(language));
        }
    }

    private final Language language;
    private final Map<String, Map<String, String>> areas = new ConcurrentHashMap<>();

    private Phrases(Language language) {
        this.language = language;
    }

    /// In the language of this locale, or in English if we don't speak it.
    public static Phrases of(Locale locale) {
        return of(Language.of(locale));
    }

    public static Phrases of(Language language) {
        var phrases = ALL.get(language);
        if (phrases == null) {
            throw new IllegalStateException("no phrases in " + language);
        }
        return phrases;
    }

    public Language language() {
        return language;
    }

    /// The sentence of this key.
    ///
    /// @param namesAndValues the name of an argument, its value, the next name, and so on; a value is a text, a number
    ///                       or a [ZonedDateTime]
    /// @throws IllegalArgumentException if there is no such key, or a name without a value
    public String say(String key, Object... namesAndValues) {
        var pattern = pattern(key);
        // Most sentences are words alone; those need no formatter.
        if (namesAndValues.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        return new MessageFormat(pattern, ULocale.forLocale(language.locale())).format(named(key, namesAndValues));
    }

    private String pattern(String key) {
        var area = key.substring(0, Math.max(0, key.indexOf('.')));
        var ours = areas.computeIfAbsent(area, name -> Bundles.read(name, language)).get(key);
        if (ours != null) {
            return ours;
        }
        if (language == Language.ENGLISH) {
            throw new IllegalArgumentException("no sentence for '" + key + "'");
        }
        return of(Language.ENGLISH).pattern(key);
    }

    private static Map<String, Object> named(String key, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value for '" + key + "'");
        }
        var named = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            named.put((String) namesAndValues[i],
                    namesAndValues[i + 1] instanceof ZonedDateTime at ? calendar(at) : namesAndValues[i + 1]);
        }
        return named;
    }

    private static Calendar calendar(ZonedDateTime at) {
        var calendar = Calendar.getInstance(TimeZone.getTimeZone(at.getZone().getId()), ULocale.ROOT);
        calendar.setTimeInMillis(at.toInstant().toEpochMilli());
        return calendar;
    }
}
