package atelier.engine.version;

import atelier.chat.Chat;
import atelier.chat.UserFacingException;
import atelier.create.Artifact;
import atelier.create.Workbench;
import atelier.create.code.Titles;
import atelier.create.game.DesignJson;
import atelier.engine.port.ArtifactStore;
import atelier.engine.port.Job;
import atelier.engine.port.Jobs;
import atelier.engine.port.MadeFiles;
import atelier.engine.port.Parts;
import atelier.engine.port.PersonalData;
import atelier.language.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The versions of what people had made.
public final class Versions {
    /// How far back in a conversation the work is looked for that is talked about.
    private static final int RECENT = 50;
    private static final String DESIGN = "design.json";

    private final Jobs jobs;
    private final MadeFiles madeFiles;
    private final ArtifactStore artifacts;
    private final PersonalData personal;

    public Versions(Parts parts) {
        this.jobs = parts.jobs();
        this.madeFiles = parts.madeFiles();
        this.artifacts = parts.artifacts();
        this.personal = parts.personal();
    }

    /// The newest work of a conversation; talk about it does not count.
    public Optional<Job> current(long conversation) {
        return jobs.done(conversation, RECENT).stream().filter(Job::isWork).findFirst();
    }

    /// The version before; empty for the first one.
    Optional<Job> before(Job job) {
        return Optional.ofNullable(job.revises()).flatMap(jobs::find)
                .filter(earlier -> earlier.isWithin(job.account(), job.address().chat()));
    }

    /// Which version a job is, counted from 1.
    int number(Job job) {
        return line(job).size();
    }

    /// A version and those before it, the first one last.
    private List<Job> line(Job job) {
        var line = new LinkedHashMap<String, Job>();
        for (var at = Optional.of(job); at.isPresent() && line.putIfAbsent(at.get().id(), at.get()) == null;) {
            at = before(at.get());
        }
        return List.copyOf(line.values());
    }

    /// What the first version was asked for with.
    public String request(Job job) {
        return line(job).getLast().words();
    }

    /// What a version is called, fit for a file name: as its design says, else by the first words.
    String title(Job job) {
        return files(job).stream().filter(file -> file.path().equals(DESIGN)).map(Versions::designed)
                .flatMap(Optional::stream).findFirst().orElseGet(() -> Titles.of(request(job), "version"));
    }

    private static Optional<String> designed(Artifact file) {
        try {
            return Optional.of(DesignJson.read(new String(file.content(), StandardCharsets.UTF_8)).title());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Whether a version came of another one, with or without others between.
    boolean isLater(Job job, Job earlier) {
        return line(job).stream().skip(1).anyMatch(version -> version.id().equals(earlier.id()));
    }

    /// What a job is to change; empty where it makes something new.
    public Optional<Workbench.Work> revised(Job job) {
        return before(job).map(work -> new Workbench.Work(request(work), number(work), files(work)));
    }

    /// The files of a version, read.
    ///
    /// @throws UserFacingException when they were kept for as long as files are kept
    List<Artifact> files(Job job) {
        var made = madeFiles.of(job.account(), job.id());
        if (made.isEmpty() && job.isWork()) {
            throw expired();
        }
        return made.stream().map(this::artifact).toList();
    }

    private Artifact artifact(MadeFiles.MadeFile file) {
        try {
            return new Artifact(file.path(), file.mediaType(), Files.readAllBytes(artifacts.path(file.sha256())));
        } catch (NoSuchFileException _) {
            throw expired();
        } catch (IOException failure) {
            throw new UncheckedIOException("a stored file is gone: " + file.path(), failure);
        }
    }

    private UserFacingException expired() {
        return new UserFacingException(Sentence.of("version.expired", "days", personal.retention().files().toDays()));
    }

    /// A job named by its id, if somebody may look at it where they are.
    public Optional<Job> find(long account, Chat place, @Nullable String id) {
        return Optional.ofNullable(id).flatMap(jobs::find).filter(job -> job.isWithin(account, place));
    }
}
