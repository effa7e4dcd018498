package atelier.engine.people;

import atelier.account.Account;
import atelier.account.Feature;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Button;
import atelier.engine.delivery.Say;
import atelier.intent.Intent;
import atelier.language.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a tier includes what is asked for, and else which one does.
public final class Features {
    private final Tiers tiers;

    public Features(Tiers tiers) {
        this.tiers = tiers;
    }

    /// What is said instead of doing it; empty when it may be done.
    public Optional<Say> refusal(Account account, Intent intent) {
        return of(intent).filter(it -> !account.tier().features().contains(it)).map(it -> locked(account, it));
    }

    private Say locked(Account account, Feature feature) {
        var phrases = Phrases.of(account.locale());
        var others = tiers.all().stream().filter(it -> it.features().contains(feature)).map(Tier::name).toList();
        var what = name(phrases, feature);
        if (others.isEmpty()) {
            return Say.text(phrases.say("plan.locked-everywhere", "feature", what));
        }
        return new Say(
                phrases.say("plan.locked", "feature", what, "tier", account.tier().name(), "others",
                        others.stream().map(it -> "**" + it + "**").collect(Collectors.joining(", "))),
                List.of(new Say.Choice(phrases.say("plan.button.plans"), "/plan", Button.Style.NORMAL)));
    }

    static String name(Phrases phrases, Feature feature) {
        return phrases.say("plan.feature." + feature.word());
    }

    static String names(Phrases phrases, Set<Feature> features) {
        return features.size() == Feature.values().length
                ? phrases.say("plan.everything")
                : Feature.all().stream().filter(features::contains).map(it -> name(phrases, it))
                        .collect(Collectors.joining(", "));
    }

    /// What is asked for; empty for what every tier includes.
    public static Optional<Feature> of(Intent intent) {
        return Optional.ofNullable(switch (intent.kind()) {
            case GENERATE_CODE -> Feature.CODE;
            case REVIEW_CODE -> Feature.REVIEW;
            case EXPLAIN_CODE -> Feature.EXPLAIN;
            case GENERATE_GAME -> Feature.GAME;
            case GENERATE_LYRICS -> Feature.LYRICS;
            case GENERATE_MELODY -> Feature.MELODY;
            case GENERATE_TOPLINE -> Feature.TOPLINE;
            case GENERATE_FULL_SONG -> Feature.SONG;
            case ANALYZE_LOG -> Feature.LOG;
            case COMPARE_MODELS -> Feature.COMPARE;
            case CHAT -> Feature.CHAT;
            case CLONE_VOICE -> Feature.VOICE;
            case COACH_VOCALS -> Feature.COACH;
            case ANALYZE_AUDIO -> Feature.ANALYZE;
            case MASTER_AUDIO -> Feature.MASTER;
            case FEATURE_INQUIRY, HOW_TO, GENERAL_HELP, PLAY_SAMPLE, SHOW_EXAMPLE, MANAGE_MODELS, SHOW_USAGE, HISTORY,
                    EDIT_LAST, REGENERATE, CANCEL, MANAGE_TEMPLATES, MANAGE_ACCOUNT, GREETING, THANKS, UNKNOWN ->
                null;
        });
    }
}
