package atelier.engine.job;

import atelier.account.Account;
import atelier.chat.Attachment;
import atelier.chat.UserFacingException;
import atelier.conversation.Conversations;
import atelier.conversation.HistoryWindow;
import atelier.conversation.Turn;
import atelier.create.Creation;
import atelier.create.Materials;
import atelier.create.Workbench;
import atelier.engine.persona.ChosenPersona;
import atelier.engine.port.Adapters;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.engine.version.Versions;
import atelier.generation.Cancellation;
import atelier.generation.Prompt;
import atelier.intent.Intent;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Lays out what a creator works with: the conversation so far, the files sent along, the files to be changed.
final class Benches {
    private static final int TURNS = 40;
    private static final int REMEMBERED_CODE = 8000;

    private final Conversations conversations;
    private final Versions versions;
    private final PersonalTerms terms;
    private final ChosenPersona personas;
    private final Adapters adapters;
    private final int historyTokens;

    Benches(Parts parts) {
        this.conversations = parts.conversations();
        this.versions = new Versions(parts);
        this.terms = new PersonalTerms(parts);
        this.personas = new ChosenPersona(parts);
        this.adapters = parts.adapters();
        this.historyTokens = parts.historyTokens();
    }

    Workbench lay(Account account, Job job, Cancellation cancellation, Consumer<String> onText) {
        var materials = new ArrayList<Workbench.Material>();
        var quoted = job.quoted();
        if (quoted != null && !quoted.isBlank()) {
            materials.add(new Workbench.Material("quoted message", quoted));
        }
        var manner = personas.manner(account, job.address().chat());
        for (var attachment : job.attachments()) {
            materials.addAll(fetch(job, attachment, manner.phrases()));
        }
        return new Workbench(history(job), materials, versions.revised(job).orElse(null), terms.of(account, job),
                job.seed(),
                onText, cancellation, manner);
    }

    private List<Prompt.Turn> history(Job job) {
        var earlier = conversations.recent(job.whose(), job.conversation(), TURNS).stream()
                .filter(turn -> !turn.job().equals(job.id())).toList();
        return HistoryWindow.of(earlier, historyTokens).stream().map(turn -> new Prompt.Turn(
                turn.role() == Turn.Role.PERSON ? Prompt.Turn.Role.PERSON : Prompt.Turn.Role.ASSISTANT,
                turn.attributed()))
                .toList();
    }

    /// What is to be made. Where several people talk, a model that talks with them hears who says it.
    Intent attributed(Job job) {
        if (!(job.intent() instanceof Intent.Talk(var words)) || !job.address().chat().isShared()) {
            return job.intent();
        }
        return conversations.recent(job.whose(), job.conversation(), TURNS).stream()
                .filter(turn -> turn.job().equals(job.id()) && !turn.speaker().isEmpty()).findFirst()
                .<Intent>map(turn -> new Intent.Talk(turn.plainSpeaker() + ": " + words)).orElse(job.intent());
    }

    private List<Workbench.Material> fetch(Job job, Attachment attachment, Phrases phrases) {
        var adapter = adapters.of(job.address()).orElseThrow(() -> new UserFacingException(
                Sentence.of("job.file.unreachable", "platform", job.address().chat().platform().name())));
        try (var content = adapter.fetch(attachment)) {
            return switch (Materials.read(attachment.name(), content.readNBytes(Materials.MAX_DOWNLOAD + 1))) {
                case Materials.Refused(var sentence) -> throw new UserFacingException(sentence);
                case Materials.Texts(var texts, var notes) -> withNotes(texts,
                        notes.stream().map(note -> note.in(phrases)).toList());
            };
        } catch (IOException _) {
            throw new UserFacingException(Sentence.of("job.file.gone", "name", attachment.name()));
        }
    }

    private static List<Workbench.Material> withNotes(List<Workbench.Material> texts, List<String> notes) {
        if (notes.isEmpty()) {
            return texts;
        }
        var all = new ArrayList<>(texts);
        all.add(Workbench.Material.note(notes));
        return all;
    }

    /// What a conversation keeps of a result: the words, and the code as far as it is short, so that one can talk about it.
    static String remembered(Creation creation) {
        var text = new StringBuilder(creation.text());
        for (var file : creation.files()) {
            if (file.isText() && text.length() + file.content().length < REMEMBERED_CODE) {
                text.append("\n\n").append(file.path()).append(":\n```\n")
                        .append(new String(file.content(), StandardCharsets.UTF_8)).append("\n```");
            } else {
                text.append("\n\n[file ").append(file.path()).append(']');
            }
        }
        return text.toString();
    }
}
