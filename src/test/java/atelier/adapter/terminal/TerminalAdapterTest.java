package atelier.adapter.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.adapter.AdapterContract;
import atelier.adapter.Door;
import atelier.chat.Delivery;
import atelier.chat.Incoming;
import atelier.chat.Outgoing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalAdapterTest extends AdapterContract {
    @TempDir
    Path home;

    @Override
    protected Door open() throws IOException {
        return new TerminalDoor(home);
    }

    @Override
    protected boolean redelivers() {
        return false;
    }

    /// No line is ever delivered twice by the terminal; what is typed twice is meant twice.
    @Test
    @Override
    protected void anEventDeliveredTwiceKeepsItsId() {
        door.says("ada", "once");
        door.says("ada", "once");

        await().until(() -> received.size() == 2);
        assertThat(received).extracting(Incoming::eventId).doesNotHaveDuplicates();
    }

    /// A terminal never asks anybody to wait; what comes quickly all appears, in order.
    @Test
    @Override
    protected void aRateLimitIsObeyedAndTheAnswerStillArrives() {
        var address = opened("ada", "Working…");

        IntStream.range(0, 200).forEach(number -> assertThat(adapter.deliver(new Outgoing("d" + number, address,
                number == 0, "answer " + number, List.of(), List.of()))).isInstanceOf(Delivery.Delivered.class));

        assertThat(door.seenBy("ada")).extracting(Door.Seen::text)
                .isEqualTo(IntStream.range(0, 200).mapToObj(number -> "answer " + number).toList());
    }

    /// The line of progress is no message: it goes when the answer comes, and never stays beside it.
    @Test
    @Override
    protected void aFailedEditNeverBecomesASecondMessage() {
        var address = opened("ada", "Working…");
        adapter.progress(address, "half ▌", List.of());
        adapter.progress(address, "half\nof it ▌", List.of());
        adapter.deliver(last("d1", address, "Final"));

        assertThat(door.seenBy("ada")).singleElement().satisfies(seen -> assertThat(seen.text()).isEqualTo("Final"));
        assertThat(((TerminalDoor) door).screen().statuses).containsExactly("Working…", "half",
                "⏳ 12 characters … of it", "");
    }
}
