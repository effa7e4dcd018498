package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Platform;
import atelier.chat.Sender;
import atelier.conversation.Personas;
import atelier.conversation.Templates.Template;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How every database keeps what people and the service itself want to find again by a name.
abstract class KeepingContract {
    private static final Sender ADA = new Sender(Platform.TELEGRAM, "42", "ada", Locale.ENGLISH);

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at("2026-11-21T22:59:00Z");
    private final Tiers tiers = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");
    private Database database;
    private JdbiAccounts accounts;

    abstract Database open();

    @BeforeEach
    void connect() {
        database = open();
        accounts = new JdbiAccounts(database, tiers, Set.of(), clock);
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Test
    void smallFactsAreRemembered() {
        var memory = new JdbiMemory(database);
        assertThat(memory.last("commands")).isNull();

        memory.remember("commands", "a");
        memory.remember("commands", "b");

        assertThat(memory.last("commands")).isEqualTo("b");
    }

    @Test
    void aSharedKeyIsMadeOnce() {
        var keys = new JdbiSharedKey(database);

        assertThat(keys.of("play links")).hasSize(32).isEqualTo(new JdbiSharedKey(database).of("play links"))
                .isNotEqualTo(keys.of("other"));
    }

    @Test
    void templatesAreTheirPersonsOwn() {
        var templates = new JdbiTemplates(database, clock);
        var ada = accounts.of(ADA).id();
        templates.save(ada, new Template("waltz", "/melody a waltz"));
        templates.save(ada, new Template("song", "first"));
        templates.save(ada, new Template("song", "second"));

        assertThat(templates.list(ada)).containsExactly(new Template("song", "second"),
                new Template("waltz", "/melody a waltz"));
        assertThat(templates.list(ada + 1)).isEmpty();
        assertThat(templates.find(ada + 1, "song")).isEmpty();
        assertThat(templates.remove(ada + 1, "song")).isFalse();
        assertThat(templates.remove(ada, "song")).isTrue();
        assertThat(templates.find(ada, "song")).isEmpty();
    }

    @Test
    void personasAndTheirChoiceBelongToOnePersonChatOrTeam() {
        var personas = new JdbiPersonas(database, clock);
        var ada = accounts.of(ADA).id();
        var mine = new Personas.Owner.Person(ada);
        var chat = new Personas.Owner.Channel("TELEGRAM:-1");
        personas.save(mine, new Personas.Persona("coach", "first"));
        personas.save(mine, new Personas.Persona("coach", "second"));
        personas.save(chat, new Personas.Persona("clown", "jokes"));
        assertThat(personas.list(mine)).containsExactly(new Personas.Persona("coach", "second"));
        assertThat(personas.list(new Personas.Owner.Team("TELEGRAM:-1"))).isEmpty();

        personas.choose(mine, "coach");
        personas.choose(chat, "clown");
        personas.choose(mine, "");
        assertThat(personas.chosen(mine)).contains("");
        personas.choose(mine, null);
        assertThat(personas.chosen(mine)).isEmpty();
        assertThat(personas.remove(chat, "clown")).isTrue();
        assertThat(personas.chosen(chat)).isEmpty();
        assertThat(personas.remove(chat, "clown")).isFalse();
    }

    @Test
    void whatIsSharedIsReplacedAndTakenBackByItsOwnerAlone() {
        var templates = new JdbiTemplates(database, clock);
        var ada = accounts.of(ADA).id();
        var ben = accounts.of(new Sender(Platform.DISCORD, "4711", "Ben", Locale.ENGLISH)).id();
        assertThat(templates.share("chat:1", ada, new Template("waltz", "/melody a waltz"))).isTrue();
        assertThat(templates.share("chat:1", ben, new Template("waltz", "/melody another"))).isFalse();
        assertThat(templates.share("chat:1", ada, new Template("waltz", "/melody a slow waltz"))).isTrue();
        assertThat(templates.shared("chat:1")).containsExactly(new Template("waltz", "/melody a slow waltz"));
        assertThat(templates.shared("chat:2")).isEmpty();
        assertThat(templates.unshare("chat:1", ben, "waltz", false)).isFalse();
        assertThat(templates.unshare("chat:1", ben, "waltz", true)).isTrue();
        assertThat(templates.shared("chat:1")).isEmpty();
    }
}
