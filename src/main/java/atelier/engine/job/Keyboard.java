package atelier.engine.job;

import atelier.chat.Button;
import atelier.chat.Excerpt;
import atelier.engine.port.Buttons;
import atelier.engine.port.Buttons.Meaning;
import atelier.engine.port.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The buttons under the answer to a job, whose meanings are stored together.
final class Keyboard {
    private static final int LONGEST_LABEL = 80;

    private final Job job;
    private final List<Button> buttons = new ArrayList<>();
    private final Map<String, Meaning> meanings = new LinkedHashMap<>();

    Keyboard(Job job) {
        this.job = job;
    }

    Keyboard add(Buttons.Action action, String label) {
        return add(action, job.id(), label);
    }

    Keyboard add(Buttons.Action action, String argument, String label) {
        var id = Buttons.newId();
        meanings.put(id, new Meaning(job.account(), job.address().chat().key(), action, argument));
        buttons.add(new Button(id, Excerpt.of(label, LONGEST_LABEL), Button.Style.NORMAL));
        return this;
    }

    Keyboard link(String label, String opens) {
        buttons.add(Button.link(Excerpt.of(label, LONGEST_LABEL), opens));
        return this;
    }

    /// Stores what they mean, in the current transaction.
    List<Button> stored(Buttons store) {
        store.add(meanings);
        return List.copyOf(buttons);
    }
}
