package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.chat.Sender;
import atelier.engine.community.AuditLog.Act;
import atelier.engine.community.Bans.Ban;
import atelier.engine.community.Community;
import atelier.engine.community.Reports.Report;
import atelier.engine.team.TeamRules;
import atelier.engine.team.TeamRules.Party;
import atelier.engine.team.TeamRules.Quiet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How every database keeps what belongs to running a community.
abstract class CommunityContract {
    private static final Chat PRIVATE = new Chat(Platform.TELEGRAM, "42", true);
    private static final Chat GROUP = new Chat(Platform.TELEGRAM, "-1001", false);
    private static final String SERVER = "TELEGRAM:server:-1001";

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    private Database database;
    private Community community;
    private long ada;

    abstract Database open();

    @BeforeEach
    void connect() {
        database = open();
        community = JdbiCommunity.of(database, Set.of("TELEGRAM:42"), 60, clock);
        var tiers = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");
        ada = new JdbiAccounts(database, tiers, Set.of(), clock)
                .of(new Sender(Platform.TELEGRAM, "42", "ada", Locale.ENGLISH)).id();
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Test
    void chatsAreKnownByServerPersonAndTime() {
        var places = community.places();
        places.seen(GROUP, SERVER, ada);
        clock.advance(Duration.ofDays(2));
        places.seen(PRIVATE, "", ada);

        assertThat(places.server(GROUP.key())).isEqualTo(SERVER);
        assertThat(places.server("TELEGRAM:7")).isEmpty();
        assertThat(places.privateOf(ada)).contains(PRIVATE);
        assertThat(places.since(clock.instant().minus(Duration.ofDays(1)))).extracting(it -> it.chat())
                .containsExactly(PRIVATE);
        assertThat(places.identities(ada)).containsExactly("TELEGRAM:42");
        assertThat(places.accounts(List.of("TELEGRAM:42", "TELEGRAM:43"))).containsExactly(ada);
        assertThat(places.account("TELEGRAM", "42")).contains(ada);
        assertThat(places.botSpoke(GROUP.key(), true)).isTrue();
        assertThat(places.botSpoke(GROUP.key(), true)).isFalse();
        assertThat(places.botSpoke(GROUP.key(), false)).isTrue();
    }

    @Test
    void aBanHoldsForTheAccountIsToldOnceAndEnforcedOnce() {
        var bans = community.bans();
        var ban = new Ban("TELEGRAM", "42", "spam", "CLI:root", clock.instant());
        bans.ban(ban);

        assertThat(bans.of(ada)).contains(ban);
        assertThat(bans.of(ada + 1)).isEmpty();
        assertThat(bans.tell(ban)).isTrue();
        assertThat(bans.tell(ban)).isFalse();
        assertThat(bans.hasToEnforce()).isTrue();
        assertThat(bans.toEnforce()).containsExactly(ada);
        assertThat(bans.hasToEnforce()).isFalse();
        assertThat(bans.toEnforce()).isEmpty();
        assertThat(bans.lift("TELEGRAM", "42")).isTrue();
        assertThat(bans.lift("TELEGRAM", "42")).isFalse();
        assertThat(bans.all()).isEmpty();
    }

    @Test
    void actsStandInTheLogNewestFirst() {
        community.audit().add(new Act(clock.instant(), "a", "cli", "ban", "telegram:42", "spam"));
        community.audit().add(new Act(clock.instant(), "a", "cli", "unban", "telegram:42", ""));

        assertThat(community.audit().newest(10)).extracting(Act::what).containsExactly("unban", "ban");
        assertThat(community.audit().newest(1)).hasSize(1);
    }

    @Test
    void aPendingActIsTakenOnceByItsOwnerInTime() {
        var pending = community.pending();
        var id = pending.add(ada, "drain");
        var from = clock.instant().minusSeconds(60);

        assertThat(pending.take(id, ada + 1, from)).isEmpty();
        assertThat(pending.take(id, ada, from)).contains("drain");
        assertThat(pending.take(id, ada, from)).isEmpty();
        var late = pending.add(ada, "drain");
        assertThat(pending.take(late, ada, clock.instant().plusSeconds(1))).isEmpty();
    }

    @Test
    void manySendersNeverTakeAChatTwice() throws InterruptedException {
        var places = community.places();
        for (var i = 0; i < 50; i++) {
            places.seen(new Chat(Platform.TELEGRAM, "c" + i, true), "", ada);
        }
        community.announcements().begin("Hello.", ada, "test", PRIVATE, places.since(clock.instant().minusSeconds(1)));
        var taken = new ConcurrentLinkedQueue<String>();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < 4; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                for (var round = 0; round < 60; round++) {
                    community.announcements().next().ifPresent(due -> taken.add(due.chat().id()));
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(taken).hasSize(50).doesNotHaveDuplicates();
        assertThat(community.announcements().finish()).hasSize(1).first()
                .satisfies(it -> assertThat(it.sent() + " of " + it.all()).isEqualTo("50 of 50"));
        assertThat(community.announcements().finish()).isEmpty();
        assertThat(community.announcements().stop()).isEmpty();
    }

    @Test
    void whatIsStoppedIsNotSent() {
        community.places().seen(PRIVATE, "", ada);
        community.announcements().begin("Hello.", ada, "test", PRIVATE, community.places().since(clock.instant()));

        assertThat(community.announcements().stop()).isPresent();
        assertThat(community.announcements().next()).isEmpty();
        assertThat(community.announcements().newest().orElseThrow().state()).isEqualTo("STOPPED");
    }

    @Test
    void rulesComeBackAsTheyWereAndGoBack() {
        var rules = new TeamRules("llama3", Set.of("llama3"), Set.of("code"), Map.of("-1001", Quiet.COMMANDS),
                Set.of(new Party(Party.Kind.ROLE, "7")), Set.of(new Party(Party.Kind.USER, "8")), List.of("赌博"));
        community.rules().set(SERVER, rules, "test");
        community.rules().set(SERVER, TeamRules.NONE, "test");

        assertThat(community.rules().of(SERVER)).isEqualTo(TeamRules.NONE);
        assertThat(community.rules().undo(SERVER)).isTrue();
        assertThat(community.rules().of(SERVER)).isEqualTo(rules);
        assertThat(community.rules().of("TELEGRAM:server:-2")).isEqualTo(TeamRules.NONE);
        assertThat(community.rules().undo("TELEGRAM:server:-2")).isFalse();
    }

    @Test
    void theSameIsReportedOnceByEach() {
        var report = new Report(ada, GROUP.key(), "j1", "rude", "", clock.instant());

        assertThat(community.reports().add(report)).isTrue();
        assertThat(community.reports().add(report)).isFalse();
        assertThat(community.reports().count(ada, clock.instant())).isEqualTo(1);
        assertThat(community.reports().newest(5)).containsExactly(report);
    }

    @Test
    void aChatsPaceIsKept() {
        for (var i = 0; i < 3; i++) {
            assertThat(community.pace().take("c", 3)).isZero();
        }
        assertThat(community.pace().take("c", 3)).isPositive();
        assertThat(community.pace().take("d", 3)).isZero();
        clock.advance(Duration.ofSeconds(21));
        assertThat(community.pace().take("c", 3)).isZero();
    }

    @Test
    void sumsOverNothingAreNothing() {
        var overview = community.overview();

        assertThat(overview.people(clock.instant(), 5)).isEmpty();
        assertThat(overview.teams(clock.instant(), 5)).isEmpty();
        assertThat(overview.ended(clock.instant())).isEmpty();
        assertThat(overview.unfinished()).isEmpty();
        assertThat(overview.keys()).isEmpty();
        assertThat(overview.undelivered(clock.instant())).isZero();
        assertThat(overview.nodes()).isZero();
    }
}
