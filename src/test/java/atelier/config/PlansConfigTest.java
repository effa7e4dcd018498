package atelier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlansConfigTest {
    @Test
    void whatIsSoldAndWhatTiersIncludeIsSetByTheOperator() {
        var config = Config.load(null, Map.of("ATELIER_DISCORD_SKUS", "12=pro, 13 = studio",
                "ATELIER_DISCORD_TIER_ROLES", "7=pro", "ATELIER_TIERS_FREE_FEATURES", "code, Melody",
                "ATELIER_TIERS_PRO_STARS", "250", "ATELIER_PLANS_SUPPORT", "@help"));

        assertThat(config.discord().skus()).isEqualTo(Map.of("12", "pro", "13", "studio"));
        assertThat(config.discord().tierRoles()).isEqualTo(Map.of("7", "pro"));
        assertThat(config.tiers()).hasEntrySatisfying("free",
                free -> assertThat(free.features()).isEqualTo(List.of("code", "melody")));
        assertThat(config.tiers()).hasEntrySatisfying("pro", pro -> {
            assertThat(pro.features()).isEqualTo(List.of("all"));
            assertThat(pro.stars()).isEqualTo(250);
        });
        assertThat(config.plans().support()).isEqualTo("@help");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ATELIER_DISCORD_SKUS        | 12=gold     | names a tier that does not exist: `gold`
            ATELIER_DISCORD_TIER_ROLES  | patron=pro  | is not a list of number=tier
            ATELIER_DISCORD_TIER_ROLES  | 7=pro, 7=studio | is not a list of number=tier
            ATELIER_TIERS_FREE_FEATURES | code, cakes | is not a list of code, review
            ATELIER_TIERS_PRO_STARS     | 10001       | is not a whole number from 0 to 10000
            ATELIER_PLANS_TERMS_URL     | terms.html  | is not an address that begins with https
            """)
    void aMistakeIsNamed(String variable, String value, String sentence) {
        assertThatThrownBy(() -> Config.load(null, Map.of(variable, value))).isInstanceOf(ConfigException.class)
                .hasMessageContaining(sentence);
    }
}
