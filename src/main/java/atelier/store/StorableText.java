package atelier.store;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Texts as the databases take them: halves of characters, and NUL where it is not kept, become U+FFFD. So nobody's message fails for
/// them, whichever way they came in.
final class StorableText extends AbstractArgumentFactory<String> {
    private static final int INSTEAD = 0xFFFD;
    private final boolean keepsNul;

    StorableText(boolean keepsNul) {
        super(Types.VARCHAR);
        this.keepsNul = keepsNul;
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
        var text = storable(value);
        return (position, statement, context) -> statement.setString(position, text);
    }

    private String storable(String text) {
        return isStorable(text)
                ? text
                : text.codePoints().map(c -> isStorable(c) ? c : INSTEAD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /// A stream would cost more than all else that is done with most texts.
    private boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isStorable(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isStorable(int character) {
        return (character != 0 || keepsNul)
                && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }
}
