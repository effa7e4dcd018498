package atelier.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One row of the table in [Settings].
///
/// @param <T>          what it is once read
/// @param key          dotted, as nested in `config.yml`; a `*` stands for a name the operator chooses
/// @param type         how its text is read
/// @param defaultText  what holds when nothing is given; empty where nothing is in force then
/// @param description  for the example file: what it does, in plain words
/// @param whenOff      what to say once when the key stands there without a real value; null to say nothing
record Setting<T>(String key, Type<T> type, String defaultText, String description, @Nullable String whenOff) {
    private static final String PREFIX = "ATELIER_";

    Setting(String key, Type<T> type, String defaultText, String description) {
        this(key, type, defaultText, description, null);
    }

    Setting<T> sayingWhenOff(String sentence) {
        return new Setting<>(key, type, defaultText, description, sentence);
    }

    /// Whether `actual` is this key, or fits its `*`.
    boolean covers(String actual) {
        int star = key.indexOf('*');
        if (star < 0) {
            return key.equals(actual);
        }
        String before = key.substring(0, star);
        String after = key.substring(star + 1);
        return actual.length() > before.length() + after.length()
                && actual.startsWith(before)
                && actual.endsWith(after)
                && actual.indexOf('.', before.length()) == actual.length() - after.length();
    }

    /// The key `variable` overrides when it belongs to this setting, else null.
    @Nullable
    String keyOf(String variable) {
        int star = key.indexOf('*');
        if (star < 0) {
            return variable.equals(variable(key)) ? key : null;
        }
        String before = variable(key.substring(0, star));
        String after = upper(key.substring(star + 1));
        if (variable.length() <= before.length() + after.length() || !variable.startsWith(before)
                || !variable.endsWith(after)) {
            return null;
        }
        String name = variable.substring(before.length(), variable.length() - after.length());
        return key.replace("*", name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// The environment variable that overrides `key`.
    static String variable(String key) {
        return PREFIX + upper(key);
    }

    private static String upper(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
