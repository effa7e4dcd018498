package atelier.adapter.telegram;

import atelier.adapter.AdapterContract;
import atelier.adapter.Door;
import java.io.IOException;

class TelegramAdapterTest extends AdapterContract {
    @Override
    protected Door open() throws IOException {
        return new TelegramDoor();
    }

    @Override
    protected boolean redelivers() {
        return true;
    }
}
