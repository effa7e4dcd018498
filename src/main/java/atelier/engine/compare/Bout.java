package atelier.engine.compare;

import atelier.chat.UserFacingException;
import atelier.create.Creation;
import atelier.create.Workbench;
import atelier.engine.port.Workshop;
import atelier.generation.OwnModel;
import atelier.generation.Terms;
import atelier.intent.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One model's turn at the task that all have.
final class Bout {
    private static final Logger LOG = LoggerFactory.getLogger(Bout.class);

    private final Workshop workshop;
    private final Intent task;
    private final Workbench bench;
    private final Board board;
    private final Servers servers;

    Bout(Workshop workshop, Intent task, Workbench bench, Board board, Servers servers) {
        this.workshop = workshop;
        this.task = task;
        this.bench = bench;
        this.board = board;
        this.servers = servers;
    }

    /// @param place from 0
    /// @throws CancellationException when the person stopped it
    Take take(String job, int place, String model, String name) {
        if (bench.cancellation().isCancelled()) {
            throw new CancellationException();
        }
        board.set(place, new Stage.Generating(0));
        var take = tried(job, place, model, name);
        board.set(place, switch (take) {
            case Take.Made made -> new Stage.Completed(made.answered().totalMs(), made.tokens());
            case Take.Missed missed -> new Stage.Failed(missed.reason());
        });
        return take;
    }

    private Take tried(String job, int place, String model, String name) {
        var sentence = "";
        for (var candidate : candidates(model)) {
            try {
                return taken(place, model, name, servers.inTurn(candidate, () -> made(place, candidate)));
            } catch (UserFacingException failure) {
                // What is said is about the one asked for, not about the last in its place.
                sentence = sentence.isEmpty() ? failure.what().in(bench.phrases()) : sentence;
            } catch (CancellationException stopped) {
                throw stopped;
            } catch (RuntimeException failure) {
                LOG.error("job {}: {} failed in a comparison", job, candidate, failure);
                sentence = bench.phrases().say("compare.wrong");
            }
            if (bench.cancellation().isCancelled()) {
                throw new CancellationException();
            }
        }
        return new Take.Missed(place + 1, model, name, sentence);
    }

    private Take taken(int place, String model, String name, Creation creation) {
        var answered = creation.answeredBy();
        return answered == null
                ? new Take.Missed(place + 1, model, name, bench.phrases().say("compare.no-answer"))
                : new Take.Made(place + 1, model, name, creation, answered);
    }

    /// The model itself, then those its owner registered to stand in for it; for any other model nobody does.
    private List<String> candidates(String model) {
        var all = new ArrayList<String>();
        all.add(model);
        bench.terms().own().stream().filter(own -> own.name().equalsIgnoreCase(model)).findFirst()
                .map(OwnModel::fallbacks).ifPresent(all::addAll);
        return all;
    }

    private Creation made(int place, String candidate) {
        var terms = bench.terms();
        var cause = terms.cause();
        var strictly = new Terms(
                new Terms.Cause(cause.account(), cause.team(), cause.conversation(), Take.part(cause.job(), place + 1),
                        task.kind().name()),
                candidate, null, terms.own(), terms.cloud(), terms.fresh(), terms.only());
        return workshop.make(task, new Workbench(bench.history(), bench.materials(), null, strictly, bench.seed(),
                text -> board.written(place, text), bench.cancellation(), bench.manner()));
    }
}
