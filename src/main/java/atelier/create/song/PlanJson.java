package atelier.create.song;

import atelier.audio.score.Key;
import atelier.create.song.SongPlan.Hook;
import atelier.create.song.SongPlan.Section;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/// A plan as `song.json`: what a later change starts from, and what [PlanReader] reads.
final class PlanJson {
    static final String NAME = "song.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlanJson() {}

    static byte[] of(SongPlan plan) {
        Key key = plan.music().key();
        var json = JSON.createObjectNode().put("title", plan.title()).put("key", key.tonicName())
                .put("mode", key.scale().title()).put("bpm", plan.music().tempo())
                .put("metre", plan.music().metre().toString()).put("genre", plan.genre())
                .put("seed", plan.music().seed()).put("words_by", plan.wordsBy())
                .put("language", plan.language());
        var sections = json.putArray("sections");
        for (Section section : plan.sections()) {
            var entry = sections.addObject().put("name", section.name()).put("bars", section.bars());
            var chords = entry.putArray("chords");
            section.chords().forEach(chord -> chords.add(chord.text()));
            var lyrics = entry.putArray("lyrics");
            section.lyrics().forEach(lyrics::add);
            int given = section.tune().keySet().stream().mapToInt(bar -> bar + 1).max().orElse(0);
            var melody = given > 0 ? entry.putArray("melody") : JSON.createArrayNode();
            for (int bar = 0; bar < given; bar++) {
                Hook hook = section.tune().get(bar);
                if (hook == null) {
                    melody.addNull();
                } else {
                    var degrees = melody.addObject().put("r", hook.rhythm()).putArray("d");
                    hook.degrees().forEach(degrees::add);
                }
            }
        }
        return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
