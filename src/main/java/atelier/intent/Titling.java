package atelier.intent;

import java.util.regex.Pattern;

/// Words that give a conversation another title, whatever was talked about in it.
final class Titling {
    private static final String NOUN = "(?:conversation|chat|discussion|thread|unterhaltung|gespräch|konversation|conversación|charla|conversa"
            + "|разговор|беседу|беседы|диалог|чат|разговора|диалога|чата)";
    /// Up to two little words, such as “of this”.
    private static final String LITTLE = "(?:\\p{L}{1,9}\\s){0,2}?";
    private static final Pattern WISH = Pattern.compile("(?iuU)^.{0,25}?(?:"
            + "\\b(?:rename|benenne|renombra|renomme[rz]?|renomeie|renomeia|переименуй(?:те)?)\\s" + LITTLE + NOUN
            + "\\s(?:um\\sin|to|in|as|a|en|como|para|в)\\s"
            + "|\\b(?:change|ändere|cambia|mude|muda|altere|измени)\\s" + LITTLE
            + "(?:title|name|titel|namen|título|nombre|titre|nom|nome|название|имя)\\s" + LITTLE + NOUN
            + "\\s(?:to|auf|in|zu|a|en|por|pour|para|на|в)\\s"
            + "|\\b(?:call|name|title|nenne|llama|appelle|nomme|chame|назови)\\s(?:\\p{L}{1,9}\\s){1,2}?" + NOUN + "\\s"
            + "|(?:对话|会话|聊天)\\s?(?:重命名|改名|命名)(?:为|成)|(?:对话|会话|聊天)的(?:名字|名称|标题)改(?:为|成)"
            + ")\\s{0,3}\\S.{0,199}$");

    /// What has a name in a program.
    private static final String THING = "(?:class|function|method|file|variable|table|field|column|module|component|struct"
            + "|interface|package|widget|klasse|funktion|methode|datei|tabelle|feld|spalte|modul|komponente|clase|función"
            + "|método|archivo|tabla|campo|columna|módulo|classe|fonction|méthode|fichier|champ|colonne|função|arquivo"
            + "|tabela|coluna|класса?|функци[яюи]|метода?|файла?|переменн(?:ая|ую|ой)|таблиц[ауы]|пол[ея]|модул[ья])";
    private static final Pattern OF_CODE = Pattern
            .compile("(?iuU)^.{0,25}?\\b(?:rename|change|benenne|ändere|renombra|cambia"
                    + "|renomme[rz]?|renomeie|renomeia|mude|muda|переименуй(?:те)?|измени)\\s.{0,30}?(?:\\b" + THING
                    + "\\s(?:\\p{L}{1,4}\\s){0,2}\\W?" + NOUN + "\\b|\\b" + NOUN + "\\W{0,2}" + THING + "\\b).*"
                    + "|.{0,25}?\\b(?:call|name)\\sthe\\s" + NOUN + "\\W{0,2}" + THING
                    + "\\b.*|.{0,25}?(?:对话|会话|聊天)\\s?(?:类|函数|方法|文件|变量|表|字段|模块).*");

    private Titling() {}

    static boolean is(String text) {
        return !isOfCode(text) && WISH.matcher(text).matches();
    }

    /// Whether something of a program is meant that has a conversation in its name, such as “rename the chat class to Talk”.
    static boolean isOfCode(String text) {
        return OF_CODE.matcher(text).matches();
    }
}
