package atelier.create.song;

import atelier.audio.SoundBank;
import atelier.audio.notation.Abc;
import atelier.audio.notation.MusicXml;
import atelier.audio.notation.StaffPage;
import atelier.audio.score.MidiFile;
import atelier.audio.score.PianoRoll;
import atelier.audio.score.Score;
import atelier.chat.UserFacingException;
import atelier.create.Artifact;
import atelier.create.Creation;
import atelier.create.Evidence;
import atelier.create.Workbench;
import atelier.create.music.Performance;
import atelier.create.music.Preview;
import atelier.create.music.Stages;
import atelier.create.music.Stems;
import atelier.create.music.Swing;
import atelier.create.music.Workers;
import atelier.generation.Answer;
import atelier.generation.Answer.Answered;
import atelier.generation.Router;
import atelier.intent.Instruments;
import atelier.intent.MusicBrief;
import atelier.intent.MusicChange;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The way from a wish to a song's files, with a model's plan or without.
final class SongMaker {
    private static final String COMPOSER = "the built-in composer";
    private static final Sentence POSSIBLE = Sentence.of("song.possible");

    private final SongModel model;
    private final boolean topline;
    private final SoundBank bank;

    SongMaker(Router router, boolean topline, SoundBank bank) {
        this.bank = bank;
        this.model = new SongModel(router);
        this.topline = topline;
    }

    /// What the plan is made of, and who answered.
    record Planned(SongPlan plan, Arrangement arrangement, @Nullable Answered answered, String made,
            List<Sentence> remarks) {
        Planned(SongPlan plan, @Nullable Answered answered, String made, List<Sentence> remarks) {
            this(plan, Arrangement.NONE, answered, made, remarks);
        }

        Planned arranged(Arrangement other) {
            return new Planned(plan, other, answered, made, remarks);
        }
    }

    /// A song made before.
    private record Earlier(Draft draft, Arrangement arrangement) {}

    Creation make(String request, MusicBrief brief, Workbench bench) {
        return Stems.asked(request, bench, bank).orElseGet(() -> song(request, brief, bench));
    }

    private Creation song(String request, MusicBrief brief, Workbench bench) {
        var stages = new Stages(bench, "Plan", "Melody", "Arrangement", "Sound", "Score");
        return made(take(request, brief, bench, stages), brief, bench.phrases(), stages);
    }

    /// A song as notes, before anybody heard or saw it.
    @SuppressWarnings("ArrayRecordComponent")
    record Take(Planned planned, Score score, Score printed, Score played, byte[] midi) {}

    Take take(String request, MusicBrief brief, Workbench bench, Stages stages) {
        stages.next();
        Planned planned = planned(request, brief, bench, stages);
        if (planned.arrangement().equals(Arrangement.NONE)) {
            planned = planned.arranged(Arrangement.NONE.led(Instruments.in(request, false)));
        }
        SongPlan plan = planned.plan();
        stages.next();
        Score composed = SongComposer.compose(plan, new Syllables(plan.language()), !topline);
        stages.next();
        Score score = planned.arrangement().of(composed, plan);
        Swing swing = Swing.of(plan.genre(), score.metre());
        Score played = Performance.of(score, swing, plan.music().seed());
        return new Take(planned, score, swing.printed(score), played, MidiFile.of(played));
    }

    Creation made(Take take, MusicBrief brief, Phrases phrases, Stages stages) {
        Planned planned = take.planned();
        SongPlan plan = planned.plan();
        stages.next();
        // Two things a machine with two cores can do at once.
        var drawn = Workers.begin(() -> List.of(StaffPage.png(take.printed()), PianoRoll.png(take.printed())));
        Preview preview = Workers
                .done(() -> Preview.of(take.score(), take.midi(), Long.hashCode(plan.music().seed()), bank));
        stages.next();
        List<Artifact> files = files(take, preview, drawn.join(), phrases);
        stages.end();
        return new Creation(plan.title(), files,
                SongText.of(plan, take.score(), planned.made(), planned.arrangement(),
                        remarks(brief, planned, preview, phrases), phrases),
                SongChecks.of(plan, take.score(), preview), planned.answered(),
                planned.answered() == null ? COMPOSER : null, planned.answered() == null
                        ? Evidence.NONE
                        : new Evidence(model.prompt(), Map.of()));
    }

    /// What is known of a song before it is played.
    static String facts(Take take, Phrases phrases) {
        Planned planned = take.planned();
        return SongText.facts(planned.plan(), take.score(), planned.made(), planned.arrangement(), phrases);
    }

    private static List<String> remarks(MusicBrief brief, Planned planned, Preview preview, Phrases phrases) {
        return Stream.of(brief.remarks().stream(), planned.remarks().stream(), preview.trouble().stream())
                .flatMap(it -> it).map(it -> it.in(phrases)).toList();
    }

    private Planned planned(String request, MusicBrief brief, Workbench bench, Stages stages) {
        Optional<Earlier> earlier = earlier(bench);
        return earlier.isPresent()
                ? changed(request, brief, earlier.get(), bench, stages)
                : made(request, brief, bench, stages);
    }

    private static Optional<Earlier> earlier(Workbench bench) {
        return bench.work() == null
                ? Optional.empty()
                : bench.work().texts().stream().filter(it -> it.name().equals(PlanJson.NAME))
                        .map(it -> new Earlier(PlanReader.read(it.text()), Arrangement.read(it.text())))
                        .filter(it -> it.draft().isUsable()).findFirst();
    }

    private Planned changed(String request, MusicBrief said, Earlier earlier, Workbench bench, Stages stages) {
        Draft draft = earlier.draft();
        var change = MusicChange.in(request);
        var arrangement = change.isLoose()
                ? earlier.arrangement()
                : earlier.arrangement().changed(change).led(Instruments.in(request, false));
        var edit = SongEdit.of(change, request, said, draft);
        if (edit.isPresent()) {
            return edited(request, edit.get(), draft, bench, stages).arranged(arrangement);
        }
        if (!arrangement.equals(earlier.arrangement())) {
            var kept = new SongEdit(draft, said, false, false);
            return edited(request, kept, draft, bench, stages).arranged(arrangement);
        }
        if (!change.isSilent() && !change.isLoose()) {
            throw new UserFacingException(Sentence.of("song.already"));
        }
        var wish = new Wish(request, said, bench.seed(), topline, Optional.empty(), false);
        var told = model.ask(wish, bench, stages);
        if (!(told.answered() instanceof Answered answered) || !told.draft().isUsable()) {
            throw new UserFacingException(Sentence.of("song.unclear", "possible", POSSIBLE));
        }
        return byModel(wish, told.draft(), answered, bench.phrases()).arranged(arrangement);
    }

    private Planned edited(String request, SongEdit edit, Draft before, Workbench bench, Stages stages) {
        Long named = edit.brief().seed();
        var wish = new Wish(request, edit.brief(), named == null ? bench.seed() : named, topline, Optional.empty(),
                edit.anew());
        if (edit.words()) {
            var told = model.ask(wish, bench, stages);
            if (told.answered() instanceof Answered answered && told.draft().isUsable()) {
                SongPlan plan = SongPlanner.plan(wish, Rewording.of(edit.draft(), told.draft()), answered.model());
                return new Planned(plan, answered, bench.phrases().say("song.made.reworded", "words",
                        SongWords.writer(plan.wordsBy()), "composer", SongWords.composer()), plan.music().remarks());
            }
        }
        String by = before.wordsBy() == null || edit.draft().wordsBy() == null
                ? SongPlanner.SONGWRITER
                : before.wordsBy();
        SongPlan plan = SongPlanner.plan(wish, edit.draft(), by);
        return new Planned(plan, null,
                bench.phrases().say("song.made.kept", "words", SongWords.writer(plan.wordsBy())),
                plan.music().remarks());
    }

    private Planned made(String request, MusicBrief said, Workbench bench, Stages stages) {
        MusicBrief brief = Tongue.heard(request, said);
        var words = OwnWords.of(request, bench);
        var wish = new Wish(request, brief, bench.seed(), topline, words, false);
        if (words.isPresent()) {
            SongPlan plan = SongPlanner.plan(wish);
            return new Planned(plan, null,
                    bench.phrases().say("song.made.yours", "composer", SongWords.composer()),
                    plan.music().remarks());
        }
        var told = model.ask(wish, bench, stages);
        return switch (told.answered()) {
            case Answered answered -> byModel(wish, told.draft(), answered, bench.phrases());
            case Answer.Failed failed -> {
                if (bench.terms().model() != null) {
                    throw new UserFacingException(failed.what());
                }
                yield alone(wish, bench.phrases());
            }
        };
    }

    private static Planned byModel(Wish wish, Draft draft, Answered answered, Phrases phrases) {
        SongPlan plan = draft.isUsable()
                ? SongPlanner.plan(wish, draft, answered.model())
                : SongPlanner.plan(wish);
        Share share = draft.isUsable() ? plan.share() : Share.NONE;
        return new Planned(plan, answered, phrases.say("song.made.model", "share",
                share.words(answered.model(), phrases), "composer", SongWords.composer()), plan.music().remarks());
    }

    private static Planned alone(Wish wish, Phrases phrases) {
        SongPlan plan = SongPlanner.plan(wish);
        List<Sentence> remarks = new ArrayList<>(plan.music().remarks());
        if (OwnWords.announced(wish.request())) {
            remarks.add(Sentence.of("song.no-words"));
        }
        remarks.add(words(wish, phrases));
        return new Planned(plan, null, phrases.say("song.made.alone", "composer", SongWords.composer()), remarks);
    }

    private static Sentence words(Wish wish, Phrases phrases) {
        String language = Tongue.of(wish.brief().language());
        boolean topic = language.equals("en") || !Topic.in(language, wish.request()).isEmpty()
                || Topic.of(wish.request()).isEmpty();
        String named = SongWords.language(language, phrases);
        return Tongue.written(language)
                ? Sentence.of("song.book", "language", named, "untold", topic ? "no" : "yes")
                : Sentence.of("song.book.none", "language", named);
    }

    private static List<Artifact> files(Take take, Preview preview, List<byte[]> pictures, Phrases phrases) {
        Planned planned = take.planned();
        SongPlan plan = planned.plan();
        String slug = slug(plan.title());
        List<Artifact> files = new ArrayList<>(List.of(new Artifact(slug + ".ogg", "audio/ogg", preview.file()),
                new Artifact(slug + ".mid", "audio/midi", take.midi()),
                new Artifact(slug + "-notes.png", "image/png", pictures.getFirst()),
                new Artifact(slug + "-roll.png", "image/png", pictures.getLast()),
                new Artifact(slug + "-lyrics.txt", "text/plain",
                        LyricsSheet.of(plan, phrases).getBytes(StandardCharsets.UTF_8)),
                new Artifact(slug + ".musicxml", "application/vnd.recordare.musicxml+xml", MusicXml.of(take.printed())),
                new Artifact(slug + ".abc", "text/vnd.abc", Abc.of(take.printed())),
                new Artifact(slug + ".kar", "audio/midi", MidiFile.karaoke(take.played())),
                new Artifact(PlanJson.NAME, "application/json", planned.arrangement().in(PlanJson.of(plan)))));
        if (planned.arrangement().isInstrumental()) {
            files.removeIf(file -> file.path().endsWith(".kar") || file.path().endsWith("-lyrics.txt"));
        }
        return files;
    }

    private static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String cut = plain.length() > 40 ? plain.substring(0, 40).replaceAll("-+$", "") : plain;
        return cut.isEmpty() || cut.equals("con") || cut.equals("nul") || cut.equals("aux") || cut.equals("prn")
                ? "my-song"
                : cut;
    }
}
