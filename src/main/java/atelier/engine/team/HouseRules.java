package atelier.engine.team;

import atelier.account.Account;
import atelier.account.Accounts;
import atelier.account.Feature;
import atelier.create.Artifact;
import atelier.create.Creation;
import atelier.engine.community.Community;
import atelier.engine.people.Features;
import atelier.engine.port.Job;
import atelier.language.Phrases;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds work to what its team allows: what may be made, and of what nothing may be said.
public final class HouseRules {
    private static final int MOST_READ = 1 << 20;

    private final Community community;
    private final Accounts accounts;

    public HouseRules(Community community, Accounts accounts) {
        this.community = community;
        this.accounts = accounts;
    }

    private TeamRules rules(Job job) {
        return community.rulesIn(job.address().chat());
    }

    /// Why this may not be begun.
    public Optional<String> refusal(Account account, Job job) {
        if (job.isErrand()) {
            return Optional.empty();
        }
        var rules = rules(job);
        var phrases = Phrases.of(account.locale());
        var feature = Features.of(job.intent()).map(Feature::word).orElse("");
        if (!feature.isEmpty() && !rules.features().isEmpty() && !rules.features().contains(feature)) {
            return Optional.of(phrases.say("team.feature", "allowed",
                    rules.features().stream().sorted().map(it -> "/" + it).collect(Collectors.joining(", "))));
        }
        var quoted = job.quoted();
        return Topics.in(job.words() + "\n" + (quoted == null ? "" : quoted), rules.topics())
                .map(_ -> phrases.say("team.topic"));
    }

    /// Why this may not be handed over.
    public Optional<String> refusal(Job job, Creation creation) {
        var topics = rules(job).topics();
        if (topics.isEmpty()) {
            return Optional.empty();
        }
        return Stream
                .concat(Stream.of(creation.title(), creation.text()), creation.files().stream().map(HouseRules::text))
                .flatMap(text -> Topics.in(text, topics).stream()).findFirst()
                .map(_ -> Phrases.of(accounts.byId(job.account()).locale()).say("team.result"));
    }

    private static String text(Artifact file) {
        return file.isText()
                ? new String(file.content(), 0, Math.min(MOST_READ, file.content().length), StandardCharsets.UTF_8)
                : "";
    }

    /// Whether what is being written may be shown meanwhile.
    public Predicate<String> shows(Job job) {
        var topics = rules(job).topics();
        return topics.isEmpty() ? _ -> true : text -> Topics.in(text, topics).isEmpty();
    }

    /// Everything a team can forbid.
    static Set<String> features() {
        return Feature.all().stream().map(Feature::word).collect(Collectors.toUnmodifiableSet());
    }

    /// The words of a list, as people write it.
    static Set<String> words(String list) {
        return Stream.of(list.strip().split("[\\s,;]+")).map(it -> it.toLowerCase(Locale.ROOT).replaceFirst("^/", ""))
                .filter(it -> !it.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
