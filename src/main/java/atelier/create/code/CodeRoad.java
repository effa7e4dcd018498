package atelier.create.code;

import atelier.chat.UserFacingException;
import atelier.create.Creation;
import atelier.create.ExtractedFile;
import atelier.create.PromptTemplate;
import atelier.create.SafePath;
import atelier.create.Scribe;
import atelier.create.Workbench;
import atelier.create.check.ProjectChecks;
import atelier.create.check.ProjectChecks.Report;
import atelier.generation.Answer.Answered;
import atelier.generation.Prompt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// From words to checked files: ask, extract, check, repair once.
final class CodeRoad {
    private static final Pattern REFUSAL = Pattern.compile(
            "(?i)\\b(?:i can(?:no|')?t|i can\u2019t|i(?:'|\u2019)m sorry|i am sorry|i won(?:'|\u2019)t|i(?:'|\u2019)m (?:not able|unable)|i am (?:not able|unable)|as an ai|ich kann .{0,40}nicht|lo siento|no puedo)\\b");
    private static final int REFUSAL_LENGTH = 1_500;
    private static final Prompt.Sampling SAMPLING = new Prompt.Sampling(0.2, null);

    private final Scribe scribe;
    private final PromptTemplate only = PromptTemplate.load("files-only");
    private final PromptTemplate repair = PromptTemplate.load("repair");
    private final PromptTemplate change = PromptTemplate.load("change");

    CodeRoad(Scribe scribe) {
        this.scribe = scribe;
    }

    /// What is known after a round.
    private record State(Extraction extraction, Report report, Answered answered) {}

    Creation make(String system, String request, String title, Workbench bench) {
        var work = bench.work();
        if (work == null) {
            return made(system, request, title, bench);
        }
        var wish = change.fill(Map.of("version", Integer.toString(work.version()), "request", work.request()));
        var changed = made(system + "\n\n" + wish, request, Titles.of(work.request(), title), bench);
        var files = new ArrayList<>(changed.files());
        files.addAll(Change.others(work));
        return new Creation(changed.title(), files, changed.text(), changed.checks(), changed.answeredBy(),
                changed.maker());
    }

    private Creation made(String system, String request, String title, Workbench bench) {
        var prompt = Scribe.prompt(system, request, bench, SAMPLING);
        var first = scribe.ask(prompt, bench, new Progress("", bench.onText()));
        var state = state(FileExtractor.extract(first.text()), first);
        var work = bench.work();
        if (isEmpty(state.extraction()) && (work == null || !Change.removes(state.extraction()))) {
            state = askAgain(prompt, state, bench);
        }
        if (work != null) {
            state = state(Change.onto(work, state.extraction()), state.answered());
        }
        if (!state.report().passed()) {
            state = repaired(prompt, state, bench);
        }
        var extraction = state.extraction();
        if (extraction.files().isEmpty()) {
            throw new UserFacingException("The model gave its files names that are not safe (such as `"
                    + extraction.rejected().getFirst().path()
                    + "`), so nothing was kept. Ask again with plain file names.");
        }
        return new Creation(title, extraction.files().stream().map(ExtractedFile::artifact).toList(),
                Summary.of(extraction, state.report()), state.report().checks(), state.answered(), null);
    }

    private State askAgain(Prompt prompt, State state, Workbench bench) {
        var text = state.answered().text();
        refuse(text);
        var again = scribe.ask(Scribe.next(prompt, text, only.fill(Map.of())), bench,
                new Progress("The answer held no file; asking for the files.", bench.onText()));
        var extraction = FileExtractor.extract(again.text());
        if (isEmpty(extraction)) {
            refuse(again.text());
            throw new UserFacingException("The model answered without a file: \u201C" + shortly(text)
                    + "\u201D Say which language and what the program should do, or choose another model with /model.");
        }
        var explanation = Explanation.joined(extraction.explanation());
        return state(new Extraction(extraction.files(), extraction.rejected(), explanation),
                Scribe.sum(state.answered(), again));
    }

    private static void refuse(String text) {
        if (text.length() < REFUSAL_LENGTH && REFUSAL.matcher(text).find()) {
            throw new UserFacingException("The model declined: \u201C" + shortly(text)
                    + "\u201D Put it differently, or choose another model with /model.");
        }
    }

    private State repaired(Prompt prompt, State state, Workbench bench) {
        var words = repair.fill(Map.of("findings", findings(state), "files", broken(state)));
        Answered answered;
        try {
            // A file with a refused name is not at hand any more, so the model needs its own answer before it.
            var round = state.extraction().rejected().isEmpty()
                    ? new Prompt(prompt.system(), List.of(new Prompt.Turn(Prompt.Turn.Role.PERSON, words)), SAMPLING,
                            null)
                    : Scribe.next(prompt, state.answered().text(), words);
            answered = scribe.ask(round, bench, new Progress("A check failed; repairing.", bench.onText()));
        } catch (UserFacingException e) {
            // What there is, with its failed checks, is worth more than nothing.
            return state;
        }
        var better = FileExtractor.extract(answered.text());
        var sum = Scribe.sum(state.answered(), answered);
        if (better.files().isEmpty()) {
            return new State(state.extraction(), state.report(), sum);
        }
        var merged = state(merged(state.extraction(), better), sum);
        boolean worse = merged.report().findings().size() > state.report().findings().size();
        return worse ? new State(state.extraction(), state.report(), sum) : merged;
    }

    private static Extraction merged(Extraction before, Extraction better) {
        var files = new LinkedHashMap<String, ExtractedFile>();
        before.files().forEach(file -> files.put(file.path(), file));
        better.files().forEach(file -> files.put(file.path(), file));
        var rejected = new ArrayList<>(better.rejected());
        for (var one : before.rejected()) {
            if (better.files().stream().noneMatch(file -> name(file.path()).equals(name(one.path())))
                    && !rejected.contains(one)) {
                rejected.add(one);
            }
        }
        return new Extraction(new ArrayList<>(files.values()), rejected, before.explanation());
    }

    private static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static State state(Extraction extraction, Answered answered) {
        var refused = extraction.rejected().stream().map(one -> new SafePath.Refused(one.path(), one.reason()))
                .toList();
        return new State(extraction, ProjectChecks.run(extraction.files(), refused), answered);
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

    private static boolean isEmpty(Extraction extraction) {
        return extraction.files().isEmpty() && extraction.rejected().isEmpty();
    }

    private static String shortly(String text) {
        var plain = text.strip().replaceAll("\\s{1,20}", " ");
        return plain.length() <= 240 ? plain : plain.substring(0, 240).stripTrailing() + "\u2026";
    }

    static String word(@Nullable Object value) {
        return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
    }
}
