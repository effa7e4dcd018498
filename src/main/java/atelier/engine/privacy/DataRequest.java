package atelier.engine.privacy;

import atelier.language.Language;
import atelier.language.Phrases;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What somebody wants done with their data.
enum DataRequest {
    /// To know what can be done.
    LOOK, EXPORT,
    /// To delete it: asked first.
    DELETE,
    /// The confirming word was typed.
    CONFIRMED,
    /// Another word was.
    UNCONFIRMED,
    /// To leave it as it is.
    KEEP;

    /// What an unanswered question begins with.
    static final String CONFIRM = "/mydata delete confirm";

    private static final Pattern DELETING = Pattern
            .compile(
                    "(?iu)\\b(?:delete|erase|remove|wipe|lösch\\w*|entfern\\w*|borra\\w*|elimina\\w*|supprim\\w*|efface\\w*"
                            + "|apag\\w*|exclu\\w*|удали\\w*|сотри\\w*|стере\\w*)|删除|清除|抹掉");
    private static final Pattern EXPORTING = Pattern
            .compile(
                    "(?iu)\\b(?:export\\w*|download\\w*|copy|herunterlad\\w*|kopie|descarg\\w*|copia|télécharg\\w*|copie"
                            + "|baix\\w*|cópia|экспорт\\w*|выгруз\\w*|скача\\w*|копи\\w*)|导出|下载|副本");

    static DataRequest of(String request) {
        var words = request.strip();
        if (words.toLowerCase(Locale.ROOT).startsWith("delete confirm")) {
            return isWord(words.substring("delete confirm".length())) ? CONFIRMED : UNCONFIRMED;
        }
        if (isWord(words) || (words.toLowerCase(Locale.ROOT).startsWith("delete ")
                && isWord(words.substring("delete ".length())))) {
            return CONFIRMED;
        }
        if (words.equals("keep")) {
            return KEEP;
        }
        return DELETING.matcher(words).find() ? DELETE : EXPORTING.matcher(words).find() ? EXPORT : LOOK;
    }

    /// In whatever language it is typed.
    private static boolean isWord(String typed) {
        var plain = typed.replaceAll("[\\p{P}*]", "").strip().toLowerCase(Locale.ROOT);
        return Stream.of(Language.values())
                .anyMatch(language -> Phrases.of(language).say("privacy.delete.word").equals(plain));
    }
}
