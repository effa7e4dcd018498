package atelier.cli;

import atelier.account.Feature;
import atelier.account.Offers;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.adapter.telegram.TelegramSettings;
import atelier.adapter.telegram.TelegramTill;
import atelier.config.Config;
import atelier.config.TierSettings;
import atelier.engine.port.People;
import atelier.engine.port.StarShop;
import atelier.store.Database;
import atelier.store.JdbiGrants;
import atelier.store.JdbiLinks;
import atelier.store.JdbiOrders;
import atelier.store.JdbiProviderKeys;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What people have and may have, from the configuration.
final class PeopleOf {
    private PeopleOf() {}

    static People people(Config config, Database database, JdbiGrants grants, JdbiProviderKeys keys,
            LongPredicate banned, Clock clock) {
        return new People(tiers(config), offers(config), grants, new JdbiOrders(database, clock), shop(config),
                new JdbiLinks(database, keys, clock, config.timeZone()), banned, config.timeZone());
    }

    static Tiers tiers(Config config) {
        return new Tiers(config.tiers().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey(), entry -> tier(entry.getKey(), entry.getValue()))),
                config.defaultTier());
    }

    private static Tier tier(String name, TierSettings tier) {
        return new Tier(name, tier.messagesPerDay(), tier.requestsPerMinute(), tier.concurrentJobs(), tier.cloud(),
                tier.priority(), features(tier.features()), tier.stars());
    }

    private static Set<Feature> features(List<String> words) {
        return words.contains("all")
                ? Feature.all()
                : words.stream().map(Feature::named).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    static Offers offers(Config config) {
        var support = config.plans().support();
        return new Offers(config.discord().tierRoles(), config.discord().skus(), config.plans().terms(),
                support == null ? "" : support);
    }

    static StarShop shop(Config config) {
        var telegram = telegram(config);
        return telegram == null ? StarShop.CLOSED : new TelegramTill(telegram);
    }

    private static @Nullable TelegramSettings telegram(Config config) {
        var token = config.telegram().token();
        return token == null
                ? null
                : TelegramSettings.polling(token.value(), config.telegram().apiUrl(), List.of());
    }
}
