package atelier.engine.history;

import atelier.chat.Button;
import atelier.chat.Excerpt;
import atelier.conversation.Conversation;
import atelier.conversation.Conversations;
import atelier.conversation.Whose;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.intent.Intent;
import atelier.language.Phrases;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is said about conversations. All of it is free, and nothing of it reaches another person or place.
public final class ConversationTalk {
    private static final int PAGE = 8;
    private static final int MOST_FOUND = 10;
    private static final int LABEL = 60;
    private static final int LAST = 200;

    private final Conversations conversations;
    private final Shelf shelf;

    public ConversationTalk(Parts parts) {
        this.conversations = parts.conversations();
        this.shelf = new Shelf(conversations);
    }

    /// @param current the conversation that is open where this is said
    public Next to(Intent.History asked, Asker asker, Conversation current) {
        var speech = new Speech(asker.whose(), current, Phrases.of(asker.account().locale()));
        return switch (HistoryRequest.of(asked)) {
            case HistoryRequest.Begin _ -> {
                conversations.begin(speech.whose());
                yield speech.says("conversation.begun");
            }
            case HistoryRequest.Page(var number) -> new Next.Said(page(speech, number));
            case HistoryRequest.Open(var which) -> one(speech, which, "open", it -> open(speech, it));
            case HistoryRequest.Rename(var title) -> rename(speech, title);
            case HistoryRequest.Search(var words) -> search(speech, words);
            case HistoryRequest.Export(var which) -> one(speech, which, "export",
                    it -> new Next.Errand(new Intent.History("export", "#" + it.id())));
            case HistoryRequest.Delete(var which, var isSure) -> one(speech, which, "delete",
                    it -> isSure ? delete(speech, it) : sure(speech, it));
            case HistoryRequest.Restore(var id) -> restore(speech, id);
        };
    }

    /// Who asks, and in what language they are answered.
    private record Speech(Whose whose, Conversation current, Phrases phrases) {
        Next says(String key, Object... values) {
            return new Next.Said(Say.text(phrases.say(key, values)));
        }

        String say(String key, Object... values) {
            return phrases.say(key, values);
        }
    }

    private Say page(Speech speech, int number) {
        var count = conversations.count(speech.whose());
        var from = Math.min((number - 1) * PAGE, Math.max(0, (count - 1) / PAGE * PAGE));
        var shown = conversations.list(speech.whose(), PAGE, from);
        if (shown.isEmpty()) {
            return Say.text(speech.say("conversation.none"));
        }
        var text = new StringBuilder(speech.say("conversation.list", "from", from + 1, "to", from + shown.size(),
                "count", count));
        for (int i = 0; i < shown.size(); i++) {
            text.append('\n').append(from + i + 1).append(". ").append(line(speech, shown.get(i)));
        }
        var choices = new ArrayList<>(buttons(shown));
        if (from > 0) {
            choices.add(Say.Choice.of(speech.say("conversation.newer"), "/conversation list " + from / PAGE));
        }
        if (from + shown.size() < count) {
            choices.add(Say.Choice.of(speech.say("conversation.older"), "/conversation list " + (from / PAGE + 2)));
        }
        return new Say(text.toString(), choices);
    }

    private static String line(Speech speech, Conversation one) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(speech.phrases().language().locale()).format(one.updatedAt().atOffset(ZoneOffset.UTC));
        return one.title() + " (" + day + ")"
                + (one.id() == speech.current().id() ? " " + speech.say("conversation.here") : "");
    }

    private static List<Say.Choice> buttons(List<Conversation> shown) {
        return shown.stream()
                .map(it -> Say.Choice.of(Excerpt.of(it.title(), LABEL), "/conversation open #" + it.id())).toList();
    }

    /// Goes on with the conversation meant; where that is not plain, asks.
    private Next one(Speech speech, String which, String verb, Function<Conversation, Next> how) {
        if (which.isEmpty()) {
            return verb.equals("open")
                    ? new Next.Said(page(speech, 1))
                    : speech.current().title().isEmpty()
                            ? speech.says("conversation.none")
                            : how.apply(speech.current());
        }
        var found = shelf.find(speech.whose(), which);
        if (found.isEmpty()) {
            return which.startsWith("#")
                    ? speech.says("conversation.gone") // behind an old button
                    : speech.says("conversation.unknown", "asked", Excerpt.of(which, LABEL));
        }
        return found.size() == 1
                ? how.apply(found.getFirst())
                : new Next.Said(new Say(speech.say("conversation.which"), found.stream().limit(MOST_FOUND)
                        .map(it -> Say.Choice.of(Excerpt.of(it.title(), LABEL),
                                "/conversation " + verb + " #" + it.id()))
                        .toList()));
    }

    private Next open(Speech speech, Conversation meant) {
        return conversations.open(speech.whose(), meant.id()).map(opened -> {
            var turns = conversations.recent(speech.whose(), opened.id(), 1);
            var last = turns.isEmpty() ? "…" : Excerpt.of(turns.getFirst().attributed().replace('\n', ' '), LAST);
            return speech.says("conversation.opened", "title", opened.title(), "last", last);
        }).orElseGet(() -> speech.says("conversation.unknown", "asked", meant.title()));
    }

    private Next rename(Speech speech, String title) {
        if (title.isBlank()) {
            return new Next.Said(Say.text(speech.say("conversation.rename.what")).asking("/conversation rename"));
        }
        conversations.rename(speech.whose(), speech.current().id(), title);
        return conversations.find(speech.whose(), speech.current().id())
                .map(it -> speech.says("conversation.renamed", "title", it.title()))
                .orElseGet(() -> speech.says("conversation.none"));
    }

    private Next search(Speech speech, String words) {
        if (words.isBlank()) {
            return new Next.Said(Say.text(speech.say("conversation.search.what")).asking("/conversation search"));
        }
        var found = conversations.search(speech.whose(), words, MOST_FOUND);
        var shown = Excerpt.of(words, LABEL);
        if (found.isEmpty()) {
            return speech.says("conversation.notFound", "words", shown);
        }
        var text = new StringBuilder(speech.say("conversation.found", "count", found.size(), "words", shown));
        found.forEach(it -> text.append("\n- ").append(line(speech, it)));
        return new Next.Said(new Say(text.toString(), buttons(found)));
    }

    private static Next sure(Speech speech, Conversation meant) {
        return meant.account() != speech.whose().account()
                ? speech.says("conversation.notYours")
                : new Next.Said(new Say(speech.say("conversation.delete.sure", "title", meant.title()), List.of(
                        new Say.Choice(speech.say("conversation.delete.yes"),
                                "/conversation delete #" + meant.id() + " yes", Button.Style.DANGER),
                        Say.Choice.of(speech.say("conversation.delete.no"), "/conversation list"))));
    }

    private Next delete(Speech speech, Conversation meant) {
        return conversations.remove(speech.whose(), meant.id())
                ? new Next.Said(new Say(speech.say("conversation.deleted", "title", meant.title()),
                        List.of(Say.Choice.of(speech.say("conversation.undo"),
                                "/conversation restore #" + meant.id()))))
                : speech.says("conversation.notYours");
    }

    private Next restore(Speech speech, String id) {
        var back = id.matches("#\\d{1,18}")
                ? conversations.restore(speech.whose(), Long.parseLong(id.substring(1)))
                : Optional.<Conversation>empty();
        return back.map(it -> speech.says("conversation.restored", "title", it.title()))
                .orElseGet(() -> speech.says("conversation.tooLate"));
    }
}
