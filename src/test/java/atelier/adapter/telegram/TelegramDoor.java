package atelier.adapter.telegram;

import atelier.adapter.Door;
import atelier.adapter.Hashes;
import atelier.chat.ChatAdapter;
import atelier.standin.TelegramStandIn;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/// The stand-in as the contract uses it.
final class TelegramDoor implements Door {
    final TelegramStandIn telegram;
    private final Hashes hashes = new Hashes();

    TelegramDoor() throws IOException {
        telegram = new TelegramStandIn();
    }

    @Override
    public ChatAdapter adapter() {
        return new TelegramAdapter(TelegramSettings.polling(telegram.token(), telegram.url(), List.of(
                new BotCommand("melody", "A melody"))), hashes, Clock.systemUTC());
    }

    @Override
    public ChatAdapter restarted() {
        return adapter();
    }

    @Override
    public void says(String person, String text) {
        telegram.says(person, text);
    }

    @Override
    public void commands(String person, String command, String prompt) {
        telegram.says(person, "/" + command + " " + prompt);
    }

    @Override
    public void sends(String person, String caption, String fileName, String mediaType, byte[] content) {
        telegram.sends(person, caption, fileName, mediaType, content);
    }

    @Override
    public void presses(String person, String label) {
        telegram.presses(person, label);
    }

    @Override
    public void deliversAgain() {
        telegram.deliversAgain();
    }

    @Override
    public List<Seen> seenBy(String person) {
        return telegram.seenBy(person);
    }

    @Override
    public List<String> noticesTo(String person) {
        return telegram.noticesTo(person);
    }

    @Override
    public void failNext(Fault fault) {
        telegram.failNext(fault);
    }

    @Override
    public int callsDuringPenalty() {
        return telegram.callsDuringPenalty();
    }

    @Override
    public List<String> unsafePayloads() {
        return telegram.unsafePayloads();
    }

    @Override
    public void close() {
        telegram.close();
    }
}
