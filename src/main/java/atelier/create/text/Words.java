package atelier.create.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Values of a brief as words for a prompt.
final class Words {
    private Words() {}

    static String of(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// `es` → `Spanish`, which small models follow better than a code.
    static String language(@Nullable String code) {
        return code == null || code.isBlank() ? "" : Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
    }
}
