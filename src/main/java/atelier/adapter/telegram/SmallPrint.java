package atelier.adapter.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/// Lines of small print (`-# like this`), which Telegram does not know: shown in italics, without the mark.
final class SmallPrint {
    private static final Pattern LINE = Pattern.compile("(?m)^-# (.+)$");

    private SmallPrint() {}

    static TelegramText in(TelegramText text) {
        var result = text;
        for (var line = LINE.matcher(result.text()); line.find(); line = LINE.matcher(result.text())) {
            result = unmarked(result, line.start(), line.start(1), line.end());
        }
        return result;
    }

    private static TelegramText unmarked(TelegramText text, int mark, int from, int to) {
        var width = from - mark;
        var entities = new ArrayList<MessageEntity>();
        text.entities().forEach(entity -> entities.add(entity.getOffset() < from ? entity : moved(entity, -width)));
        entities.add(MessageEntity.builder().type("italic").offset(mark).length(to - from).build());
        return new TelegramText(text.text().substring(0, mark) + text.text().substring(from), List.copyOf(entities));
    }

    private static MessageEntity moved(MessageEntity entity, int by) {
        return MessageEntity.builder().type(entity.getType()).url(entity.getUrl()).language(entity.getLanguage())
                .offset(entity.getOffset() + by).length(entity.getLength()).build();
    }
}
