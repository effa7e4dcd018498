package atelier.create.code;

import java.util.regex.Pattern;

/// Comments by which a model says that it left something out: "the rest stays the same".
final class Elision {
    private static final Pattern MARK = Pattern.compile(
            "(?iu)\\s{0,200}(?://|#|/\\*|<!--|--|;|\\{/\\*|\\*|%|\"\"\")\\s{0,4}(?:"
                    + "(?:\\.{3}|\u2026|\\[?\\(?\\.{3}).{0,60}"
                    + "(?:existing|rest\\b|remain|unchanged|same|previous|other|earlier|omitted|before|above"
                    + "|bestehend|unver\u00E4ndert|restlich|\u00FCbrig|wie (?:oben|zuvor)|resto|igual|sin cambios|existente"
                    + "|reste|inchang|identique|\u5176\u4F59|\u4E0D\u53D8|\u4FDD\u6301|\u7701\u7565|\u5176\u4ED6"
                    + "|\u043E\u0441\u0442\u0430\u043B\u044C\u043D|\u0431\u0435\u0437 \u0438\u0437\u043C\u0435\u043D).{0,100}"
                    + "|(?:the |your )?(?:rest|remainder) of (?:the |your )?\\w{1,20}.{0,80}"
                    + "|(?:the )?(?:existing|previous|other|remaining) (?:code|imports?|methods?|functions?|content|styles?"
                    + "|routes?)\\b.{0,40}(?:\\.{3}|\u2026|here|unchanged|same).{0,40}"
                    + "|.{0,60}\\b(?:remains?|stays?) (?:the same|unchanged|as (?:is|before)).{0,40}"
                    + "|.{0,40}(?:bleibt|bleiben) (?:gleich|unver\u00E4ndert|wie ).{0,40})");

    private Elision() {}

    /// Whether `content` leaves out what an earlier version has.
    static boolean in(String content) {
        for (int start = 0; start < content.length();) {
            int end = content.indexOf('\n', start);
            end = end < 0 ? content.length() : end;
            if (end - start > 5 && end - start < 220 && MARK.matcher(content.substring(start, end)).matches()) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }
}
