package atelier.engine.provider;

import atelier.chat.Invocation;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.CloudKeys;
import atelier.engine.port.Parts;
import atelier.engine.provider.ProviderRequest.Verb;
import atelier.engine.team.Managers;
import atelier.intent.Intent;
import atelier.intent.IntentParser;
import atelier.intent.Situation;
import atelier.language.Sentence;
import atelier.secret.SecretText;
import atelier.secret.VaultException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a key out of a message before anything else reads it, so that it reaches no job, no conversation, no log and no
/// model. Where others read along, none is taken.
public final class KeyEntry {
    private static final Logger LOG = LoggerFactory.getLogger(KeyEntry.class);
    private static final String COMMAND = "/provider ";
    private static final Pattern TYPED = Pattern.compile("(?is)[/／]provider(?:@\\S+)?(?:\\s+(.*))?");
    private static final Pattern COMMANDED = Pattern.compile("(?i)[/／]provider\\b");
    /// No wish about keys is longer, a key in it included. Reading one may look at the same letters many times.
    private static final int LONGEST_WISH = 1000;
    /// A longer text is about something else, though a key may occur in it.
    private static final int LONGEST_WITH_KEY = 300;
    private static final int LONGEST_WORD = 20;
    private static final int LONGEST_WAY_OUT = 40;

    private final CloudKeys keys;
    private final IntentParser parser;
    private final Managers managers;

    public KeyEntry(Parts parts) {
        this.keys = parts.cloudKeys();
        this.parser = parts.parser();
        this.managers = new Managers(parts);
    }

    /// What comes of a message that was meant as a key, or holds one.
    ///
    /// @param hadKey whether the message holds what should not stay in the chat
    public record Entered(Next next, boolean hadKey) {}

    /// Empty when the words are no key and none is awaited.
    ///
    /// @param pending what was said before the question these words answer
    public Optional<Entered> in(String words, @Nullable Invocation invocation, @Nullable String pending,
            Asker asker) {
        if (isTooLong(words, invocation)) {
            return Optional.of(new Entered(said(Sentence.of("provider.too-long"), asker), true));
        }
        if (invocation != null) {
            return inForm(invocation, asker);
        }
        var typed = TYPED.matcher(words);
        if (typed.matches()) {
            return inCommand(ProviderRequest.of(typed.group(1) == null ? "" : typed.group(1)), asker);
        }
        if (pending != null && pending.startsWith(COMMAND) && asker.chat().isPrivate() && !words.startsWith("/")
                && !isWayOut(words)) {
            var request = ProviderRequest.of(pending.substring(COMMAND.length()));
            return Optional.of(entered(request, words, asker, true, true));
        }
        return isExposed(words) ? Optional.of(exposed(asker)) : Optional.empty();
    }

    /// Whether so much stands behind the command that nothing of it is a key or a wish about keys. There may be a key in it all the same.
    private static boolean isTooLong(String words, @Nullable Invocation invocation) {
        return invocation == null
                ? words.length() > LONGEST_WISH && COMMANDED.matcher(words).lookingAt()
                : invocation.command().equals("provider") && invocation.options().values().stream()
                        .mapToInt(String::length).sum() > LONGEST_WISH;
    }

    private Optional<Entered> inForm(Invocation invocation, Asker asker) {
        var secret = invocation.options().get(Invocation.SECRET);
        var isProvider = invocation.command().equals("provider");
        if (secret != null && isProvider) {
            return Optional.of(entered(ProviderRequest.of(invocation.options().getOrDefault("prompt", "")),
                    secret.strip(), asker, false, false));
        }
        var said = String.join(" ", invocation.options().values());
        return isExposed(said) || (isProvider && hasSurplus(ProviderRequest.of(said)))
                ? Optional.of(exposed(asker))
                : Optional.empty();
    }

    /// Words behind a command that have no meaning there are taken for a key, whatever they look like.
    private Optional<Entered> inCommand(ProviderRequest request, Asker asker) {
        if (!hasSurplus(request)) {
            return Optional.empty();
        }
        return Optional.of(asker.chat().isPrivate() && (request.verb() == Verb.ADD || request.verb() == Verb.REPLACE)
                && request.provider() != null
                        ? entered(request, request.rest(), asker, true, false)
                        : exposed(asker));
    }

    private static boolean hasSurplus(ProviderRequest request) {
        return Known.isKeyIn(request.rest())
                || Pattern.compile("\\s+").splitAsStream(request.rest()).anyMatch(word -> word.length() > LONGEST_WORD);
    }

    private static boolean isExposed(String words) {
        return words.length() <= LONGEST_WITH_KEY && words.indexOf('\n') < 0 && Known.isKeyIn(words);
    }

    private boolean isWayOut(String words) {
        return words.length() <= LONGEST_WAY_OUT
                && parser.parse(words, null, Situation.NONE).intent() instanceof Intent.Cancel;
    }

    private static Entered exposed(Asker asker) {
        var phrases = asker.phrases();
        var others = asker.isAlone() ? "" : " " + phrases.say("provider.exposed.revoke");
        return new Entered(new Next.Said(new Say(
                phrases.say("provider.exposed") + others + " " + ProviderTalk.howToEnter(asker),
                List.of(Say.Choice.of(phrases.say("provider.button.mine"), "/provider")))), true);
    }

    /// @param isAnswer whether it was asked for, and so whoever sends it was known to manage the place it is for; that is looked at
    ///                 once more when it is tried
    private Entered entered(ProviderRequest request, String text, Asker asker, boolean goesOn, boolean isAnswer) {
        var isSecret = isSecret(text);
        var name = request.provider();
        if (name == null || !keys.clouds().names().contains(name)) {
            return new Entered(nothingKept(
                    Sentence.of("provider.which.say", "names", String.join(", ", keys.clouds().names())), asker),
                    isSecret);
        }
        return switch (Whose.of(request, asker, managers)) {
            case Whose.Denied(var sentence) -> new Entered(nothingKept(sentence, asker), isSecret);
            case Whose.Unsure(_, var whose) when isAnswer -> shaped(request, name, whose, text, goesOn, asker);
            case Whose.Unsure(var place, _) -> new Entered(said(Sentence.of("team.key.not-yours", "command",
                    "/provider add %s for team %s".formatted(name, place)), asker), isSecret);
            case Whose.Of whose -> shaped(request, name, whose, text, goesOn, asker);
        };
    }

    private static boolean isSecret(String text) {
        return Known.isKeyIn(text) || (text.length() > LONGEST_WORD && !text.contains(" "));
    }

    private Entered shaped(ProviderRequest request, String name, Whose.Of whose, String text, boolean goesOn,
            Asker asker) {
        var complaint = KeyShape.complaint(Known.of(name), text, keys.clouds().origin(name));
        return complaint.isPresent()
                ? new Entered(again(complaint.get().in(asker.phrases()), request, goesOn), isSecret(text))
                : new Entered(kept(request, name, whose, text, asker), true);
    }

    private static Next again(String complaint, ProviderRequest request, boolean goesOn) {
        var say = Say.text(complaint);
        return new Next.Said(goesOn ? say.asking(COMMAND + request.words()) : say);
    }

    private static Next nothingKept(Sentence why, Asker asker) {
        return said(Sentence.of("provider.nothing-kept", "why", why), asker);
    }

    private static Next said(Sentence sentence, Asker asker) {
        return new Next.Said(Say.text(sentence.in(asker.phrases())));
    }

    private Next kept(ProviderRequest request, String name, Whose.Of whose, String text, Asker asker) {
        try (var key = SecretText.of(text)) {
            keys.proposed().propose(whose.owner(), name, keys.clouds().origin(name), key);
        } catch (VaultException locked) {
            LOG.error("a provider key cannot be kept: {}", locked.getMessage());
            return said(ProviderTalk.LOCKED, asker);
        }
        return new Next.Errand(ProviderTalk.errand(request.with(Verb.TRY)));
    }
}
