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
import atelier.create.music.Stems;
import atelier.create.music.Swing;
import atelier.generation.Answer;
import atelier.generation.Answer.Answered;
import atelier.generation.Router;
import atelier.intent.MusicBrief;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The way from a wish to a song's files, with a model's plan or without.
final class SongMaker {
    private static final String COMPOSER = "the built-in composer";
    private static final String UNCLEAR = "I'm not sure what to change in the song, and no model answered that could. Name its key, tempo, metre, genre or length, for example “slower”, “up a tone”, “as a waltz”, “another tune”, “other words”. Nothing was charged.";

    private final SongModel model;
    private final boolean topline;
    private final SoundBank bank;

    SongMaker(Router router, boolean topline, SoundBank bank) {
        this.bank = bank;
        this.model = new SongModel(router);
        this.topline = topline;
    }

    /// What the plan is made of, and who answered.
    private record Planned(SongPlan plan, @Nullable Answered answered, String made, List<String> remarks) {}

    Creation make(String request, MusicBrief brief, Workbench bench) {
        Optional<Creation> stems = bench.work() != null && Stems.wanted(request)
                ? Stems.ofWork(request, bench.work(), bank, line -> stage(bench, line))
                : Optional.empty();
        return stems.orElseGet(() -> song(request, brief, bench));
    }

    private Creation song(String request, MusicBrief brief, Workbench bench) {
        stage(bench, topline ? "Writing the topline…" : "Writing the song…");
        Planned planned = planned(request, brief, bench);
        SongPlan plan = planned.plan();
        stage(bench, "Composing…");
        Score score = SongComposer.compose(plan, new Syllables(plan.language()), !topline);
        Swing swing = Swing.of(plan.genre(), score.metre());
        Score printed = swing.printed(score);
        Score played = Performance.of(score, swing, plan.music().seed());
        byte[] midi = MidiFile.of(played);
        stage(bench, "Rendering sound…");
        // Two things a machine with two cores can do at once.
        var drawn = CompletableFuture.supplyAsync(() -> List.of(StaffPage.png(printed), PianoRoll.png(printed)),
                Thread::startVirtualThread);
        Preview preview = Preview.of(score, midi, Long.hashCode(plan.music().seed()), bank);
        stage(bench, "Drawing the pictures…");
        List<Artifact> files = files(plan, printed, played, midi, preview, drawn.join());
        stop(bench);
        return new Creation(plan.title(), files, SongText.of(plan, score, planned.made(), remarks(planned, preview)),
                SongChecks.of(plan, score, preview), planned.answered(),
                planned.answered() == null ? COMPOSER : null, planned.answered() == null
                        ? Evidence.NONE
                        : new Evidence(model.prompt(), Map.of()));
    }

    private static List<String> remarks(Planned planned, Preview preview) {
        List<String> remarks = new ArrayList<>(planned.remarks());
        preview.trouble().ifPresent(remarks::add);
        return remarks;
    }

    private Planned planned(String request, MusicBrief brief, Workbench bench) {
        Optional<Draft> earlier = earlier(bench);
        return earlier.isPresent() ? changed(request, brief, earlier.get(), bench) : made(request, brief, bench);
    }

    private static Optional<Draft> earlier(Workbench bench) {
        return bench.work() == null
                ? Optional.empty()
                : bench.work().texts().stream().filter(it -> it.name().equals(PlanJson.NAME))
                        .map(it -> PlanReader.read(it.text())).filter(Draft::isUsable).findFirst();
    }

    private Planned changed(String request, MusicBrief said, Draft draft, Workbench bench) {
        String by = draft.wordsBy() == null ? SongPlanner.SONGWRITER : draft.wordsBy();
        var edit = SongEdit.of(request, said, draft);
        if (edit.isPresent()) {
            var wish = new Wish(request, edit.get().brief(), bench.seed(), topline, Optional.empty(),
                    edit.get().anew());
            SongPlan plan = SongPlanner.plan(wish, edit.get().draft(), by);
            return new Planned(plan, null, "the song before, words by " + plan.wordsBy(), plan.music().remarks());
        }
        var wish = new Wish(request, said, bench.seed(), topline, Optional.empty(), false);
        var told = model.ask(wish, bench);
        if (!(told.answered() instanceof Answered answered) || !told.draft().isUsable()) {
            throw new UserFacingException(UNCLEAR);
        }
        return byModel(wish, told.draft(), answered);
    }

    private Planned made(String request, MusicBrief said, Workbench bench) {
        MusicBrief brief = Tongue.heard(request, said);
        var words = OwnWords.of(request, bench);
        var wish = new Wish(request, brief, bench.seed(), topline, words, false);
        if (words.isPresent()) {
            SongPlan plan = SongPlanner.plan(wish);
            return new Planned(plan, null, "your words; chords and tune by " + COMPOSER, plan.music().remarks());
        }
        var told = model.ask(wish, bench);
        return switch (told.answered()) {
            case Answered answered -> byModel(wish, told.draft(), answered);
            case Answer.Failed failed -> {
                if (bench.terms().model() != null) {
                    throw new UserFacingException(failed.sentence());
                }
                yield alone(wish);
            }
        };
    }

    private static Planned byModel(Wish wish, Draft draft, Answered answered) {
        SongPlan plan = draft.isUsable()
                ? SongPlanner.plan(wish, draft, answered.model())
                : SongPlanner.plan(wish);
        Share share = draft.isUsable() ? plan.share() : Share.NONE;
        return new Planned(plan, answered, share.words(answered.model()) + "; tune and arrangement by " + COMPOSER,
                plan.music().remarks());
    }

    private static Planned alone(Wish wish) {
        SongPlan plan = SongPlanner.plan(wish);
        List<String> remarks = new ArrayList<>(plan.music().remarks());
        remarks.add(words(wish));
        return new Planned(plan, null, "words, chords and tune by " + COMPOSER + ", without a model", remarks);
    }

    private static String words(Wish wish) {
        String language = Tongue.of(wish.brief().language());
        boolean topic = language.equals("en") || !Topic.in(language, wish.request()).isEmpty()
                || Topic.of(wish.request()).isEmpty();
        String book = "No model answered, so the words come from my own small book of ";
        String own = Tongue.written(language)
                ? book + Tongue.name(language) + " phrases, rhymed in pairs"
                        + (topic ? "" : "; what the song is about I cannot put into " + Tongue.name(language))
                : book + "English phrases: I have none in " + Tongue.name(language);
        return own + ". Send lyrics of your own, a line a row, and I set them to music.";
    }

    private static List<Artifact> files(SongPlan plan, Score score, Score played, byte[] midi, Preview preview,
            List<byte[]> pictures) {
        String slug = slug(plan.title());
        return List.of(new Artifact(slug + ".ogg", "audio/ogg", preview.file()),
                new Artifact(slug + ".mid", "audio/midi", midi),
                new Artifact(slug + "-notes.png", "image/png", pictures.getFirst()),
                new Artifact(slug + "-roll.png", "image/png", pictures.getLast()),
                new Artifact(slug + "-lyrics.txt", "text/plain",
                        LyricsSheet.of(plan).getBytes(StandardCharsets.UTF_8)),
                new Artifact(slug + ".musicxml", "application/vnd.recordare.musicxml+xml", MusicXml.of(score)),
                new Artifact(slug + ".abc", "text/vnd.abc", Abc.of(score)),
                new Artifact(slug + ".kar", "audio/midi", MidiFile.karaoke(played)),
                new Artifact(PlanJson.NAME, "application/json", PlanJson.of(plan)));
    }

    private static void stage(Workbench bench, String line) {
        stop(bench);
        bench.onText().accept(line);
    }

    private static void stop(Workbench bench) {
        if (bench.cancellation().isCancelled()) {
            throw new CancellationException("the song is no longer wanted");
        }
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
