package atelier.engine.people;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whose usage somebody wants to see, and of how many days.
///
/// @param days one of [#RANGES]
record UsageWish(Whose whose, int days) {
    static final List<Integer> RANGES = List.of(1, 7, 30, 90);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,])(\\d{1,3})(?!\\d)");
    private static final Pattern TODAY = Pattern
            .compile("(?iu)\\b(today|heute|hoy|aujourd.hui|hoje|сегодня)\\b|今天|今日");
    private static final Pattern WEEK = Pattern
            .compile("(?iu)\\b(week|woche|semana|semaine|недел\\p{L}*)\\b|周|星期");
    private static final Pattern QUARTER = Pattern
            .compile("(?iu)\\b(quarter|quartal|trimestre|квартал\\p{L}*)\\b|季度");
    private static final Pattern EVERYBODY = Pattern
            .compile("(?iu)\\b(everyone|everybody|alle[nr]?|todos|tous|все|всех)\\b|所有人|大家");
    private static final Pattern TEAM = Pattern.compile("(?iu)\\b(team|equipo|équipe|equipe|команд\\p{L}*)\\b|团队");

    enum Whose {
        MINE, TEAM, EVERYBODY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// As it is typed after the command.
        String typed() {
            return this == MINE ? "" : this == TEAM ? " team" : " everyone";
        }
    }

    static UsageWish of(String words) {
        var whose = EVERYBODY.matcher(words).find()
                ? Whose.EVERYBODY
                : TEAM.matcher(words).find() ? Whose.TEAM : Whose.MINE;
        return new UsageWish(whose, days(words));
    }

    private static int days(String words) {
        var number = NUMBER.matcher(words);
        if (number.find()) {
            var wanted = Integer.parseInt(number.group(1));
            return RANGES.stream().filter(it -> it >= wanted).findFirst().orElse(RANGES.getLast());
        }
        return TODAY.matcher(words).find()
                ? 1
                : WEEK.matcher(words).find() ? 7 : QUARTER.matcher(words).find() ? 90 : 30;
    }
}
