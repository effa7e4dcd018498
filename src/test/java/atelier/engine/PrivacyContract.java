package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.ScriptedRouter;
import atelier.intent.Intent;
import atelier.store.Database;
import atelier.store.Rows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people may demand of what is kept of them, on any database.
abstract class PrivacyContract {
    /// Name, chat and words of one person; nobody else has it.
    private static final String ADA = "quixotl";
    private static final String DELETE = "/mydata delete everything";

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();
    private Database database;
    private TestAtelier atelier;

    abstract Database open(Path folder);

    @BeforeEach
    void opens() {
        database = open(folder);
        atelier = new TestAtelier(folder, database, chat, models, TestAtelier.quick(), true);
    }

    @AfterEach
    void closes() {
        atelier.close();
    }

    private void lives() {
        models.says("```python main.py\nprint('" + ADA + "')\n```\n").says("Talk about " + ADA);
        atelier.says(ADA, "/code print " + ADA + " in Python");
        var job = atelier.job(chat.shownTo(ADA).getLast());
        atelier.says(ADA, "/talk about " + ADA);
        atelier.says(ADA, "/template save " + ADA + ": /melody " + ADA);
        atelier.says(ADA, "/model local-only on");
        Rows.add(database, atelier.account(ADA), job, ADA);
    }

    private boolean isOnDisk(String words) throws Exception {
        try (var files = Files.walk(folder.resolve("files"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(words)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void everyTableHasItsLineSayingWhatItHasOfPeople() {
        assertThat(Rows.classified()).as("add a line to PersonalTables").isEqualTo(Rows.tables(database));
        assertThat(Rows.unowned(database)).as("they name somebody, so say whose their rows are").isEmpty();
    }

    @Test
    void nothingIsLeftOfAPersonWhoWantsToBeForgottenButNamelessBooks() throws Exception {
        lives();
        var account = atelier.account(ADA);
        var before = Rows.of(database, account);
        assertThat(before.entrySet()).filteredOn(it -> it.getValue() == 0).extracting(it -> it.getKey())
                .as("tables that should have had something")
                .isSubsetOf("open_question", "scheduled_tasks", "parted_count");
        assertThat(isOnDisk(ADA)).isTrue();
        var messages = Rows.sum(database, "ledger_day", "used");
        var cost = Rows.sum(database, "model_call", "total_ms");

        assertThat(atelier.says(ADA, DELETE).text()).contains("is gone");

        var after = Rows.of(database, account);
        before.forEach((table, rows) -> System.out.printf(Locale.ROOT, "%-18s %4d before %4d after%n", table, rows,
                after.get(table)));
        assertThat(after.values()).containsOnly(0);
        assertThat(Rows.with(database, ADA)).as("tables in which the name, the chat or a word is left").isEmpty();
        assertThat(Rows.withAccount(database, account)).containsOnly("erased_account");
        assertThat(isOnDisk(ADA)).isFalse();
        assertThat(Rows.sum(database, "ledger_day", "used")).isEqualTo(messages);
        assertThat(Rows.sum(database, "model_call", "total_ms")).isEqualTo(cost);
    }

    @Test
    void whoBeginsAgainHasNoMoreMessagesThatDayThanBefore() {
        models.says("One.").says("Two.");
        atelier.says(ADA, "/talk one");
        atelier.says(ADA, "/talk two");
        var old = atelier.account(ADA);
        atelier.says(ADA, DELETE);
        assertThat(atelier.says(ADA, "/conversation").text()).contains("no conversations");
        assertThat(atelier.account(ADA)).isNotEqualTo(old);
        assertThat(atelier.used(ADA)).isEqualTo(2);
        atelier.says(ADA, DELETE);
        atelier.says(ADA, "/help");
        assertThat(atelier.used(ADA)).isEqualTo(2);
        atelier.clock.advance(Duration.ofDays(1));
        assertThat(atelier.used(ADA)).isZero();
    }

    @Test
    void deletionIsAskedForAndNeedsTheWordTyped() {
        lives();
        assertThat(atelier.says(ADA, "/mydata delete").text()).contains("To confirm, type: **delete everything**");
        assertThat(atelier.says(ADA, "yes please").text()).contains("Nothing was deleted");
        atelier.says(ADA, "please delete all my data");
        assertThat(atelier.presses(ADA, "Keep my data").text()).contains("stays as it is");
        assertThat(atelier.says(ADA, "/conversation").text()).contains(ADA);
        atelier.says(ADA, "/mydata delete");
        assertThat(atelier.says(ADA, "Delete everything!").text()).contains("is gone");
        assertThat(Rows.with(database, ADA)).isEmpty();
    }

    @Test
    void whatOthersSaidAndMadeInASharedConversationStays() {
        models.says("About boats.").says("About harbours.");
        chat.saysInGroup(ADA, "-77", "/talk " + ADA + " loves boats");
        atelier.awaitIdle();
        chat.saysInGroup("bob", "-77", "/talk harbours");
        atelier.awaitIdle();
        atelier.says(ADA, DELETE);
        assertThat(Rows.with(database, ADA)).isEmpty();
        models.says("More.");
        chat.saysInGroup("bob", "-77", "/talk and then?");
        atelier.awaitIdle();
        assertThat(models.asked().getLast().prompt().turns().toString()).contains("bob: /talk harbours")
                .doesNotContain(ADA, "About boats");
    }

    @Test
    void everythingKeptIsHandedOutWithoutSecrets() {
        lives();
        var exported = atelier.says(ADA, "/mydata export");
        assertThat(exported.text()).contains("Everything I keep of you");
        assertThat(exported.files()).containsKey("my-data-1.zip");
        var content = TestZip.texts(
                Objects.requireNonNull(exported.files().get("my-data-1.zip")).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(content.get("rows/turn.json")).contains("Talk about " + ADA);
        assertThat(content.get("rows/template.json")).contains("/melody " + ADA);
        assertThat(content.get("rows/provider_key.json")).contains("abcd").doesNotContain("sealed", ADA);
        assertThat(content.keySet()).anyMatch(it -> it.startsWith("files/") && it.endsWith("/main.py"));
        assertThat(content.get("rows/job.json")).doesNotContain("hints");
        chat.saysInGroup(ADA, "-77", "/mydata export");
        atelier.awaitIdle();
        assertThat(chat.shownTo("-77").getLast().text()).contains("Ask me in a private chat");
    }

    @Test
    void theNoticeSaysWhatIsKeptWhereAndWhetherTheCloudIsAsked() {
        var notice = atelier.says(ADA, "/privacy");
        assertThat(notice.text()).contains("files 90 days", "a cloud model may", "I am a machine", "/mydata delete");
        assertThat(atelier.presses(ADA, "Local models only").text()).contains("Local only is on");
        assertThat(atelier.says(ADA, "/privacy").text()).contains("your words go to no cloud model");
        atelier.says(ADA, "/settings language Deutsch");
        assertThat(atelier.says(ADA, "/privacy").text()).contains("Ich bin eine Maschine");
    }

    @Test
    void noVoiceIsClonedWithoutRecordedConsent() {
        for (var wish : List.of("/voice say hello in my voice", "clone my voice", "clone the voice of this singer")) {
            assertThat(atelier.says(ADA, wish).text()).as(wish).contains("without a recorded consent");
        }
        assertThat(atelier.used(ADA)).isZero();
    }

    @Test
    void whatHasBeenKeptLongEnoughGoesByItself() throws Exception {
        lives();
        atelier.says(ADA, "/conversation delete 1");
        atelier.presses(ADA, "Delete it");
        atelier.clock.advance(Duration.ofHours(23));
        atelier.sweeps();
        assertThat(atelier.presses(ADA, "Undo").text()).contains("is back");
        atelier.clock.advance(Duration.ofDays(91));
        atelier.sweeps();
        assertThat(Rows.sum(database, "made_file", "bytes")).isZero();
        assertThat(atelier.says(ADA, "/conversation").text()).as("kept until deleted").contains(ADA);
        atelier.says(ADA, "/conversation delete 1");
        atelier.presses(ADA, "Delete it");
        atelier.clock.advance(Duration.ofHours(25));
        atelier.sweeps();
        assertThat(Rows.of(database, atelier.account(ADA))).containsEntry("turn", 0).containsEntry("compared_answer", 0)
                .containsEntry("template", 1).hasEntrySatisfying("usage_entry", it -> assertThat(it).isPositive());
    }

    @Test
    void workUnderWayIsStoppedAndLeavesNothing() throws Exception {
        atelier.close();
        var begun = new CountDownLatch(1);
        Creator<Intent.ComposeMelody> endless = (_, bench) -> {
            begun.countDown();
            while (!bench.cancellation().isCancelled()) {
                Thread.onSpinWait();
            }
            return new Creation("late", List.of(), "too late", List.of(), null, "the test");
        };
        database = open(folder);
        atelier = new TestAtelier(folder, database, chat, models, endless, true);
        chat.says(ADA, "/melody " + ADA);
        begun.await();
        chat.says(ADA, DELETE);
        atelier.awaitIdle();
        assertThat(chat.textsTo(ADA)).anyMatch(it -> it.contains("Stopped")).anyMatch(it -> it.contains("is gone"));
        assertThat(Rows.with(database, ADA)).isEmpty();
    }
}
