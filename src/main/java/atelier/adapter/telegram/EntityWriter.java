package atelier.adapter.telegram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/// Writes parsed Markdown as plain text and marks what looks special. One use per text.
final class EntityWriter {
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final StringBuilder out = new StringBuilder();
    private final List<MessageEntity> entities = new ArrayList<>();
    private int listDepth;
    private boolean quoting;

    private EntityWriter() {}

    /// `markdown` as text with entities of any number.
    static TelegramText write(String markdown) {
        var writer = new EntityWriter();
        writer.blocks(PARSER.parse(markdown), "\n\n");
        writer.entities.sort(Comparator.comparing(MessageEntity::getOffset)
                .thenComparing(MessageEntity::getLength, Comparator.reverseOrder()));
        return new TelegramText(writer.out.toString(), writer.entities);
    }

    private void blocks(Node parent, String between) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child.getPrevious() != null) {
                out.append(between);
            }
            block(child);
        }
    }

    private void block(Node node) {
        switch (node) {
            case Heading heading -> span("bold", null, () -> inlines(heading));
            case Paragraph paragraph -> inlines(paragraph);
            case FencedCodeBlock code -> code(code.getLiteral(), code.getInfo());
            case IndentedCodeBlock code -> code(code.getLiteral(), "");
            case BlockQuote quote -> quote(quote);
            case BulletList list -> list(list, -1);
            case OrderedList list -> list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
            case ThematicBreak ignored -> out.append("———");
            case HtmlBlock html -> out.append(html.getLiteral().strip());
            case TableBlock table -> code(TableText.of(table), "");
            default -> blocks(node, "\n");
        }
    }

    private void code(String literal, @Nullable String info) {
        var language = info == null ? "" : info.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        var content = literal.stripTrailing();
        if (!content.isBlank()) {
            entities.add(MessageEntity.builder().type("pre").offset(out.length()).length(content.length())
                    .language(language.isEmpty() || language.length() > 64 ? null : language).build());
            out.append(content);
        }
    }

    private void quote(BlockQuote quote) {
        if (quoting) {
            blocks(quote, "\n");
            return;
        }
        quoting = true;
        span("blockquote", null, () -> blocks(quote, "\n"));
        quoting = false;
    }

    private void list(Node list, int number) {
        listDepth++;
        var next = number;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            out.append(item.getPrevious() == null ? "" : "\n").append("  ".repeat(listDepth - 1));
            out.append(next < 0 ? "• " : next++ + ". ");
            blocks(item, "\n");
        }
        listDepth--;
    }

    private void inlines(Node parent) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            inline(child);
        }
    }

    private void inline(Node node) {
        switch (node) {
            case Text text -> out.append(text.getLiteral());
            case Code code -> span("code", null, () -> out.append(code.getLiteral()));
            case Emphasis emphasis -> span("italic", null, () -> inlines(emphasis));
            case StrongEmphasis strong -> span("bold", null, () -> inlines(strong));
            case Link link -> link(link, link.getDestination());
            case Image image -> link(image, image.getDestination());
            case SoftLineBreak ignored -> out.append('\n');
            case HardLineBreak ignored -> out.append('\n');
            case HtmlInline html -> out.append(html.getLiteral());
            default -> inlines(node);
        }
    }

    /// Only addresses of the web: `tg://user` would call a person, anything else opens a program.
    private void link(Node node, String destination) {
        var isWeb = destination.regionMatches(true, 0, "https://", 0, 8)
                || destination.regionMatches(true, 0, "http://", 0, 7);
        if (isWeb && destination.length() <= 2048) {
            span("text_link", destination, () -> inlines(node));
        } else {
            inlines(node);
        }
    }

    /// Marks what `content` writes, without white space at its ends. Code holds no other marks, so a stretch with code in
    /// it is marked around the code.
    private void span(String type, @Nullable String url, Runnable content) {
        var from = out.length();
        var inner = entities.size();
        content.run();
        var inside = entities.subList(inner, entities.size()).stream()
                .filter(entity -> entity.getType().equals("code") || entity.getType().equals("pre"))
                .sorted(Comparator.comparing(MessageEntity::getOffset)).toList();
        for (var code : inside) {
            mark(type, url, from, code.getOffset());
            from = code.getOffset() + code.getLength();
        }
        mark(type, url, from, out.length());
    }

    private void mark(String type, @Nullable String url, int from, int to) {
        var start = from;
        var end = to;
        while (start < end && Character.isWhitespace(out.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            entities.add(MessageEntity.builder().type(type).url(url).offset(start).length(end - start).build());
        }
    }
}
