package atelier.engine.model;

import atelier.chat.Excerpt;
import atelier.chat.UserFacingException;
import atelier.generation.OwnModel.Whose;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Parameters;
import atelier.language.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody wants to do about the models they own, read from the words behind `/model`.
sealed interface RegistryRequest {
    /// Whose model it is to be.
    enum For {
        /// Their own.
        ME(Whose.PERSON, ""),
        /// Everybody's in this chat.
        CHAT(Whose.CHAT, "for chat "),
        /// Everybody's in this server or group.
        TEAM(Whose.TEAM, "for team "),
        /// Everybody's.
        EVERYONE(Whose.OPERATOR, "for everyone ");

        private final Whose whose;
        private final String words;

        For(Whose whose, String words) {
            this.whose = whose;
            this.words = words;
        }

        Whose whose() {
            return whose;
        }
    }

    /// Register one, as far as it has been told yet.
    record Add(For whom, @Nullable ModelPlatform platform, @Nullable String endpoint, @Nullable String model,
            @Nullable String name) implements RegistryRequest {
        /// The words that say as much.
        String words() {
            var said = new StringBuilder("/model add ").append(whom.words);
            if (platform != null) {
                said.append(platform.id()).append(' ');
            }
            if (endpoint != null) {
                said.append(endpoint).append(' ');
            }
            if (model != null) {
                said.append(model).append(" as ");
            }
            return said.append(name == null ? "" : name).toString().strip();
        }

        Add with(String shownModel) {
            return new Add(whom, platform, endpoint, shownModel, name);
        }

        Add at(String address) {
            return new Add(whom, platform, address, model, name);
        }

        Add named(String friendly) {
            return new Add(whom, platform, endpoint, model, friendly);
        }
    }

    /// Have again what was removed, as it was.
    ///
    /// @param behind whose fallback it was
    record Restore(Add add, boolean favourite, Parameters parameters, List<String> fallbacks, List<String> behind)
            implements
                RegistryRequest {
        /// The words that say as much.
        String words() {
            var said = new StringBuilder(add.words().replaceFirst("/model add", "/model restore"));
            said.append(favourite ? " | favourite" : "");
            said.append(parameters.equals(Parameters.USUAL) ? "" : " | set " + settings(parameters));
            said.append(fallbacks.isEmpty() ? "" : " | fallbacks " + String.join(", ", fallbacks));
            return said.append(behind.isEmpty() ? "" : " | behind " + String.join(", ", behind)).toString();
        }
    }

    /// About a model that is there.
    sealed interface Named extends RegistryRequest {
        String name();
    }

    record Rename(String name, String to) implements Named {}

    record Remove(String name) implements Named {}

    record Favour(String name, boolean favourite) implements Named {}

    /// @param changes what is said anew, the others null; null as a whole for everything as the server has it
    /// @param exactly what is not said goes back to what the server has
    record Tune(String name, @Nullable Parameters changes, boolean exactly) implements Named {}

    record FallBack(String name, List<String> others) implements Named {}

    /// It is about own models, but not understood.
    record Unclear() implements RegistryRequest {}

    /// So much of what somebody said is repeated to them.
    int LONGEST_SHOWN = 20;

    Pattern WORD = Pattern.compile(
            "(?is)(add|register|connect|restore|rename|remove|delete|disconnect|favou?rite|unfavou?rite|set|tune|fallbacks?)\\b(.*)");
    Pattern WHOM = Pattern
            .compile(
                    "(?is)(?:for )?(?:(?:the |this )?(?:(team|group|server)|(chat|channel|topic|thread))|(everyone|everybody|all))\\b\\s*(.*)");
    Pattern RENAME = Pattern.compile("(?is)(.+?)\\s+(?:to|as|into|→|->)\\s+(.+)");
    Pattern SETTING = Pattern.compile(
            "(?i)\\b(temperature|temp|top[-_ ]?p|max[-_ ]?tokens|frequency[-_ ]?penalty)(?:\\s*[:=]\\s*|\\s+)([^\\s,;]+)");
    Pattern LISTED = Pattern.compile("(?is)(.+?)\\s*[:=]\\s*(.*)");

    /// Empty when the words are about something else.
    ///
    /// @throws UserFacingException with what to enter instead of a wrong value
    static Optional<RegistryRequest> of(String words) {
        var match = WORD.matcher(words.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var rest = unquoted(match.group(2).strip().replaceFirst("^(?i)(?:the |my |a |another )?model\\b\\s*", ""));
        return Optional.of(switch (match.group(1).toLowerCase(Locale.ROOT)) {
            case "add", "register", "connect" -> add(rest);
            case "restore" -> restore(rest);
            case "rename" -> both(RENAME.matcher(rest));
            case "remove", "delete", "disconnect" -> rest.isEmpty() ? new Unclear() : new Remove(rest);
            case "favourite", "favorite" -> rest.isEmpty() ? new Unclear() : new Favour(rest, true);
            case "unfavourite", "unfavorite" -> rest.isEmpty() ? new Unclear() : new Favour(rest, false);
            case "set", "tune" -> tune(rest);
            case String _ -> fallBack(rest);
        });
    }

    private static RegistryRequest both(Matcher said) {
        return said.matches() ? new Rename(unquoted(said.group(1)), unquoted(said.group(2))) : new Unclear();
    }

    private static Add add(String said) {
        var whom = WHOM.matcher(said);
        if (whom.matches()) {
            var rest = add(whom.group(4));
            var whose = whom.group(1) != null ? For.TEAM : whom.group(2) != null ? For.CHAT : For.EVERYONE;
            return new Add(whose, rest.platform(), rest.endpoint(),
                    rest.model(), rest.name());
        }
        var parts = said.isEmpty() ? new String[0] : said.split("\\s+", 4);
        var platform = parts.length == 0 ? null : platform(parts[0]);
        if (platform == null) {
            return new Add(For.ME, null, null, null, null);
        }
        var model = parts.length > 2 ? parts[2] : null;
        var behind = parts.length > 3 ? parts[3].strip().replaceFirst("^(?i)as\\b\\s*", "") : "";
        return new Add(For.ME, platform, parts.length > 1 ? parts[1] : null, model,
                behind.isEmpty() ? null : unquoted(behind));
    }

    private static RegistryRequest restore(String said) {
        var parts = said.split("\\s*\\|\\s*");
        var favourite = false;
        var parameters = Parameters.USUAL;
        List<String> fallbacks = List.of();
        List<String> behind = List.of();
        for (var part : Arrays.asList(parts).subList(1, parts.length)) {
            var words = part.split("\\s+", 2);
            var rest = words.length > 1 ? words[1] : "";
            switch (words[0].toLowerCase(Locale.ROOT)) {
                case "favourite" -> favourite = true;
                case "set" -> parameters = settings(rest).orElse(parameters);
                case "fallbacks" -> fallbacks = names(rest);
                case "behind" -> behind = names(rest);
                case String _ -> {
                    return new Unclear();
                }
            }
        }
        var add = add(parts[0]);
        return add.name() == null ? new Unclear() : new Restore(add, favourite, parameters, fallbacks, behind);
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split("\\s*,\\s*")).map(RegistryRequest::unquoted).filter(it -> !it.isEmpty())
                .toList();
    }

    private static @Nullable ModelPlatform platform(String said) {
        var plain = said.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
        return Arrays.stream(ModelPlatform.values()).filter(ModelPlatform::hasEndpoint)
                .filter(it -> it.id().replace("-", "").equals(plain)).findFirst().orElse(null);
    }

    private static RegistryRequest tune(String said) {
        var setting = SETTING.matcher(said);
        if (!setting.find()) {
            var usual = Pattern.compile("(?is)(.+?)\\s+(?:to )?(?:usual|default|reset)").matcher(said);
            return usual.matches() ? new Tune(unquoted(usual.group(1)), null, true) : new Unclear();
        }
        var before = said.substring(0, setting.start()).strip();
        var name = unquoted(before.replaceFirst("=$", ""));
        return name.isEmpty()
                ? new Unclear()
                : new Tune(name, settings(said.substring(setting.start())).orElse(null), before.endsWith("="));
    }

    /// As they are said, which [#settings(String)] reads back.
    static String settings(Parameters it) {
        var text = new StringBuilder();
        append(text, "temperature", it.temperature());
        append(text, "top-p", it.topP());
        append(text, "max-tokens", it.maxTokens());
        append(text, "frequency-penalty", it.frequencyPenalty());
        return text.toString();
    }

    private static void append(StringBuilder text, String name, @Nullable Number value) {
        if (value != null) {
            text.append(text.isEmpty() ? "" : " ").append(name).append(' ').append(value);
        }
    }

    private static Optional<Parameters> settings(String said) {
        var setting = SETTING.matcher(said);
        if (!setting.find()) {
            return Optional.empty();
        }
        Double temperature = null;
        Double topP = null;
        Integer maxTokens = null;
        Double penalty = null;
        do {
            var value = number(setting.group(2));
            switch (setting.group(1).toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "")) {
                case "temperature", "temp" -> temperature = value;
                case "topp" -> topP = value;
                case "maxtokens" -> maxTokens = (int) Math.max(Math.min(value, Integer.MAX_VALUE), -1);
                case String _ -> penalty = value;
            }
        } while (setting.find());
        return Optional.of(new Parameters(temperature, topP, maxTokens, penalty));
    }

    private static double number(String said) {
        try {
            return Double.parseDouble(said.replace(',', '.').replace('−', '-').replaceFirst("[;.]+$", ""));
        } catch (NumberFormatException _) {
            throw new UserFacingException(Sentence.of("model.no-number", "said", Excerpt.of(said, LONGEST_SHOWN)));
        }
    }

    private static RegistryRequest fallBack(String said) {
        var match = LISTED.matcher(said.replaceFirst("^(?i)(?:of|for)\\s+", ""));
        if (!match.matches()) {
            return new Unclear();
        }
        var others = match.group(2).strip();
        return new FallBack(unquoted(match.group(1)),
                others.isEmpty() || others.equalsIgnoreCase("none")
                        ? List.of()
                        : names(others));
    }

    private static String unquoted(String text) {
        return text.strip().replaceAll("^[“\"'`*]+|[”\"'`*]+$", "");
    }
}
