package atelier.engine.team;

import atelier.engine.team.TeamRules.Party;
import atelier.engine.team.TeamRules.Quiet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What words say about a team's rules: `quiet here commands`, `block user:42`, `topic add casino`.
final class TeamRequest {
    private static final Pattern PARTY = Pattern.compile(
            "(?i)<(@&|@!?|#)(\\d{1,20})>|(user|role|channel|chat):(-?\\d{1,20}(?::\\d{1,10})?)|(here)");
    private static final Set<String> ALL = Set.of("all", "everything", "everybody", "any", "auto", "none", "off",
            "alle", "alles", "todo", "todos", "tout", "tous", "все", "全部");
    private static final int MOST_TOPICS = 100;
    private static final int LONGEST = 100;

    private final TeamRules before;
    private final String here;

    /// @param here the platform's id of the chat it is said in
    TeamRequest(TeamRules before, String here) {
        this.before = before;
        this.here = here;
    }

    /// What the rules become; empty when the words say nothing that could be done.
    Optional<TeamRules> changed(String words) {
        var parts = words.strip().split("\\s+", 2);
        var rest = parts.length < 2 ? "" : parts[1].strip();
        return rest.isEmpty() ? Optional.empty() : switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "model" -> Optional.of(before.withModel(isAll(rest) ? null : shortened(rest)));
            case "models" -> Optional.of(before.withModels(isAll(rest) ? Set.of() : listed(rest)));
            case "features" -> features(rest);
            case "quiet" -> quiet(rest);
            case "allow" -> isAll(rest)
                    ? Optional.of(before.withAllowed(Set.of()))
                    : parties(rest).map(more -> before.withAllowed(joined(before.allowed(), more))
                            .withBlocked(without(before.blocked(), more)));
            case "disallow" -> parties(rest).map(less -> before.withAllowed(without(before.allowed(), less)));
            case "block" -> parties(rest).map(more -> before.withBlocked(joined(before.blocked(), more))
                    .withAllowed(without(before.allowed(), more)));
            case "unblock" -> isAll(rest)
                    ? Optional.of(before.withBlocked(Set.of()))
                    : parties(rest).map(less -> before.withBlocked(without(before.blocked(), less)));
            case "topic", "topics" -> topics(rest);
            case String _ -> Optional.empty();
        };
    }

    private Optional<TeamRules> features(String rest) {
        if (isAll(rest)) {
            return Optional.of(before.withFeatures(Set.of()));
        }
        var named = HouseRules.words(rest);
        return HouseRules.features().containsAll(named) ? Optional.of(before.withFeatures(named)) : Optional.empty();
    }

    private Optional<TeamRules> quiet(String rest) {
        var mode = switch (rest.replaceFirst(".*\\s", "").toLowerCase(Locale.ROOT)) {
            case "commands" -> Quiet.COMMANDS;
            case "silent", "on" -> Quiet.SILENT;
            case "off" -> null;
            case String _ -> Quiet.SILENT;
        };
        var places = parties(rest.replaceFirst("(?i)\\s*\\b(commands|silent|on|off)$", "")).orElse(
                rest.matches("(?i)commands|silent|on|off") ? Set.of(new Party(Party.Kind.CHANNEL, here)) : Set.of());
        if (places.isEmpty() || places.stream().anyMatch(it -> it.kind() != Party.Kind.CHANNEL)) {
            return Optional.empty();
        }
        var quiet = new HashMap<>(before.quiet());
        places.forEach(place -> {
            if (mode == null) {
                quiet.remove(place.id());
            } else {
                quiet.put(place.id(), mode);
            }
        });
        return Optional.of(before.withQuiet(quiet));
    }

    private Optional<TeamRules> topics(String rest) {
        if (isAll(rest)) {
            return Optional.of(before.withTopics(List.of()));
        }
        var parts = rest.split("\\s+", 2);
        var isRemoved = parts[0].equalsIgnoreCase("remove");
        var phrases = isRemoved || parts[0].equalsIgnoreCase("add") ? parts.length < 2 ? "" : parts[1] : rest;
        var named = listed(phrases);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        var topics = new ArrayList<>(before.topics());
        topics.removeIf(topic -> named.stream().anyMatch(topic::equalsIgnoreCase));
        if (!isRemoved) {
            topics.addAll(named);
        }
        return topics.size() > MOST_TOPICS ? Optional.empty() : Optional.of(before.withTopics(topics));
    }

    /// Empty when something in the list names nobody.
    private Optional<Set<Party>> parties(String list) {
        var found = new HashSet<Party>();
        for (var word : list.strip().split("[\\s,;]+", -1)) {
            var party = PARTY.matcher(word);
            if (!party.matches()) {
                return Optional.empty();
            }
            found.add(party.group(5) != null
                    ? new Party(Party.Kind.CHANNEL, here)
                    : party.group(1) != null
                            ? new Party(kind(party.group(1)), party.group(2))
                            : new Party(kind(party.group(3)), party.group(4)));
        }
        return Optional.of(found);
    }

    private static Party.Kind kind(String mark) {
        return switch (mark.toLowerCase(Locale.ROOT)) {
            case "@&", "role" -> Party.Kind.ROLE;
            case "#", "channel", "chat" -> Party.Kind.CHANNEL;
            case String _ -> Party.Kind.USER;
        };
    }

    private static boolean isAll(String words) {
        return ALL.contains(words.toLowerCase(Locale.ROOT));
    }

    private static Set<String> listed(String list) {
        var found = new LinkedHashSet<String>();
        for (var one : list.split("[,;\\n]+", -1)) {
            if (!one.isBlank()) {
                found.add(shortened(one.strip()));
            }
        }
        return found;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static Set<Party> joined(Set<Party> some, Set<Party> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private static Set<Party> without(Set<Party> some, Set<Party> less) {
        var all = new HashSet<>(some);
        all.removeAll(less);
        return all;
    }
}
