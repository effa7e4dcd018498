package atelier.adapter.discord;

import atelier.adapter.AdapterContract;
import atelier.adapter.Door;
import java.io.IOException;

/// The contract of every adapter, at Discord.
class DiscordAdapterTest extends AdapterContract {
    @Override
    protected Door open() throws IOException {
        return new DiscordDoor();
    }

    @Override
    protected boolean redelivers() {
        return false;
    }
}
