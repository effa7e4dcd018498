package atelier.adapter.telegram;

import atelier.chat.Button;
import atelier.chat.Outgoing;
import atelier.chat.OutgoingFile;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Takes an answer apart into calls: the text, music as tracks, documents in groups, and everything that shows or plays on
/// its own. The buttons hang on the text, else on the last file, since a group takes none.
final class Parts {
    private static final int LARGEST_GROUP = 10;
    private static final TelegramText NO_TEXT = TelegramText.plain("");

    private final Outgoing outgoing;
    private final TelegramSends sends;
    private final Tracks tracks;
    private final List<Part> parts = new ArrayList<>();

    private Parts(Outgoing outgoing, TelegramSends sends, Tracks tracks) {
        this.outgoing = outgoing;
        this.sends = sends;
        this.tracks = tracks;
    }

    static List<Part> of(Outgoing outgoing, TelegramSends sends, Tracks tracks) {
        var parts = new Parts(outgoing, sends, tracks);
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
        } else if (files.size() == 1 && !takes(files.getFirst())
                && rendered.text().length() <= TelegramText.LONGEST_CAPTION) {
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

    private boolean takes(OutgoingFile file) {
        return tracks.takes(file);
    }

    private void files(List<OutgoingFile> files, List<Button> buttons) {
        var music = files.stream().filter(this::takes).toList();
        var documents = new ArrayList<OutgoingFile>();
        var alone = new ArrayList<OutgoingFile>();
        files.forEach(file -> (FileKind.of(file) == FileKind.DOCUMENT || music.contains(file) ? documents : alone)
                .add(file));
        if (!buttons.isEmpty() && alone.isEmpty() && music.isEmpty()) {
            alone.add(documents.removeLast());
        }
        for (var index = 0; index < music.size(); index++) {
            var isLast = alone.isEmpty() && index == music.size() - 1;
            track(music.get(index), isLast ? buttons : List.of());
        }
        for (var from = 0; from < documents.size(); from += LARGEST_GROUP) {
            group(List.copyOf(documents.subList(from, Math.min(documents.size(), from + LARGEST_GROUP))), music);
        }
        for (var index = 0; index < alone.size(); index++) {
            single(alone.get(index), NO_TEXT, index == alone.size() - 1 ? buttons : List.of());
        }
    }

    /// Music plays as a track; where none can be made of it, as a voice message; where the person takes none, it is a file.
    private void track(OutgoingFile file, List<Button> buttons) {
        var address = outgoing.address();
        parts.add(new Part(false, () -> {
            var track = tracks.of(file);
            return id(track.isPresent()
                    ? sends.track(address, track.get(), buttons)
                    : sends.file(address, file, NO_TEXT, buttons));
        }, () -> id(sends.document(address, file, NO_TEXT, buttons))));
    }

    /// @param music what is among these documents as well, unless it went out as it is
    private void group(List<OutgoingFile> documents, List<OutgoingFile> music) {
        parts.add(new Part(false, () -> {
            var left = documents.stream().filter(file -> !music.contains(file) || tracks.of(file).isPresent()).toList();
            return switch (left.size()) {
                case 0 -> "";
                case 1 -> id(sends.document(outgoing.address(), left.getFirst(), NO_TEXT, List.of()));
                default -> id(sends.group(outgoing.address(), left));
            };
        }, null));
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
