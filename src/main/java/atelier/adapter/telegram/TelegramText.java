package atelier.adapter.telegram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/// Text as Telegram takes it: plain characters and the stretches of them that look special. Nothing has to be escaped,
/// so nothing a model writes can break a message or become markup.
///
/// @param entities at most 100, offsets and lengths in UTF-16 units
record TelegramText(String text, List<MessageEntity> entities) {
    /// The longest text of a message.
    static final int LONGEST = 4096;
    /// The longest text under a file.
    static final int LONGEST_CAPTION = 1024;
    private static final int MOST_ENTITIES = 100;
    private static final Pattern MENTION = Pattern.compile("(?<![\\w/.])@[A-Za-z]\\w{2,31}");

    TelegramText {
        entities = List.copyOf(entities);
    }

    /// `markdown` rendered; its source as it is where that would be empty or too long.
    static TelegramText of(String markdown) {
        var written = written(markdown);
        var text = written.text().stripTrailing();
        if (text.isBlank() || text.length() > LONGEST) {
            return plain(markdown);
        }
        return new TelegramText(text, limited(silenced(text, written.entities())));
    }

    /// Markdown nested thousands deep is shown as it is.
    private static TelegramText written(String markdown) {
        try {
            return SmallPrint.in(EntityWriter.write(markdown));
        } catch (StackOverflowError | RuntimeException e) {
            return new TelegramText("", List.of());
        }
    }

    static TelegramText plain(String text) {
        return new TelegramText(text, limited(silenced(text, List.of())));
    }

    /// Telegram links `@name` by itself and so calls that person; as code it stays text.
    private static List<MessageEntity> silenced(String text, List<MessageEntity> entities) {
        var result = new ArrayList<>(entities);
        var mention = MENTION.matcher(text);
        while (mention.find()) {
            var from = mention.start();
            var to = mention.end();
            if (result.stream().noneMatch(entity -> isCode(entity) && from < end(entity) && entity.getOffset() < to)) {
                result = cutAround(result, from, to);
                result.add(MessageEntity.builder().type("code").offset(from).length(to - from).build());
            }
        }
        return result;
    }

    private static ArrayList<MessageEntity> cutAround(List<MessageEntity> entities, int from, int to) {
        var result = new ArrayList<MessageEntity>();
        for (var entity : entities) {
            if (entity.getOffset() >= to || end(entity) <= from) {
                result.add(entity);
            } else {
                addPart(result, entity, entity.getOffset(), from);
                addPart(result, entity, to, end(entity));
            }
        }
        return result;
    }

    private static void addPart(List<MessageEntity> result, MessageEntity entity, int from, int to) {
        if (to > from) {
            result.add(MessageEntity.builder().type(entity.getType()).url(entity.getUrl()).offset(from)
                    .length(to - from).build());
        }
    }

    /// What keeps code and names apart from the words goes first when there are too many.
    private static List<MessageEntity> limited(List<MessageEntity> entities) {
        return entities.stream().sorted(Comparator.comparing(entity -> !isCode(entity))).limit(MOST_ENTITIES)
                .sorted(Comparator.comparing(MessageEntity::getOffset)).toList();
    }

    private static boolean isCode(MessageEntity entity) {
        return entity.getType().equals("code") || entity.getType().equals("pre");
    }

    private static int end(MessageEntity entity) {
        return entity.getOffset() + entity.getLength();
    }
}
