package atelier.adapter.telegram;

import atelier.chat.Button;
import atelier.chat.Outgoing;
import atelier.chat.OutgoingFile;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Takes an answer apart into calls: the text, documents in groups, and everything that shows or plays on its own. The
/// buttons hang on the text, else on the last file, since a group takes none.
final class Parts {
    private static final int LARGEST_GROUP = 10;
    private static final TelegramText NO_TEXT = TelegramText.plain("");

    private final Outgoing outgoing;
    private final TelegramSends sends;
    private final List<Part> parts = new ArrayList<>();

    private Parts(Outgoing outgoing, TelegramSends sends) {
        this.outgoing = outgoing;
        this.sends = sends;
    }

    static List<Part> of(Outgoing outgoing, TelegramSends sends) {
        var parts = new Parts(outgoing, sends);
        parts.take();
        return parts.parts;
    }

    private void take() {
        var text = outgoing.text();
        var files = outgoing.files();
        var rendered = text.isBlank() ? NO_TEXT : TelegramText.of(text);
        if (outgoing.finishesOwn()) {
            edit(rendered);
            files(files, List.of());
        } else if (files.size() == 1 && rendered.text().length() <= TelegramText.LONGEST_CAPTION) {
            single(files.getFirst(), rendered, outgoing.buttons());
        } else if (text.isBlank()) {
            files(files, outgoing.buttons());
        } else {
            send(rendered);
            files(files, List.of());
        }
    }

    private void edit(TelegramText rendered) {
        var message = outgoing.address().messageId();
        if (message == null) {
            send(rendered);
        } else if (!outgoing.text().isBlank()) {
            parts.add(new Part(true, () -> edited(message, rendered),
                    () -> edited(message, TelegramText.plain(outgoing.text()))));
        }
    }

    private String edited(String message, TelegramText text) throws TelegramApiException {
        sends.edit(outgoing.address(), Integer.parseInt(message), text, outgoing.buttons());
        return message;
    }

    private void send(TelegramText rendered) {
        parts.add(new Part(false, () -> String.valueOf(sends.send(outgoing.address(), rendered, outgoing.buttons())),
                () -> String.valueOf(
                        sends.send(outgoing.address(), TelegramText.plain(outgoing.text()), outgoing.buttons()))));
    }

    private void files(List<OutgoingFile> files, List<Button> buttons) {
        var documents = new ArrayList<OutgoingFile>();
        var alone = new ArrayList<OutgoingFile>();
        files.forEach(file -> (FileKind.of(file) == FileKind.DOCUMENT ? documents : alone).add(file));
        if (!buttons.isEmpty() && alone.isEmpty() && !documents.isEmpty()) {
            alone.add(documents.removeLast());
        }
        for (var from = 0; from < documents.size(); from += LARGEST_GROUP) {
            group(List.copyOf(documents.subList(from, Math.min(documents.size(), from + LARGEST_GROUP))));
        }
        for (var index = 0; index < alone.size(); index++) {
            single(alone.get(index), NO_TEXT, index == alone.size() - 1 ? buttons : List.of());
        }
    }

    private void group(List<OutgoingFile> documents) {
        if (documents.size() == 1) {
            single(documents.getFirst(), NO_TEXT, List.of());
        } else {
            parts.add(new Part(false, () -> id(sends.group(outgoing.address(), documents)), null));
        }
    }

    private void single(OutgoingFile file, TelegramText caption, List<Button> buttons) {
        parts.add(new Part(false, () -> id(sends.file(outgoing.address(), file, caption, buttons)),
                () -> id(FileKind.of(file) == FileKind.VOICE
                        ? sends.document(outgoing.address(), file, TelegramText.plain(caption.text()), buttons)
                        : sends.file(outgoing.address(), file, TelegramText.plain(caption.text()), buttons))));
    }

    private static String id(org.telegram.telegrambots.meta.api.objects.message.Message message) {
        return String.valueOf(message.getMessageId());
    }
}
