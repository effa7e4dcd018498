package atelier.engine.compare;

import atelier.chat.UserFacingException;
import atelier.create.Workbench;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.engine.port.Workshop;
import atelier.intent.Intent;
import atelier.intent.IntentParser;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/// Has several models do the same work at once. Models of one local server take turns, since it may hold only one in memory; everything
/// else runs side by side.
public final class Comparison {
    private final Workshop workshop;
    private final IntentParser parser;
    private final Parts parts;
    private final InstantSource clock;

    public Comparison(Parts parts) {
        this.workshop = parts.workshop();
        this.parser = parts.parser();
        this.parts = parts;
        this.clock = parts.clock();
    }

    /// Blocks until every model has answered or failed.
    ///
    /// @param bench what all of them work with; whose terms name no model
    /// @param show  shows the live table
    /// @throws CancellationException when the person stopped it
    public Compared run(Job job, Intent.CompareModels asked, Workbench bench, Consumer<String> show) {
        var since = clock.instant();
        var task = Task.of(asked.request(), job.attachments(), parser)
                .orElseThrow(() -> new IllegalArgumentException("nothing to compare on: " + job.id()));
        var names = Names.shown(asked.models());
        var board = new Board(names, bench.phrases(), show);
        var takes = new AtomicReferenceArray<Take>(names.size());
        var servers = Servers.of(parts, job, bench.terms().own());
        var bout = new Bout(workshop, task, bench, board, servers);
        var turns = turns(asked.models(), servers).stream().<Callable<Void>>map(places -> () -> {
            for (var place : places) {
                takes.set(place, bout.take(job.id(), place, asked.models().get(place), names.get(place)));
            }
            return null;
        }).toList();
        await(turns, bench);
        var all = new ArrayList<Take>();
        for (var place = 0; place < takes.length(); place++) {
            all.add(takes.get(place));
        }
        return new Compared(asked.request(), task.kind(), all, Duration.between(since, clock.instant()),
                bench.phrases());
    }

    /// Places that have to wait for each other stand together.
    private static List<List<Integer>> turns(List<String> models, Servers servers) {
        var turns = new LinkedHashMap<String, List<Integer>>();
        for (var place = 0; place < models.size(); place++) {
            turns.computeIfAbsent(servers.of(models.get(place)), _ -> new ArrayList<>()).add(place);
        }
        return List.copyOf(turns.values());
    }

    private static void await(List<Callable<Void>> turns, Workbench bench) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var turn : threads.invokeAll(turns)) {
                turn.get();
            }
        } catch (InterruptedException _) {
            bench.cancellation().cancel();
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            throw unwrapped(failure);
        }
        if (bench.cancellation().isCancelled()) {
            throw new CancellationException();
        }
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        return switch (failure.getCause()) {
            case CancellationException stopped -> stopped;
            case UserFacingException told -> told;
            case null, default -> new IllegalStateException(failure);
        };
    }
}
