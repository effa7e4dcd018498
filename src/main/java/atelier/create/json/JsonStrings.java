package atelier.create.json;

/// The strings in JSON as models write it.
final class JsonStrings {
    /// How far is looked ahead to tell whether a quote ends a string.
    private static final int REACH = 200;

    private final String text;
    private final boolean sloppy;

    /// @param sloppy whether quotes within strings may lack their backslash
    JsonStrings(String text, boolean sloppy) {
        this.text = text;
        this.sloppy = sloppy;
    }

    /// @param closed whether its end was there
    record Read(String text, int end, boolean closed) {}

    /// The string whose quote stands at `at`.
    Read read(int at, boolean key) {
        char quote = text.charAt(at);
        boolean triple = quote != '`' && text.startsWith(String.valueOf(quote).repeat(3), at);
        int width = triple ? 3 : 1;
        var value = new StringBuilder();
        int i = at + width;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                i = escape(i, quote, value);
            } else if (c == quote && ends(i, quote, triple, key)) {
                return new Read(value.toString(), i + width, true);
            } else {
                value.append(c);
                i++;
            }
        }
        return new Read(value.toString(), text.length(), false);
    }

    private boolean ends(int at, char quote, boolean triple, boolean key) {
        if (triple) {
            return text.startsWith(String.valueOf(quote).repeat(3), at);
        }
        if (!sloppy) {
            return true;
        }
        int next = skip(at + 1);
        if (next >= text.length()) {
            return true;
        }
        char c = text.charAt(next);
        if (key) {
            return c == ':';
        }
        if (c == '}' || c == ']') {
            int after = skip(next + 1);
            return after >= text.length() || ",}]`".indexOf(text.charAt(after)) >= 0;
        }
        return c == ',' && continues(skip(next + 1));
    }

    /// Whether what follows a comma is the next key, object or end.
    private boolean continues(int at) {
        if (at >= text.length() || "}]{[".indexOf(text.charAt(at)) >= 0) {
            return true;
        }
        char quote = text.charAt(at);
        int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1, Math.min(text.length(), at + REACH)) : -1;
        int after = end < 0 ? -1 : skip(end + 1);
        return after >= 0 && after < text.length() && text.charAt(after) == ':';
    }

    private int skip(int from) {
        int at = from;
        while (at < text.length() && at < from + REACH && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /// The position behind the escape. What is no escape keeps its backslash: it is a pattern's.
    private int escape(int at, char quote, StringBuilder value) {
        if (at + 1 >= text.length()) {
            return at + 1;
        }
        char c = text.charAt(at + 1);
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case '"', '\\', '/', '\'', '\n' -> value.append(c);
            case 'u' -> {
                return unicode(at, value);
            }
            default -> {
                if (quote != '`' || (c != '`' && c != '$')) {
                    value.append('\\');
                }
                value.append(c);
            }
        }
        return at + 2;
    }

    private int unicode(int at, StringBuilder value) {
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            if (i >= text.length()) {
                return text.length();
            }
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                value.append("\\u");
                return at + 2;
            }
            code = code * 16 + digit;
        }
        value.append((char) code);
        return at + 6;
    }
}
