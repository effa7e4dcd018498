package atelier.engine.template;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person wants of their templates.
sealed interface TemplateRequest {
    /// All of them.
    ///
    /// @param words what was not understood: perhaps a name, and what is filled in
    record Listed(String words) implements TemplateRequest {}

    /// @param rest what is filled in
    record Used(String name, String rest) implements TemplateRequest {}

    /// @param words null for those of the last work
    record Saved(String name, @Nullable String words) implements TemplateRequest {}

    /// The words of this work, under a name made of them.
    record Kept(String job) implements TemplateRequest {}

    record Shown(String name) implements TemplateRequest {}

    record Renamed(String name, String to) implements TemplateRequest {}

    record Removed(String name) implements TemplateRequest {}

    /// For everybody here or in the whole team; or no longer.
    record Shared(String name, boolean isTakenBack, boolean isForTeam) implements TemplateRequest {}

    int LONGEST_NAME = 40;
    int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    Pattern COMMAND = Pattern.compile("^/template(?:@\\w{1,40})?\\s*", FLAGS);
    /// A name: one word, or several in quotation marks.
    String NAME = "(?:[\"“«„']([^\"”»“']{1,60})[\"”»“']|([\\p{L}\\p{N}_-]{1,60}))";
    Pattern KEEP = Pattern.compile("^keep\\s{1,9}(j[0-9a-z]{8,40})$", FLAGS);
    Pattern SAVE = Pattern
            .compile("^(?:save|add|new|create|speicher[en]*|guarda[r]?|enregistre[r]?|salva[r]?|сохрани|保存)\\s{1,9}"
                    + NAME + "(?:\\s{0,9}[:=]\\s{0,9}|\\s{1,9}as\\s{1,9})(.{1,32000})$", FLAGS);
    Pattern SAVE_LAST = Pattern.compile(
            "^(?:save|keep|speicher[en]*|guarda[r]?|enregistre[r]?|salva[r]?|сохрани|保存)\\s{1,9}(?:(?:this|that|it|the last one|das|dies|esto|eso|ça|cela|isso|это)\\s{1,9})?"
                    + "(?:(?:as|als|como|comme|как|为)\\s{1,9})?(?:(?:a|an|my|eine|una?|un|um|meine|mi|mon)\\s{1,9})?"
                    + "(?:(?:template|vorlage|plantilla|modèle|modelo|шаблон|模板)\\s{0,9})?(?:(?:called|named|namens|llamada|nommé|chamado)\\s{1,9})?"
                    + NAME + "?$",
            FLAGS);
    Pattern USE = Pattern.compile(
            "^(?:use|run|apply|verwende|nutze|usa|utilise|используй|使用)\\s{1,9}(?:(?:the|my|die|meine|la|mi|le|mon|o|meu)\\s{1,9})?"
                    + "(?:(?:template|vorlage|plantilla|modèle|modelo|шаблон|模板)\\s{1,9})?" + NAME
                    + "(?:\\s{1,9}(?:with\\s{1,9})?(.{1,32000}))?$",
            FLAGS);
    Pattern RENAME = Pattern.compile("^rename\\s{1,9}" + NAME + "\\s{1,9}(?:to\\s{1,9})?" + NAME + "$", FLAGS);
    Pattern REMOVE = Pattern.compile(
            "^(?:remove|delete|forget|lösche|entferne|borra|elimina|supprime|apaga|remove|удали|删除)\\s{1,9}(?:(?:the|my|die|meine|la|mi|le|mon|o|meu)\\s{1,9})?"
                    + "(?:(?:template|vorlage|plantilla|modèle|modelo|шаблон|模板)\\s{1,9})?" + NAME + "$",
            FLAGS);
    Pattern SHARE = Pattern.compile(
            "^(?:(un)?share|teile?n?|comparte|compartir|partage[r]?|compartilha[r]?|поделись|поделиться|分享|共享)\\s{0,9}"
                    + "(?:(?:the|my|die|meine|la|mi|le|mon|o|meu)\\s{1,9})?(?:(?:template|vorlage|plantilla|modèle|modelo|шаблон|模板)\\s{1,9})?"
                    + NAME + "(?:\\s{1,9}(?:with|for|mit|für|con|para|avec|pour|com|с|со|для)\\s(.{1,40}))?$",
            FLAGS);
    Pattern TEAM = Pattern.compile("team|server|equipo|servidor|équipe|equipe|serveur|команд|сервер|团队|服务器", FLAGS);
    Pattern SHOW = Pattern.compile(
            "^(?:show|view|zeige?|muestra|montre|mostra|покажи|显示)\\s{1,9}(?:(?:the|my|die|meine|la|mi|le|mon|o|meu)\\s{1,9})?"
                    + "(?:(?:template|vorlage|plantilla|modèle|modelo|шаблон|模板)\\s{1,9})?" + NAME + "$",
            FLAGS);
    List<String> NO_NAMES = List.of("template", "templates", "vorlage", "vorlagen", "plantilla", "plantillas", "my",
            "all",
            "them", "it", "this", "that", "as", "a");

    /// What is not understood is taken as a wish to see them.
    static TemplateRequest of(String words) {
        var text = COMMAND.matcher(words.strip()).replaceFirst("").strip();
        return Stream
                .of(kept(text), saved(text), renamed(text), removed(text), used(text), shared(text), shown(text),
                        savedLast(text))
                .flatMap(Optional::stream).findFirst().orElseGet(() -> new Listed(text));
    }

    /// As templates are named: lower case, hyphens, at most [#LONGEST_NAME] characters; empty where nothing is left.
    static String name(String words) {
        var name = Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]{1,200}", "-").replaceAll("^-|-$", "");
        var end = name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
        return name.substring(0, end).replaceAll("-$", "");
    }

    private static Optional<TemplateRequest> kept(String text) {
        var match = KEEP.matcher(text);
        return match.matches() ? Optional.of(new Kept(match.group(1))) : Optional.empty();
    }

    private static Optional<TemplateRequest> saved(String text) {
        var match = SAVE.matcher(text);
        var name = match.matches() ? named(match, 1) : "";
        return name.isEmpty() ? Optional.empty() : Optional.of(new Saved(name, match.group(3).strip()));
    }

    private static Optional<TemplateRequest> savedLast(String text) {
        var match = SAVE_LAST.matcher(text);
        return match.matches() ? Optional.of(new Saved(named(match, 1), null)) : Optional.empty();
    }

    private static Optional<TemplateRequest> renamed(String text) {
        var match = RENAME.matcher(text);
        return match.matches() ? Optional.of(new Renamed(named(match, 1), named(match, 3))) : Optional.empty();
    }

    private static Optional<TemplateRequest> removed(String text) {
        var match = REMOVE.matcher(text);
        var name = match.matches() ? named(match, 1) : "";
        return name.isEmpty() ? Optional.empty() : Optional.of(new Removed(name));
    }

    private static Optional<TemplateRequest> used(String text) {
        var match = USE.matcher(text);
        var name = match.matches() ? named(match, 1) : "";
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Used(name, match.group(3) == null ? "" : match.group(3).strip()));
    }

    private static Optional<TemplateRequest> shared(String text) {
        var match = SHARE.matcher(text);
        var name = match.matches() ? named(match, 2) : "";
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shared(name, match.group(1) != null,
                        match.group(4) != null && TEAM.matcher(match.group(4)).find()));
    }

    private static Optional<TemplateRequest> shown(String text) {
        var match = SHOW.matcher(text);
        var name = match.matches() ? named(match, 1) : "";
        return name.isEmpty() ? Optional.empty() : Optional.of(new Shown(name));
    }

    private static String named(Matcher match, int group) {
        var quoted = match.group(group);
        var words = quoted == null ? match.group(group + 1) : quoted;
        var name = words == null ? "" : name(words);
        return NO_NAMES.contains(name) ? "" : name;
    }
}
