package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which tier people have, and what they were charged for, after what the platforms told: in order, twice, late, reordered and
/// forged. Each row is a person of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanTableTest {
    private PlanStage stage;

    @BeforeAll
    void opens(@TempDir Path folder) throws IOException {
        stage = new PlanStage(folder);
    }

    @AfterAll
    void closes() {
        stage.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nobody paid                           | order=pro:250                                  | free   | 0 |
            an order and the question alone       | order=pro:250 ask                              | free   | 0 | ok
            a payment                             | order=pro:250 ask pay=a                        | pro    | 1 | ok
            a payment without the question        | order=pro:250 pay=a                            | pro    | 1 |
            the update came twice                 | order=pro:250 pay=a again                      | pro    | 1 |
            the charge was told of twice          | order=pro:250 pay=a pay=a                      | pro    | 1 |
            the charge was told of three times    | order=pro:250 pay=a pay=a again pay=a          | pro    | 1 |
            the best of two orders                | order=pro:250 pay=a order=studio:900 pay=b     | studio | 2 |
            the worse one came last               | order=studio:900 pay=b order=pro:250 pay=a     | studio | 2 |
            thirty days are over                  | order=pro:250 pay=a days=31                    | free   | 1 |
            twenty-nine days are not              | order=pro:250 pay=a days=29                    | pro    | 1 |
            renewed once                          | order=pro:250 pay=a days=29 renew=b days=29    | pro    | 2 |
            renewed and over                      | order=pro:250 pay=a days=29 renew=b days=31    | free   | 2 |
            the renewal came late                 | order=pro:250 pay=a days=32 renew=b            | pro    | 2 |
            the renewal was told of before        | order=pro:250 renew=b pay=a                    | pro    | 2 |
            the renewal came twice                | order=pro:250 pay=a days=29 renew=b renew=b    | pro    | 2 |
            given back                            | order=pro:250 pay=a refund=a                   | free   | 0 |
            given back by the shop                | order=pro:250 pay=a refund-shop=a              | free   | 0 |
            given back twice                      | order=pro:250 pay=a refund=a refund=a          | free   | 0 |
            the refund was told of first          | order=pro:250 refund=a pay=a                   | free   | 0 |
            paid once more after the refund       | order=pro:250 pay=a refund=a pay=b             | pro    | 1 |
            the old charge again after the refund | order=pro:250 pay=a refund=a pay=a             | free   | 0 |
            the renewal alone was given back      | order=pro:250 pay=a days=20 renew=b refund=b   | pro    | 1 |
            both were given back                  | order=pro:250 pay=a renew=b refund=a refund=b  | free   | 0 |
            of the two orders one was given back  | order=pro:250 pay=a order=studio:900 pay=b refund=b | pro | 1 |
            renewal stopped                       | order=pro:250 pay=a stop                       | pro    | 1 |
            renewal stopped and over              | order=pro:250 pay=a stop days=31               | free   | 1 |
            stopped and resumed                   | order=pro:250 pay=a stop resume                | pro    | 1 |
            stopped before the payment was told of | order=pro:250 stop pay=a order=pro:250 ask   | pro    | 1 | ok
            stopped, then one more period was paid | order=pro:250 pay=a days=29 stop renew=b order=pro:250 ask | pro | 2 | no
            resumed, and has it                   | order=pro:250 pay=a stop resume order=pro:250 ask | pro | 1 | no
            stopped without having paid           | order=pro:250 stop                             | free   | 0 |
            asked for somebody else's order       | order=pro:250 ask-other                        | free   | 0 | no
            asked with another amount             | order=pro:250 ask-price                        | free   | 0 | no
            asked in another currency             | order=pro:250 ask-money                        | free   | 0 | no
            asked for no order of ours            | order=pro:250 ask-unknown                      | free   | 0 | no
            the price changed since               | order=pro:200 ask                              | free   | 0 | no
            the tier is no longer sold            | order=gold:250 ask                             | free   | 0 | no
            has it and renews                     | order=pro:250 pay=a order=pro:250 ask          | pro    | 1 | no
            the paid link once more               | order=pro:250 pay=a ask                        | pro    | 1 | no
            the paid link, stopped since          | order=pro:250 pay=a stop ask                   | pro    | 1 | no
            the same order near its end           | order=pro:250 pay=a days=29 ask                | pro    | 1 | ok
            the same order after its end          | order=pro:250 pay=a days=31 ask                | free   | 1 | ok
            the same order, given back            | order=pro:250 pay=a refund=a ask               | free   | 0 | ok
            has it but stopped                    | order=pro:250 pay=a stop order=pro:250 ask     | pro    | 1 | ok
            forged by somebody else               | order=pro:250 pay-other=a                      | free   | 0 |
            forged amount                         | order=pro:250 pay-price=a                      | free   | 0 |
            forged currency                       | order=pro:250 pay-money=a                      | free   | 0 |
            forged order                          | order=pro:250 pay-unknown=a                    | free   | 0 |
            a forged charge keeps its number      | order=pro:250 pay-price=a pay=a                | free   | 0 |
            forged, then really paid              | order=pro:250 pay-price=a pay=b                | pro    | 1 |
            paid at the old price, renewed at it  | order=pro:200 pay=a days=29 renew=b            | pro    | 2 |
            given by the operator                 | grant=studio                                   | studio | 0 |
            given for a while, and over           | grant=studio:10 days=11                        | free   | 0 |
            given for a while, not over           | grant=studio:10 days=9                         | studio | 0 |
            given and taken back                  | grant=studio revoke                            | free   | 0 |
            the newer gift holds                  | grant=studio grant=pro:5                       | pro    | 0 |
            a worse gift than what was paid       | order=studio:900 pay=a grant=pro               | studio | 1 |
            the gift outlives what was paid       | order=studio:900 pay=a grant=pro days=31       | pro    | 1 |
            a tier nobody knows                   | grant=gold                                     | free   | 0 |
            """)
    void starsAndGiftsMakeATier(String what, String script, String tier, int charges, String answer) {
        assertThat(stage.plays(what.replace(' ', '-'), script)).describedAs(what)
                .isEqualTo(new PlanStage.Outcome(tier, charges, answer == null ? "" : answer));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            says something                        | d-talk                                         | free
            bought, told by the gateway           | d-buy=e:pro                                    | pro
            bought, told twice                    | d-buy=e:pro d-buy=e:pro                        | pro
            bought, seen with a command           | d-owns=e:pro d-talk                            | pro
            bought the better one too             | d-buy=e:pro d-buy=f:studio                     | studio
            ended                                 | d-buy=e:pro d-end=e                            | free
            goes on to a day                      | d-buy=e:pro d-renew=e:10                       | pro
            the day is over                       | d-buy=e:pro d-renew=e:10 days=11               | free
            given back                            | d-buy=e:pro d-refund=e                         | free
            given back, then told of late         | d-buy=e:pro d-refund=e d-late=e                | free
            given back before it was told of      | d-refund=e d-late=e                            | free
            given back, an old command lists it   | d-buy=e:pro d-refund=e d-owns=e:pro d-talk     | free
            no longer among what they own         | d-owns=e:pro d-talk days=1 d-owns=e:gone d-talk | free
            among it again                        | d-owns=e:pro d-talk days=1 d-owns=e:gone d-talk days=1 d-owns=e:pro d-talk | pro
            has the role                          | d-role=on d-guild                              | patron
            has it and talks elsewhere            | d-role=on d-guild d-talk                       | patron
            lost it, not seen yet                 | d-role=on d-guild d-role=off                   | patron
            lost it, seen                         | d-role=on d-guild days=1 d-role=off d-guild    | free
            has it, but was not seen there        | d-role=on d-talk                               | free
            not seen there for a month            | d-role=on d-guild days=31                      | free
            has it and bought                     | d-role=on d-guild d-buy=e:pro                  | pro
            what was bought ended, the role stays | d-role=on d-guild d-buy=e:pro d-end=e          | patron
            paid at Telegram, joined              | d-talk order=studio:900 pay=a link             | studio
            bought at Discord, joined             | d-buy=e:studio link                            | studio
            both, and one was given back          | d-buy=e:pro order=studio:900 pay=a link refund=a | pro
            """)
    void discordMakesATier(String what, String script, String tier) {
        assertThat(stage.plays(what.replace(' ', '-'), script).tier()).describedAs(what).isEqualTo(tier);
    }
}
