package atelier.engine.privacy;

import atelier.account.Accounts;
import atelier.chat.Limits;
import atelier.create.Artifact;
import atelier.create.Zip;
import atelier.engine.delivery.Say;
import atelier.engine.delivery.Wrapping;
import atelier.engine.job.Errands;
import atelier.engine.port.Adapters;
import atelier.engine.port.ArtifactStore;
import atelier.engine.port.Job;
import atelier.engine.port.MadeFiles.MadeFile;
import atelier.engine.port.Parts;
import atelier.engine.port.PersonalData;
import atelier.generation.Cancellation;
import atelier.language.Phrases;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that is kept of a person as zips: every row as JSON, every file as it was made. One zip is no larger than the
/// platform takes.
public final class DataExport implements Errands {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ROOM = 64 << 10;
    private static final int MOST_ZIPS = 10;
    private static final long USUAL_LIMIT = 10L << 20;

    private final PersonalData personal;
    private final ArtifactStore artifacts;
    private final Adapters adapters;
    private final Accounts accounts;

    public DataExport(Parts parts) {
        this.personal = parts.personal();
        this.artifacts = parts.artifacts();
        this.adapters = parts.adapters();
        this.accounts = parts.accounts();
    }

    @Override
    public Say run(Job errand, Consumer<String> onText, Cancellation cancellation) {
        var phrases = Phrases.of(accounts.byId(errand.account()).locale());
        var rows = personal.rows(errand.account());
        var most = adapters.of(errand.address()).map(door -> door.limits(errand.address()))
                .map(Limits::bytesPerFile).orElse(USUAL_LIMIT) - ROOM;
        var boxes = new Boxes(most);
        rows.forEach((table, content) -> boxes.add("rows/" + table + ".json", "application/json", json(content)));
        var count = 0;
        for (var file : personal.files(errand.account())) {
            count += content(file).filter(bytes -> boxes.add("files/" + file.path(), file.mediaType(), bytes))
                    .isPresent()
                            ? 1
                            : 0;
        }
        var text = phrases.say("privacy.exported", "rows", rows.values().stream().mapToInt(List::size).sum(), "files",
                count);
        var left = boxes.left.isEmpty()
                ? ""
                : "\n" + phrases.say("privacy.tooLarge", "names",
                        String.join(", ", boxes.left.stream().limit(20).toList()));
        return Say.text(text + left).with(boxes.zips(), new Wrapping("my-data", Wrapping.Form.LOOSE));
    }

    /// Empty when it has gone meanwhile.
    private Optional<byte[]> content(MadeFile file) {
        try {
            return Optional.of(Files.readAllBytes(artifacts.path(file.sha256())));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static byte[] json(Object rows) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rows).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Files in boxes of limited size.
    private static final class Boxes {
        private final long most;
        private final List<List<Artifact>> boxes = new ArrayList<>();
        private final List<String> left = new ArrayList<>();
        private long room;

        Boxes(long most) {
            this.most = most;
        }

        boolean add(String path, String type, byte[] content) {
            if (content.length > most || (content.length > room && boxes.size() == MOST_ZIPS)) {
                left.add(path);
                return false;
            }
            if (content.length > room || boxes.isEmpty()) {
                boxes.add(new ArrayList<>());
                room = most;
            }
            room -= content.length + path.length() * 4L;
            boxes.getLast().add(new Artifact(path, type, content));
            return true;
        }

        List<Artifact> zips() {
            var zips = new ArrayList<Artifact>();
            for (var box : boxes) {
                zips.add(new Artifact("my-data-%d.zip".formatted(zips.size() + 1), "application/zip",
                        Zip.of(box, List.of())));
            }
            return zips;
        }
    }
}
