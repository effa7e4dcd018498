package atelier.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/// Packs what a person rated into a file of JSON lines, for training a model: `prompt`, `answer`, `model`, `vote` (`up` or `down`),
/// `task`, `date`.
public final class TrainingPackets {
    private static final int MOST_PAIRS = 5000;
    /// What every platform takes as one file.
    private static final int MOST_BYTES = 8 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RatedAnswers answers;
    private final UnaryOperator<String> mask;
    private final InstantSource clock;

    /// @param mask takes secrets out of a text
    public TrainingPackets(RatedAnswers answers, UnaryOperator<String> mask, InstantSource clock) {
        this.answers = answers;
        this.mask = mask;
        this.clock = clock;
    }

    /// What came of asking for a packet.
    public sealed interface Packet {
        /// The file, ready to be sent.
        ///
        /// @param pairs how many it holds, the newest rating first
        @SuppressWarnings("ArrayRecordComponent")
        record Ready(String fileName, String mediaType, byte[] content, int pairs) implements Packet {}

        /// The person has rated nothing since they opted in.
        record Empty() implements Packet {}

        /// The person has not opted in.
        record NotAllowed() implements Packet {}
    }

    private record Line(String prompt, String answer, String model, String vote, String task, String date) {}

    /// The person's packet. What would make it too large to be sent is left out, the oldest ratings first.
    public Packet of(long account) {
        if (answers.optedIn(account).isEmpty()) {
            return new Packet.NotAllowed();
        }
        var content = new ByteArrayOutputStream();
        var pairs = 0;
        for (var rated : answers.of(account, MOST_PAIRS)) {
            var line = line(rated);
            if (content.size() + line.length > MOST_BYTES) {
                break;
            }
            content.writeBytes(line);
            pairs++;
        }
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return pairs == 0
                ? new Packet.Empty()
                : new Packet.Ready("training-" + day + ".jsonl", "application/jsonl", content.toByteArray(), pairs);
    }

    private byte[] line(RatedAnswer it) {
        var line = new Line(mask.apply(it.prompt()), mask.apply(it.answer()), it.model(), it.liked() ? "up" : "down",
                it.task(), it.at().toString());
        try {
            return (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
