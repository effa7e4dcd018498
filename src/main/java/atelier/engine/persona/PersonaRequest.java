package atelier.engine.persona;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person wants of personas.
///
/// @param what  to be done
/// @param name  of the persona; empty for none
/// @param words how it talks, where it is described
/// @param place for whom
record PersonaRequest(What what, String name, String words, Place place) {
    enum What {
        LIST, USE, SAVE, SHOW, REMOVE, OFF
    }

    /// Who shall hear it.
    enum Place {
        PERSON, CHANNEL, TEAM
    }

    private static final int LONGEST_NAME = 40;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    private static final Pattern COMMAND = Pattern.compile("^/persona(?:@\\w{1,40})?\\s*", FLAGS);
    private static final Pattern CHANNEL = Pattern.compile(
            "\\s+(?:for|in|für|im|para|en|no|pour|dans|для|в)\\s+(?:\\p{L}{1,8}\\s+)?(?:chat|channel|kanal|canal|salon|чата?|канал[ае]?|групп\\p{L}{0,2}|gruppe|group|grupo|groupe)$|\\s*用于(?:频道|群)$",
            FLAGS);
    private static final Pattern TEAM = Pattern.compile(
            "\\s+(?:for|in|für|im|para|en|no|pour|dans|для|в)\\s+(?:\\p{L}{1,8}\\s+)?(?:team|server|equipo|équipe|equipe|servidor|serveur|команд\\p{L}{0,2}|сервер\\p{L}{0,2})$|\\s*用于团队$",
            FLAGS);
    private static final String NAME = "[\"“«„']?([\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,59}?)[\"”»“']?";
    private static final Pattern SAVE = Pattern.compile(
            "^(?:save|add|new|create|speicher[en]*|guarda[r]?|enregistre[r]?|salva[r]?|сохрани|保存)\\s{1,9}" + NAME
                    + "\\s{0,9}[:=：]\\s{0,9}(.{1,4000})$",
            FLAGS);
    private static final Pattern OFF = Pattern
            .compile("^(?:off|none|aus|keine|no|ninguna|aucun|nenhuma|désactive[r]?|выключи|нет|关闭|关)$", FLAGS);
    private static final Pattern REMOVE = Pattern
            .compile(
                    "^(?:remove|delete|lösche?n?|entferne?n?|borra[r]?|supprime[r]?|remove[r]?|удали|删除)\\s{0,9}" + NAME
                            + "$",
                    FLAGS);
    private static final Pattern SHOW = Pattern
            .compile("^(?:show|zeige?|muestra|montre|mostra|покажи|显示)\\s{0,9}" + NAME + "$", FLAGS);
    private static final Pattern USE = Pattern
            .compile("^(?:(?:use|nimm|benutze|usa|utilise|используй|使用)\\s{0,9})?" + NAME + "$", FLAGS);
    /// A verb without its name; the list says how it goes on.
    private static final Pattern BARE_VERB = Pattern.compile(
            "^(?:save|add|new|create|use|show|remove|delete|speicher[en]*|benutze|guarda[r]?|usa|enregistre[r]?|utilise"
                    + "|salva[r]?|сохрани|используй|удали|保存|使用|删除)\\W*$",
            FLAGS);
    private static final Pattern LIST = Pattern.compile("^(?:list|all|liste|lista|список|列表)?$", FLAGS);

    static PersonaRequest of(String said) {
        var text = COMMAND.matcher(said.strip()).replaceFirst("").strip();
        var save = SAVE.matcher(text);
        if (save.matches()) {
            return described(save);
        }
        var place = place(text);
        var rest = TEAM.matcher(CHANNEL.matcher(" " + text).replaceFirst("")).replaceFirst("").strip();
        if (LIST.matcher(rest).matches() || BARE_VERB.matcher(rest).matches()) {
            return new PersonaRequest(What.LIST, "", "", place);
        }
        if (OFF.matcher(rest).matches()) {
            return new PersonaRequest(What.OFF, "", "", place);
        }
        return named(REMOVE, What.REMOVE, rest, place).or(() -> named(SHOW, What.SHOW, rest, place))
                .or(() -> named(USE, What.USE, rest, place))
                .orElseGet(() -> new PersonaRequest(What.LIST, "", "", place));
    }

    /// The place stands behind the name there, since the words may end in anything.
    private static PersonaRequest described(Matcher save) {
        var head = " " + save.group(1).strip();
        var place = place(head);
        var name = TEAM.matcher(CHANNEL.matcher(head).replaceFirst("")).replaceFirst("");
        return new PersonaRequest(What.SAVE, name(name), save.group(2).strip(), place);
    }

    private static Place place(String text) {
        if (TEAM.matcher(" " + text).find()) {
            return Place.TEAM;
        }
        return CHANNEL.matcher(" " + text).find() ? Place.CHANNEL : Place.PERSON;
    }

    private static Optional<PersonaRequest> named(Pattern pattern, What what, String text, Place place) {
        var match = pattern.matcher(text);
        return match.matches()
                ? Optional.of(new PersonaRequest(what, name(match.group(1)), "", place))
                : Optional.empty();
    }

    /// Lower case, with hyphens.
    private static String name(String words) {
        var name = Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]{1,200}", "-").replaceAll("^-|-$", "");
        var end = name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
        return name.substring(0, end).replaceAll("-$", "");
    }
}
