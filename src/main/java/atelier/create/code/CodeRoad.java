package atelier.create.code;

import atelier.chat.UserFacingException;
import atelier.create.Creation;
import atelier.create.Evidence;
import atelier.create.ExtractedFile;
import atelier.create.PromptTemplate;
import atelier.create.Refusal;
import atelier.create.SafePath;
import atelier.create.Scribe;
import atelier.create.Workbench;
import atelier.create.check.ProjectChecks;
import atelier.create.check.ProjectChecks.Report;
import atelier.create.check.Promise;
import atelier.generation.Answer.Answered;
import atelier.generation.Prompt;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// From words to checked files: ask, extract, check, repair once.
public final class CodeRoad {
    private final Scribe scribe;
    private final PromptTemplate only = PromptTemplate.load("files-only");
    private final PromptTemplate repair = PromptTemplate.load("repair");
    private final PromptTemplate change = PromptTemplate.load("change");

    public CodeRoad(Scribe scribe) {
        this.scribe = scribe;
    }

    /// What is wanted.
    ///
    /// @param prompt  which prompt in which version this is, for the evidence
    /// @param promise what the files must keep beyond being right
    public record Task(String system, Prompt.Sampling sampling, String prompt, String request, String title,
            Promise promise) {}

    /// What is known after a round.
    private record State(Extraction extraction, Report report, Answered answered) {}

    /// @throws UserFacingException when no file came of it, in words that say what to do
    public Creation make(String system, String request, String title, Workbench bench) {
        return make(new Task(system, repair.sampling(), "", request, title, Promise.NONE), bench);
    }

    /// Makes something new, or the next version of the work on the bench.
    ///
    /// @throws UserFacingException when no file came of it, in words that say what to do
    public Creation make(Task task, Workbench bench) {
        var work = bench.work();
        if (work == null) {
            return made(task, bench);
        }
        var wish = change.fill(Map.of("version", Integer.toString(work.version()), "request", work.request()));
        var changed = made(new Task(task.system() + "\n\n" + wish, task.sampling(), task.prompt() + " + " + change.id(),
                task.request(), Titles.of(work.request(), task.title()), task.promise()), bench);
        var files = new ArrayList<>(changed.files());
        files.addAll(Change.others(work));
        return new Creation(changed.title(), files, changed.text(), changed.checks(), changed.answeredBy(),
                changed.maker(), changed.evidence());
    }

    private Creation made(Task task, Workbench bench) {
        var told = scribe.ask(task.system(), task.request(), bench, task.sampling(), null,
                new Progress("", bench.phrases(), bench.onText()));
        var prompt = told.brief().prompt();
        var first = told.answered();
        var work = bench.work();
        var state = state(FileExtractor.extract(first.text(), Change.files(work)), first, task.promise());
        if (state.extraction().isEmpty() && (work == null || !Change.removes(state.extraction()))) {
            state = askAgain(prompt, state, bench, task.promise());
        }
        if (work != null) {
            state = state(Change.onto(work, state.extraction(), told.brief().cut()), state.answered(), task.promise());
        }
        if (!state.report().passed()) {
            state = repaired(prompt, state, bench, task.promise());
        }
        var extraction = state.extraction();
        if (work != null) {
            Change.refuseLost(work, extraction);
        }
        if (extraction.files().isEmpty()) {
            throw new UserFacingException(
                    Sentence.of("code.unsafe", "file", extraction.rejected().getFirst().path()));
        }
        return new Creation(task.title(), extraction.files().stream().map(ExtractedFile::artifact).toList(),
                told.brief().noted(Summary.of(extraction, state.report(), bench.phrases())), state.report().checks(),
                state.answered(),
                null,
                new Evidence(task.prompt(), state.report().byFile()));
    }

    private State askAgain(Prompt prompt, State state, Workbench bench, Promise promise) {
        var text = state.answered().text();
        Refusal.refuseIn(text);
        var again = scribe.ask(Scribe.next(prompt, text, only.fill(Map.of())), bench,
                new Progress(bench.phrases().say("code.asking"), bench.phrases(), bench.onText()));
        var extraction = FileExtractor.extract(again.text(), Change.files(bench.work()));
        if (extraction.isEmpty()) {
            Refusal.refuseIn(again.text());
            throw new UserFacingException(text.isBlank()
                    ? Sentence.of("code.empty")
                    : Sentence.of("code.no-file", "said", Refusal.shortly(text)));
        }
        var explanation = Explanation.joined(extraction.explanation());
        return state(new Extraction(extraction.files(), extraction.rejected(), explanation, extraction.edits()),
                Scribe.sum(state.answered(), again), promise);
    }

    /// One round that sees the findings and the broken files, nothing else.
    private State repaired(Prompt prompt, State state, Workbench bench, Promise promise) {
        var words = repair.fill(Map.of("findings", findings(state), "files", broken(state)));
        Answered answered;
        try {
            // A file with a refused name is not at hand any more, nor is a change that did not fit, so the model needs its own
            // answer before it.
            var round = state.extraction().rejected().isEmpty() && state.extraction().edits().misfits().isEmpty()
                    ? new Prompt(prompt.system(), List.of(new Prompt.Turn(Prompt.Turn.Role.PERSON, words)),
                            repair.sampling(), null)
                    : Scribe.next(prompt, state.answered().text(), words);
            answered = scribe.ask(round, bench,
                    new Progress(bench.phrases().say("code.repairing"), bench.phrases(), bench.onText()));
        } catch (UserFacingException e) {
            // What there is, with its failed checks, is worth more than nothing.
            return state;
        }
        var better = FileExtractor.extract(answered.text(), state.extraction().files());
        var sum = Scribe.sum(state.answered(), answered);
        if (better.files().isEmpty()) {
            return new State(state.extraction(), state.report(), sum);
        }
        var needed = new Extraction(better.files().stream().filter(file -> isWanted(file, state)).toList(),
                better.rejected(), "", better.edits());
        var sparing = state(merged(state.extraction(), needed), sum, promise);
        var whole = needed.files().size() == better.files().size()
                ? sparing
                : state(merged(state.extraction(), better), sum, promise);
        var best = count(whole) < count(sparing) ? whole : sparing;
        return count(best) > count(state) ? new State(state.extraction(), state.report(), sum) : best;
    }

    /// Files that were right stay as they are, unless only changing them too makes the whole right.
    private static boolean isWanted(ExtractedFile file, State state) {
        return !state.report().passed(file.path())
                || state.extraction().files().stream().noneMatch(known -> known.path().equals(file.path()));
    }

    private static int count(State state) {
        return state.report().findings().size();
    }

    private static Extraction merged(Extraction before, Extraction better) {
        var files = new LinkedHashMap<String, ExtractedFile>();
        before.files().forEach(file -> files.put(file.path(), file));
        better.edits().removed().forEach(files::remove);
        better.files().forEach(file -> files.put(file.path(), file));
        var rejected = new ArrayList<>(better.rejected());
        for (var one : before.rejected()) {
            if (better.files().stream().noneMatch(file -> name(file.path()).equals(name(one.path())))
                    && !rejected.contains(one)) {
                rejected.add(one);
            }
        }
        var misfits = new ArrayList<>(better.edits().misfits());
        for (var one : before.edits().misfits()) {
            boolean isThere = before.files().stream().anyMatch(file -> file.path().equals(one.path()));
            boolean answered = isThere
                    ? better.files().stream().anyMatch(file -> file.path().equals(one.path()))
                    : !better.files().isEmpty();
            if (!answered && misfits.stream().noneMatch(other -> other.path().equals(one.path()))) {
                misfits.add(one);
            }
        }
        return new Extraction(new ArrayList<>(files.values()), rejected, before.explanation(),
                new Extraction.Edits(before.edits().amended(), before.edits().removed(), misfits));
    }

    private static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static State state(Extraction extraction, Answered answered, Promise promise) {
        var refused = extraction.rejected().stream().map(one -> new SafePath.Refused(one.path(), one.why()))
                .toList();
        var misfits = extraction.edits().misfits().stream()
                .map(one -> ProjectChecks.misfit(one.path(), one.why())).toList();
        return new State(extraction, ProjectChecks.run(extraction.files(), refused, misfits, promise), answered);
    }

    private static String findings(State state) {
        return state.report().findings().stream().limit(20)
                .map(finding -> "- `" + finding.path() + "` " + finding.problem()).collect(Collectors.joining("\n"));
    }

    private static String broken(State state) {
        return state.extraction().files().stream().filter(file -> !state.report().passed(file.path()))
                .map(file -> "### " + file.path() + "\n````" + file.language() + "\n" + file.content() + "````")
                .collect(Collectors.joining("\n\n"));
    }

    static String word(@Nullable Object value) {
        return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
    }
}
