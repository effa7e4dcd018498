package atelier.engine.delivery;

import atelier.chat.Limits;
import atelier.chat.ReplyAddress;
import atelier.chat.Splitter;
import atelier.create.Artifact;
import atelier.engine.port.Outbox.Draft;
import atelier.language.Phrases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lays a finished answer out as messages a platform takes: text split, files on messages of their own where they must be,
/// one call to the platform a message, so that each can be repeated or given up alone.
final class ReplyPlan {
    private static final int MOST_TEXT_MESSAGES = 3;

    private final long account;
    private final Supplier<Phrases> phrases;
    private final ReplyAddress address;
    private final Limits limits;
    private final FilePacker packer;

    ReplyPlan(long account, Supplier<Phrases> phrases, ReplyAddress address, Limits limits, FilePacker packer) {
        this.account = account;
        this.phrases = phrases;
        this.address = address;
        this.limits = limits;
        this.packer = packer;
    }

    /// @param drafts  without buttons
    /// @param buttons place of the last message of text, under which they stand
    record Laid(List<Draft> drafts, int buttons) {}

    /// @param text     Markdown of any length
    /// @param manifest of the files, should they be packed
    Laid of(String text, Wrapping wrapping, List<Draft.File> files, @Nullable Artifact manifest) {
        var told = new ArrayList<Draft.File>();
        var chunks = chunks(text, wrapping.title(), told);
        var packed = packer.pack(wrapping, files, manifest, told, limits);
        var words = packed.left().isEmpty() ? chunks : withNotice(chunks, packed.left());
        var groups = new ArrayList<>(packed.groups());
        var drafts = new ArrayList<Draft>();
        for (var index = 0; index < words.size(); index++) {
            var isLast = index == words.size() - 1;
            var onText = isLast && limits.filesOnEdit() && !groups.isEmpty()
                    ? groups.removeFirst()
                    : List.<Draft.File>of();
            drafts.add(new Draft(account, address, index == 0, words.get(index), List.of(), onText));
        }
        groups.forEach(group -> drafts.add(new Draft(account, address, false, "", List.of(), group)));
        return new Laid(drafts, words.size() - 1);
    }

    /// Text that would fill more than three messages becomes a file with its beginning shown.
    private List<String> chunks(String text, String title, List<Draft.File> told) {
        // A character is two units of text at the most, so what is longer than this fills too many messages in any case.
        var most = 2 * (MOST_TEXT_MESSAGES + 1) * limits.text();
        var shown = text.strip();
        if (shown.length() <= most) {
            var chunks = Splitter.split(shown.isEmpty() ? phrases.get().say("delivery.done") : text, limits);
            if (chunks.size() <= MOST_TEXT_MESSAGES) {
                return chunks;
            }
        }
        told.add(packer.store(FilePacker.fileName(title) + ".md", "text/markdown",
                text.getBytes(StandardCharsets.UTF_8)));
        var room = new Limits(limits.text() - 80, limits.unit(), 1, 1, 1, false);
        var start = Splitter.split(shown.substring(0, Math.min(shown.length(), most)), room).stream().findFirst();
        return List.of(start.orElse("") + "\n\n" + phrases.get().say("delivery.in-file"));
    }

    private List<String> withNotice(List<String> chunks, List<String> left) {
        var notice = phrases.get().say("delivery.too-large", "files", String.join(", ", left));
        var all = new ArrayList<>(chunks);
        all.addAll(Splitter.split(notice, limits));
        return all;
    }
}
