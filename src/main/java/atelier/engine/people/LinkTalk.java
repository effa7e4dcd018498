package atelier.engine.people;

import atelier.account.Accounts;
import atelier.account.Identity;
import atelier.account.link.Links;
import atelier.account.link.Links.Agreed;
import atelier.account.link.Links.Said;
import atelier.chat.Button;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.language.Phrases;
import atelier.secret.VaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Joins what is known of one person on two platforms, and parts it again. A code shows that both are theirs, and both sides
/// have to agree by a button, after they were told what follows.
public final class LinkTalk {
    private static final Pattern CODE = Pattern
            .compile("(?i)(?:.*\\s)?([2-9A-HJ-NP-Z]{4})-([2-9A-HJ-NP-Z]{4})[.!]?|(?:.*\\s)?([2-9A-HJ-NP-Z]{8})");

    private final Accounts accounts;
    private final Links links;
    private final Replies replies;

    public LinkTalk(Parts parts, Replies replies) {
        this.accounts = parts.accounts();
        this.links = parts.people().links();
        this.replies = replies;
    }

    /// Answers at once, in the current transaction.
    public void hear(String words, Asker asker, ReplyAddress at) {
        var phrases = Phrases.of(asker.account().locale());
        var parts = words.strip().split("\\s+", -1);
        var rest = parts.length > 1 ? parts[1] : "";
        switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "code" -> say(asker.id(), at, code(asker, at, phrases));
            case "yes" -> agree(asker, rest, at, phrases);
            case "no" -> refuse(asker, rest, at, phrases);
            case "part" -> say(asker.id(), at, part(asker, rest, parts.length > 2 && parts[2].equals("yes"), phrases));
            case String _ -> other(words.strip(), asker, at, phrases);
        }
    }

    private void other(String words, Asker asker, ReplyAddress at, Phrases phrases) {
        var code = CODE.matcher(words);
        var isName = words.equalsIgnoreCase(Platform.TELEGRAM.name());
        if (code.matches() && !isName) {
            said(code.group(3) == null ? code.group(1) + code.group(2) : code.group(3), asker, at, phrases);
        } else {
            say(asker.id(), at, overview(asker, phrases));
        }
    }

    private Say overview(Asker asker, Phrases phrases) {
        var known = accounts.identities(asker.id());
        var choices = new ArrayList<Say.Choice>();
        choices.add(new Say.Choice(phrases.say("link.button.code"), "/link code", Button.Style.PRIMARY));
        if (known.size() > 1) {
            known.forEach(it -> choices.add(Say.Choice.of(phrases.say("link.button.part", "who", named(it)),
                    "/link part " + it.key())));
        }
        return new Say(
                known.size() > 1
                        ? phrases.say("link.joined-now", "who", names(known))
                        : phrases.say("link.alone", "who", names(known)),
                choices);
    }

    private Say code(Asker asker, ReplyAddress at, Phrases phrases) {
        if (!asker.isAlone()) {
            return Say.text(phrases.say("link.privately"));
        }
        return links.code(asker.id(), at)
                .map(it -> Say.text(phrases.say("link.code", "code", it, "minutes", Links.CODE_LIFE.toMinutes())))
                .orElseGet(() -> Say.text(phrases.say("link.too-many")));
    }

    private void said(String code, Asker asker, ReplyAddress at, Phrases phrases) {
        switch (links.say(asker.id(), code, at)) {
            case Said.Asked(var link, var other) -> {
                say(asker.id(), at, question(phrases, link, names(accounts.identities(other.account()))));
                say(other.account(), other.at().another(),
                        question(Phrases.of(accounts.byId(other.account()).locale()), link,
                                names(accounts.identities(asker.id()))));
            }
            case Said.Wrong _ -> say(asker.id(), at, Say.text(phrases.say("link.wrong")));
            case Said.Own _ -> say(asker.id(), at, Say.text(phrases.say("link.own")));
            case Said.SamePlatform _ -> say(asker.id(), at, Say.text(phrases.say("link.same-platform")));
            case Said.TooMany _ -> say(asker.id(), at, Say.text(phrases.say("link.too-many")));
        }
    }

    private static Say question(Phrases phrases, String link, String who) {
        return new Say(phrases.say("link.question", "who", who),
                List.of(new Say.Choice(phrases.say("link.button.yes"), "/link yes " + link, Button.Style.PRIMARY),
                        new Say.Choice(phrases.say("link.button.no"), "/link no " + link, Button.Style.DANGER)));
    }

    private void agree(Asker asker, String link, ReplyAddress at, Phrases phrases) {
        try {
            switch (links.agree(asker.id(), link)) {
                case Agreed.Joined(var account, var other, var dropped) -> joined(account, other, dropped, at, phrases);
                case Agreed.Waiting _ -> say(asker.id(), at, Say.text(phrases.say("link.waiting")));
                case Agreed.Busy _ -> say(asker.id(), at,
                        new Say(phrases.say("link.busy"), List.of(new Say.Choice(phrases.say("link.button.yes"),
                                "/link yes " + link, Button.Style.PRIMARY))));
                case Agreed.Gone _ -> say(asker.id(), at, Say.text(phrases.say("link.gone")));
            }
        } catch (VaultException closed) {
            say(asker.id(), at, Say.text(phrases.say("link.keys-closed")));
        }
    }

    private void joined(long account, Links.Side other, int dropped, ReplyAddress at, Phrases phrases) {
        var text = phrases.say("link.joined", "who", names(accounts.identities(account)))
                + (dropped == 0 ? "" : " " + phrases.say("link.keys-dropped", "count", dropped));
        say(account, at, Say.text(text));
        say(account, other.at().another(), Say.text(text));
    }

    private void refuse(Asker asker, String link, ReplyAddress at, Phrases phrases) {
        var other = links.refuse(asker.id(), link);
        say(asker.id(), at, Say.text(phrases.say(other.isPresent() ? "link.refused" : "link.gone")));
        other.ifPresent(it -> say(it.account(), it.at().another(),
                Say.text(Phrases.of(accounts.byId(it.account()).locale()).say("link.refused-there"))));
    }

    private Say part(Asker asker, String key, boolean isSure, Phrases phrases) {
        var known = accounts.identities(asker.id());
        var who = known.stream().filter(it -> it.key().equals(key)).findFirst();
        if (who.isEmpty() || known.size() < 2) {
            return overview(asker, phrases);
        }
        var rest = known.stream().filter(it -> !it.equals(who.get())).toList();
        if (!isSure) {
            return new Say(phrases.say("link.part-question", "who", named(who.get()), "rest", names(rest)),
                    List.of(new Say.Choice(phrases.say("link.button.part", "who", named(who.get())),
                            "/link part " + key + " yes", Button.Style.DANGER)));
        }
        links.part(asker.id(), who.get());
        return Say.text(phrases.say("link.parted", "who", named(who.get()), "rest", names(rest)));
    }

    private static String names(List<Identity> identities) {
        return identities.stream().map(LinkTalk::named).collect(Collectors.joining(", "));
    }

    private static String named(Identity identity) {
        return switch (identity.platform()) {
            case DISCORD -> "Discord";
            case TELEGRAM -> "Telegram";
            case TERMINAL -> "Terminal";
            case WEB -> "Web";
        } + (identity.name().isBlank() ? "" : " (" + identity.name() + ")");
    }

    private void say(long account, ReplyAddress at, Say say) {
        replies.say(account, at, say);
    }
}
