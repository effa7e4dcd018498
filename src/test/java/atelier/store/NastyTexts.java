package atelier.store;

import java.util.ArrayList;
import java.util.List;

/// Texts that have broken programs: quotes, commands, controls, scripts of all directions, formats, numbers that are none.
final class NastyTexts {
    private static final List<String> SQL = List.of("'", "''", "\"", "`", "\\", "\\'", "';--", "' or '1'='1",
            "\" or 1=1--",
            "'; drop table job; --", "1; delete from account where 1=1", "') union select key from provider_key--",
            "$1", "$$", "$tag$x$tag$", ":name", "::text", "?", "??", "{ts '2026'}", "E'\\n'", "%", "_", "\\%",
            "%s%n%d%x",
            "/* */", "--", "#", ";", "null", "NULL", "nil", "undefined", "true", "false", "select 1", "x'00'", "0x00",
            "pg_sleep(10)", "; shutdown", "<ids>", "<where>", "${jndi:ldap://example.org/a}", "${7*7}", "#{7*7}",
            "{{7*7}}",
            "@@version", "&&", "||", "`id`", "$(id)", "|id", ">&2", "../../etc/passwd", "..\\..\\x",
            "file:///etc/passwd",
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "&lt;&amp;&#0;", "]]>",
            "<!--", "<?xml version=\"1.0\"?>", "%00", "%0d%0aSet-Cookie: a=b", "\\u0000", "\\x00", "\\0",
            "{\"a\":\"b\"}",
            "[1,2", "{\"", "}", "\"]", "a\":\"b", "1e400", "-0", "NaN", "Infinity", "-2147483649",
            "9223372036854775808",
            "0.1e-999", "1,000", "１２３", "½", "Ⅷ", "٣", "con", "AUX.txt", "%n%n%n%n", "%x%x%x", "{0}", "{}",
            "{user.home}");
    private static final List<String> SCRIPTS = List.of("ﷺ", "مرحبا بالعالم", "שלום עולם", "\u202Etxt.exe\u202C",
            "\u2066a\u2069",
            "漢字", "ひらがな", "한국어", "नमस्ते", "ไทย", "Ελληνικά", "Русский", "Ünïcödé", "ß", "İı", "ﬁ", "e\u0301", "\u00E9",
            "Å",
            "\u212B", "a\u0300\u0316\u0317\u0318", "Z̸̢̛a̷l̶g̵o̴", "😀", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪", "🧑🏽‍🚀",
            "𝒳", "𐍈", "\uFFFD", "\uFFFE", "\uFEFFx",
            "\u200B", "\u200D", "\u00AD", "\u2028", "\u2029", "\u0085", "\u00A0", "\u3000", "\u180E", "\uE000",
            "\uDBFF\uDFFF",
            "\u0001", "\u0007", "\b", "\t", "\n", "\r", "\r\n", "\u001B[31mred", "\u007F", " ", "  lead", "trail  ",
            "\ta\t",
            "a\n\n\nb", "\n", "test\u0000nul", "\u0000", "half \uD83D", "\uDE00 half", "\uD83D\uD83D\uDE00");

    private NastyTexts() {}

    static List<String> all() {
        var all = new ArrayList<String>(SQL);
        all.addAll(SCRIPTS);
        for (var sql : SQL.subList(0, 60)) {
            all.add(sql + SCRIPTS.get(all.size() % 30) + sql);
            all.add("x".repeat(300) + sql);
        }
        for (var length : List.of(1, 255, 256, 257, 1023, 4095, 4097, 65_535, 100_000)) {
            all.add("a".repeat(length));
            all.add("😀".repeat(length / 2 + 1));
            all.add("'\\\"".repeat(length / 3 + 1));
        }
        return all;
    }

    /// What is kept of a text.
    static String kept(String text, boolean keepsNul) {
        return text.codePoints().map(c -> (c == 0 && !keepsNul) || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
