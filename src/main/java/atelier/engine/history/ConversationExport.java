package atelier.engine.history;

import atelier.account.Accounts;
import atelier.chat.Attachment;
import atelier.conversation.Conversation;
import atelier.conversation.Conversations;
import atelier.conversation.Turn;
import atelier.create.Artifact;
import atelier.create.code.Titles;
import atelier.engine.delivery.Say;
import atelier.engine.delivery.Wrapping;
import atelier.engine.job.Errands;
import atelier.engine.port.Job;
import atelier.engine.port.Jobs;
import atelier.engine.port.MadeFiles;
import atelier.engine.port.Parts;
import atelier.generation.Cancellation;
import atelier.intent.Intent;
import atelier.language.Phrases;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A conversation as files: Markdown to read, JSON for programs. Files that were sent along or made are named.
public final class ConversationExport implements Errands {
    private static final int MOST_TURNS = 5000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Conversations conversations;
    private final Jobs jobs;
    private final MadeFiles madeFiles;
    private final Accounts accounts;

    public ConversationExport(Parts parts) {
        this.conversations = parts.conversations();
        this.jobs = parts.jobs();
        this.madeFiles = parts.madeFiles();
        this.accounts = parts.accounts();
    }

    /// One turn, as it is exported.
    ///
    /// @param speaker empty where it is plain who spoke
    record Line(String role, String speaker, String at, String text, List<String> files) {}

    /// All of it.
    record Whole(String title, String updatedAt, List<Line> turns) {}

    @Override
    public Say run(Job errand, Consumer<String> onText, Cancellation cancellation) {
        var phrases = Phrases.of(accounts.byId(errand.account()).locale());
        var asked = ((Intent.History) errand.intent()).request();
        return conversations.find(errand.whose(), Long.parseLong(asked.substring(1)))
                .map(it -> exported(errand, it, phrases))
                .orElseGet(() -> Say.text(phrases.say("conversation.tooLate")));
    }

    private Say exported(Job errand, Conversation conversation, Phrases phrases) {
        var lines = new ArrayList<Line>();
        for (var turn : conversations.recent(errand.whose(), conversation.id(), MOST_TURNS)) {
            lines.add(new Line(turn.role() == Turn.Role.PERSON ? "person" : "atelier", turn.speaker(),
                    turn.at().toString(), turn.text(), files(errand, turn)));
        }
        var whole = new Whole(conversation.title(), conversation.updatedAt().toString(), lines);
        var name = Titles.of(conversation.title(), "conversation");
        return Say.text(phrases.say("conversation.exported", "title", conversation.title(), "count", lines.size()))
                .with(List.of(file(name + ".md", "text/markdown", markdown(whole, phrases)),
                        file(name + ".json", "application/json", json(whole))), Wrapping.PLAIN);
    }

    private List<String> files(Job errand, Turn turn) {
        var job = jobs.find(turn.job()).filter(it -> it.isWithin(errand.account(), errand.address().chat()));
        return job.map(it -> turn.role() == Turn.Role.PERSON
                ? it.attachments().stream().map(Attachment::name).toList()
                : madeFiles.of(it.account(), it.id()).stream().map(MadeFiles.MadeFile::path).toList())
                .orElse(List.of());
    }

    private static String markdown(Whole whole, Phrases phrases) {
        var text = new StringBuilder("# ").append(whole.title()).append('\n');
        for (var line : whole.turns()) {
            var person = line.speaker().isEmpty() ? phrases.say("conversation.export.person") : line.speaker();
            text.append("\n## ").append(line.role().equals("person") ? person : "Atelier").append(" · ")
                    .append(line.at()).append("\n\n").append(line.text()).append('\n');
            if (!line.files().isEmpty()) {
                text.append('\n').append(phrases.say("conversation.export.files")).append(": ")
                        .append(String.join(", ", line.files().stream().map(it -> "`" + it + "`").toList()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String json(Whole whole) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Artifact file(String name, String type, String content) {
        return new Artifact(name, type, content.getBytes(StandardCharsets.UTF_8));
    }
}
