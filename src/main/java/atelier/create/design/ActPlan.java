package atelier.create.design;

import atelier.create.game.GameDesign.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Two to four acts that together cover every level.
final class ActPlan {
    private ActPlan() {}

    /// @param values names to be filled in: hero, friend, foe, prize
    static List<Act> of(Setting setting, Map<String, String> values) {
        var wished = setting.sketch().acts().stream().filter(act -> !setting.own(act.title(), 60).isEmpty()).limit(4)
                .toList();
        int count = wished.size() >= 2 ? wished.size() : setting.levels() <= 10 ? 2 : setting.levels() <= 16 ? 3 : 4;
        var ends = ends(count, wished, setting.levels());
        var acts = new ArrayList<Act>();
        for (int i = 0; i < count; i++) {
            var own = i < wished.size() && wished.size() >= 2 ? wished.get(i) : new Sketch.Act("", "", 0);
            // The last act is the way home, however many came before it.
            int text = i == count - 1 ? 4 : i + 1;
            acts.add(new Act(or(setting.own(own.title(), 60), setting.say().line("act." + text)),
                    or(setting.own(own.summary(), 300), setting.say().line("sum." + text, values)),
                    i == 0 ? 1 : ends.get(i - 1) + 1, ends.get(i)));
        }
        return acts;
    }

    private static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    private static List<Integer> ends(int count, List<Sketch.Act> wished, int levels) {
        var said = wished.stream().map(Sketch.Act::lastLevel).toList();
        if (said.size() == count && said.getLast() == levels && said.getFirst() >= 1 && rises(said)) {
            return said;
        }
        var even = new ArrayList<Integer>();
        for (int i = 1; i <= count; i++) {
            even.add(Math.round((float) levels * i / count));
        }
        return even;
    }

    private static boolean rises(List<Integer> numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) <= numbers.get(i - 1)) {
                return false;
            }
        }
        return true;
    }
}
