package atelier.create.music;

import atelier.create.Workbench;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CancellationException;

/// Shows how far the making of music is: `✓ Plan · ✓ Melody · ▸ Sound · Score`. Between two stages a wish to stop is heard.
public final class Stages {
    private final Workbench bench;
    private final List<String> names;
    private int reached = -1;

    /// @param names in order: `Plan`, `Melody`, `Arrangement`, `Sound`, `Score`
    public Stages(Workbench bench, String... names) {
        this.bench = bench;
        this.names = List.of(names);
    }

    /// The next stage begins.
    ///
    /// @throws CancellationException when the workbench was cancelled
    public void next() {
        end();
        reached++;
        bench.onText().accept(line(""));
    }

    /// Says more about the stage that has begun.
    public void detail(String words) {
        bench.onText().accept(line(words.isEmpty() ? "" : " (" + words + ")"));
    }

    /// All is made.
    ///
    /// @throws CancellationException when the workbench was cancelled
    public void end() {
        if (bench.cancellation().isCancelled()) {
            throw new CancellationException("the music is no longer wanted");
        }
    }

    private String line(String detail) {
        var line = new StringJoiner(" · ");
        for (int i = 0; i < names.size(); i++) {
            line.add(i < reached ? "✓ " + name(i) : i == reached ? "▸ " + name(i) + detail : name(i));
        }
        return "🎵 " + line;
    }

    private String name(int stage) {
        return bench.phrases().say("music.stage." + names.get(stage));
    }
}
