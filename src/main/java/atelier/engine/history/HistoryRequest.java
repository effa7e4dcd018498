package atelier.engine.history;

import atelier.intent.Intent;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody wants of their conversations.
sealed interface HistoryRequest {
    /// Begins a new one.
    record Begin() implements HistoryRequest {}

    /// @param number of the page, from 1
    record Page(int number) implements HistoryRequest {}

    /// @param which number in the list, `#` and the id, or a title
    record Open(String which) implements HistoryRequest {}

    /// @param title empty to be asked
    record Rename(String title) implements HistoryRequest {}

    /// @param words empty to be asked
    record Search(String words) implements HistoryRequest {}

    /// @param which as in [Open]; empty for the one that is open
    record Export(String which) implements HistoryRequest {}

    /// @param isSure whether it was confirmed
    record Delete(String which, boolean isSure) implements HistoryRequest {}

    /// @param id `#` and the id
    record Restore(String id) implements HistoryRequest {}

    Pattern QUOTED = Pattern.compile("[\"“”„«»「《](.{1,200}?)[\"“”„«»」》]");
    Pattern OPENING = Pattern
            .compile("(?iu)^(?:open|öffne|abre|abra|abrir|ouvre|открой|打开).{0,40}?(#?\\d{1,18})\\W*$");
    Pattern OPENED_BY_NAME = Pattern
            .compile(
                    "(?iu)^(?:please\\s)?(?:re)?(?:open|öffne|abre|abra|abrir|ouvre|открой|打开)\\b.{0,60}?(?:[\"“„«「《].*"
                            + "|\\s(?:about|über|sobre|sur|о|об|про)\\s.*)");
    /// What stands before the new title, in the order in which the languages say it.
    Pattern NAMING = Pattern.compile("(?iuU)^.{0,25}?(?:"
            + "\\b(?:rename|benenne|renombra|renomme[rz]?|renomeie|renomeia|переименуй(?:те)?)\\b.{0,60}?"
            + "\\s(?:um\\sin|to|in|as|a|en|como|para|в)"
            + "|\\b(?:change|ändere|cambia|mude|muda|altere|измени)\\b.{0,12}?\\b(?:title|name|titel|namen|título|nombre|titre|nom"
            + "|nome|название|имя)\\b.{0,50}?\\s(?:to|auf|in|zu|a|en|por|pour|para|на|в)"
            + "|\\b(?:call|name|title|nenne|llama|appelle|nomme|chame|назови)\\s(?:\\p{L}{1,9}\\s){1,2}?(?:conversation|chat"
            + "|unterhaltung|gespräch|conversación|discussion|conversa|разговор|беседу|диалог|чат)"
            + "|(?:重命名|改名|命名)(?:(?:这个|此|该)?(?:对话|会话|聊天))?(?:为|成)?|(?:名字|名称|标题)改(?:为|成)"
            + ")[\\s:：]{0,3}(\\S.{0,199})$");
    Pattern SOUGHT = Pattern
            .compile("(?iu)(?:\\s(?:for|about|о|об|nach|über|por|sobre|pour|sur|по|про)\\s+|[:：])(.{1,200})$");
    /// Right behind what is searched.
    Pattern BEHIND = Pattern.compile("(?iu)(?:\\b(?:conversations|chats|history|gesprächen?|unterhaltungen|verlauf"
            + "|conversaciones|historial|conversas|histórico|historique|разговорах|беседах|истории)\\s+|搜索|查找)(.{1,200})$");
    Pattern OWN = Pattern
            .compile("(?iu)^(?:.{0,20}\\s)?(?:my|our|the|past|old|all|meine[nm]?|den|verlauf|mis?|el|historial|mes"
                    + "|l|minhas?|meu|histórico|моим?|истории|历史|对话).*");

    static HistoryRequest of(Intent.History history) {
        var words = history.request().strip();
        var verb = history.action();
        var rest = after(verb, words);
        var opened = OPENING.matcher(words);
        if (opened.matches() && (verb.equals("list") || verb.equals("show"))) {
            return new Open(opened.group(1));
        }
        if (OPENED_BY_NAME.matcher(words).matches() && (verb.equals("list") || verb.equals("show"))) {
            return new Open(first(QUOTED, words).or(() -> first(SOUGHT, words)).orElse("").replaceFirst("[.!?]+$", ""));
        }
        var named = NAMING.matcher(words);
        if (named.matches() && (verb.equals("list") || verb.equals("show") || verb.equals("rename"))) {
            // Behind the command, and only there, all of it is the title.
            return new Rename(!rest.equals(words) && verb.equals("rename") && !isAboutThis(rest)
                    ? rest
                    : title(words, named.group(1)));
        }
        return switch (verb) {
            case "new" -> new Begin();
            case "open" -> new Open(rest);
            case "rename" -> new Rename(rest);
            case "search" -> new Search(sought(words, rest));
            case "export" -> new Export(reference(rest));
            case "delete" -> rest.endsWith(" yes")
                    ? new Delete(reference(rest.substring(0, rest.length() - " yes".length())), true)
                    : new Delete(reference(rest), false);
            case "restore" -> new Restore(rest);
            case String _ -> page(rest);
        };
    }

    /// Without quotation marks, the end of a sentence, and the part of a German verb that comes last.
    private static String title(String words, String named) {
        var bare = words.matches("(?iu).*\\bbenenne\\b.*\\sum[.!]?") ? named.replaceFirst("\\s+um[.!]?$", "") : named;
        return first(QUOTED, bare).orElse(bare.replaceFirst("[.!。！]+$", "")).strip();
    }

    private static boolean isAboutThis(String rest) {
        return rest.matches("(?iu)(?:(?:rename|benenne|renombra|renomme|renomeie|переименуй)\\s)?"
                + "(?:this|the|my|it|diese[sn]?|das|esta|cette|este|этот|эту)\\b.*");
    }

    /// The words without the verb, which a command has before them.
    private static String after(String verb, String words) {
        var parts = words.split("\\s+", 2);
        return parts[0].equalsIgnoreCase(verb) ? (parts.length > 1 ? parts[1].strip() : "") : words;
    }

    /// Of a whole sentence what it names; of a command all that stands behind it.
    private static String sought(String words, String rest) {
        var isSentence = OWN.matcher(rest).matches();
        return first(QUOTED, words)
                .or(() -> isSentence ? first(SOUGHT, rest).or(() -> first(BEHIND, rest)) : Optional.of(rest)).orElse("")
                .strip();
    }

    /// A number or an id; words such as “this conversation” mean the one that is open.
    private static String reference(String rest) {
        return rest.matches("#?\\d{1,18}") ? rest : first(QUOTED, rest).orElse("");
    }

    private static Page page(String rest) {
        return new Page(rest.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(rest)) : 1);
    }

    private static Optional<String> first(Pattern pattern, String words) {
        var found = pattern.matcher(words);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
