package atelier.engine;

import atelier.account.Tier;
import atelier.chat.Invocation;
import atelier.chat.Standing;
import atelier.create.ScriptedRouter;
import atelier.generation.TimeLimits;
import atelier.generation.setup.ModelsConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An Atelier in a group with topics: members, one who manages it, and other groups beside it.
final class TeamStage implements AutoCloseable {
    static final String GROUP = "-1001";
    /// Another chat of the same group.
    static final String TOPIC = GROUP + ":7";
    /// A group that has nothing to do with it.
    static final String ELSEWHERE = "-2002";
    static final String TEAM = "TELEGRAM:server:" + GROUP;
    static final Standing MEMBER = Standing.in(GROUP);
    static final Standing BOSS = new Standing(GROUP, Set.of(), true, false);
    static final Standing BOT = new Standing(GROUP, Set.of(), false, true);
    static final Standing STRANGER = Standing.in(ELSEWHERE);
    /// One who manages the other group.
    static final Standing OTHER_BOSS = new Standing(ELSEWHERE, Set.of(), true, false);

    final TestChat chat = new TestChat();
    final ScriptedRouter models = new ScriptedRouter();
    final TestAtelier atelier;

    TeamStage(Path folder) {
        atelier = new TestAtelier(folder, chat, models);
    }

    /// @param ollama where members' models may be
    /// @param gemini the cloud people bring keys for
    TeamStage(Path folder, String ollama, String gemini) {
        var none = ModelsConfig.Cloud.NONE;
        atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 1000, 1, true, 1), TestAtelier.quick(),
                true, Set.of(ollama), new ModelsConfig("", "", new ModelsConfig.Cloud(gemini, null, "x"), none, none,
                        null, TimeLimits.DEFAULT));
    }

    /// What was answered in the group; empty when nothing was.
    String says(String person, Standing standing, String words) {
        return says(person, standing, GROUP, words);
    }

    /// What was answered; empty when nothing was.
    String says(String person, Standing standing, String place, String words) {
        return says(person, standing, place, words, null);
    }

    /// What was answered in the group to a platform's own command.
    String commands(String person, Standing standing, String command, String words) {
        return says(person, standing, GROUP, "", new Invocation(command, Map.of("prompt", words)));
    }

    /// What was answered, in the group, to a form with a secret in it.
    String fillsIn(String person, Standing standing, String words, String secret) {
        var before = chat.shownTo(GROUP).size();
        chat.fillsIn(TestChat.sender(person, standing), GROUP, "provider", words, secret);
        return newest(GROUP, before);
    }

    private String says(String person, Standing standing, String place, String words,
            @Nullable Invocation command) {
        var before = chat.shownTo(place).size();
        chat.saysAs(TestChat.sender(person, standing), place, words, command);
        return newest(place, before);
    }

    private String newest(String place, int before) {
        atelier.awaitIdle();
        var now = chat.shownTo(place);
        return now.size() == before ? "" : now.getLast().text();
    }

    @Override
    public void close() {
        atelier.close();
    }
}
