package atelier.engine.answer;

import atelier.account.Accounts;
import atelier.chat.Platform;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.language.Language;
import atelier.language.Phrases;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The language Atelier itself speaks with a person. What it makes may be in any other.
final class LanguageTalk {
    private static final Pattern WISH = Pattern
            .compile("(?iu)\\s*(?:language|sprache|idioma|langue|язык|语言)[\\s:=]*(.{0,40})");

    private final Accounts accounts;

    LanguageTalk(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Empty when the words are about something else.
    Optional<Say> about(String words, Asker asker) {
        var wish = WISH.matcher(words);
        return wish.matches() ? Optional.of(changed(wish.group(1).strip(), asker)) : Optional.empty();
    }

    private Say changed(String asked, Asker asker) {
        var platform = platform(asker.chat().platform());
        if (asked.equalsIgnoreCase("auto")) {
            accounts.speak(asker.id(), null);
            return Say.text(Phrases.of(accounts.byId(asker.id()).locale()).say("account.language.auto", "platform",
                    platform));
        }
        if (asked.isEmpty()) {
            return Say.text(Phrases.of(asker.account().locale()).say("account.language.now", "languages", all()));
        }
        return Language.named(asked).map(language -> {
            accounts.speak(asker.id(), language.locale());
            return Say.text(Phrases.of(language).say("account.language.set", "platform", platform));
        }).orElseGet(() -> Say.text(Phrases.of(asker.account().locale()).say("account.language.which", "asked",
                asked, "languages", all())));
    }

    private static String all() {
        return Stream.of(Language.values()).map(Language::itsOwnName).collect(Collectors.joining(", "));
    }

    private static String platform(Platform platform) {
        return switch (platform) {
            case DISCORD -> "Discord";
            case TELEGRAM -> "Telegram";
            case TERMINAL -> "Terminal";
            case WEB -> "Browser";
        };
    }
}
