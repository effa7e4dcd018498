package atelier.config;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Hands out what was given, read by its type; a wrong text is noted as a mistake and answered with the default, so that
/// the reading goes on and finds the next one.
final class Values {
    private final Given given;

    Values(Given given) {
        this.given = given;
    }

    /// The value of a setting that is always in force.
    <T> T of(Setting<T> setting) {
        T value = given(setting, setting.key());
        return value == null ? defaultOf(setting) : value;
    }

    /// The value of a setting that may be left out, left empty or turned `off`; null when it is.
    <T> @Nullable T find(Setting<T> setting) {
        Entry entry = given.entries().get(setting.key());
        if (entry == null) {
            return setting.defaultText().isEmpty() ? null : defaultOf(setting);
        }
        if (entry.isBlank() || entry.text().equals("off")) {
            sayWhenOff(setting, entry);
            return null;
        }
        return read(setting, setting.key(), entry);
    }

    /// The value of one tier's setting, or `otherwise`.
    <T> T ofTier(Setting<T> setting, String tier, T otherwise) {
        T value = given(setting, setting.key().replace("*", tier));
        return value == null ? otherwise : value;
    }

    /// What cloud models may cost. `off` is wrong here: it could mean no limit or no spending.
    BudgetSettings budget(Setting<BigDecimal> perDay, Setting<BigDecimal> perMonth, String tier) {
        return new BudgetSettings(given(perDay, perDay.key().replace("*", tier)),
                given(perMonth, perMonth.key().replace("*", tier)));
    }

    private <T> @Nullable T given(Setting<T> setting, String key) {
        Entry entry = given.entries().get(key);
        return entry == null || entry.isBlank() ? null : read(setting, key, entry);
    }

    /// Where `setting` was given, for a mistake about it.
    Place placeOf(Setting<?> setting) {
        Entry entry = given.entries().get(setting.key());
        return entry == null ? new Place(Setting.variable(setting.key()), 0) : entry.place();
    }

    private <T> @Nullable T read(Setting<T> setting, String key, Entry entry) {
        Type<T> type = setting.type();
        T value = entry.list() && !type.list() ? null : type.reader().read(entry.text());
        if (value == null) {
            String shown = type.secret() ? "its value" : "`" + entry.text() + "`";
            given.mistake(entry.place(), key, "is wrong: " + shown + " is not " + type.expects(),
                    type.secret()
                            ? "Copy it again, without spaces or quotes inside."
                            : "Write for example " + type.example() + ".");
        }
        return value;
    }

    private void sayWhenOff(Setting<?> setting, Entry entry) {
        if (setting.whenOff() != null && !entry.text().equals("off")) {
            given.warning(setting.whenOff() + ": " + setting.key() + " (" + entry.place() + ") "
                    + (entry.isPlaceholder() ? "still holds the placeholder" : "is empty")
                    + ". Put the real one there, or delete the line.");
        }
    }

    private static <T> T defaultOf(Setting<T> setting) {
        T value = setting.type().reader().read(setting.defaultText());
        if (value == null) {
            throw new IllegalStateException("no usable default: " + setting.key());
        }
        return value;
    }
}
