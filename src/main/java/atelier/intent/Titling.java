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

    private Titling() {}

    static boolean is(String text) {
        return WISH.matcher(text).matches();
    }
}
