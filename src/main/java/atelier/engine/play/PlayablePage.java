package atelier.engine.play;

import atelier.create.Artifact;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/// The one page of a creation that can be played alone: `index.html` with its own scripts and styles put into it.
public final class PlayablePage {
    private static final int LARGEST = 8 << 20;
    private static final Pattern SCRIPT = Pattern.compile(
            "<script\\b[^<>]{0,300}?\\ssrc\\s{0,9}=\\s{0,9}[\"']?([^\"'\\s>]{1,200}+)[\"']?[^<>]{0,300}+>\\s{0,99}+</script\\s{0,9}+>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STYLE = Pattern.compile(
            "<link\\b(?=[^<>]{0,400}stylesheet)[^<>]{0,300}?\\shref\\s{0,9}=\\s{0,9}[\"']?([^\"'\\s>]{1,200}+)[\"']?[^<>]{0,300}+>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MODULE = Pattern.compile("\\stype\\s{0,9}=\\s{0,9}[\"']?module",
            Pattern.CASE_INSENSITIVE);

    private PlayablePage() {}

    /// Empty when there is no page, or it needs more than one script may hold.
    public static Optional<byte[]> of(List<Artifact> files) {
        return files.stream().filter(file -> file.name().equals("index.html"))
                .min((one, other) -> one.path().length() - other.path().length())
                .filter(page -> page.content().length <= LARGEST).flatMap(page -> playable(page, files))
                .map(page -> page.getBytes(StandardCharsets.UTF_8))
                .filter(page -> page.length <= LARGEST);
    }

    private static Optional<String> playable(Artifact page, List<Artifact> files) {
        var folder = page.path().substring(0, page.path().lastIndexOf('/') + 1);
        var byAddress = new HashMap<String, Artifact>();
        files.stream().filter(file -> file.path().startsWith(folder) && file.content().length <= LARGEST)
                .forEach(file -> byAddress.put(file.path().substring(folder.length()), file));
        return inlined(text(page), SCRIPT, byAddress, (tag, code) -> (MODULE.matcher(tag).find()
                ? "<script type=\"module\">"
                : "<script>") + code.replaceAll("(?i)</(?=script)", "<\\\\/") + "</script>")
                .flatMap(scripted -> inlined(scripted, STYLE, byAddress,
                        (_, css) -> "<style>" + css.replaceAll("(?i)</(?=style)", "<\\\\/") + "</style>"));
    }

    /// Empty as soon as the page grows too large: one file may be named a thousand times.
    private static Optional<String> inlined(String page, Pattern tags, Map<String, Artifact> byAddress,
            BinaryOperator<String> put) {
        var whole = new StringBuilder();
        var tag = tags.matcher(page);
        int at = 0;
        while (tag.find()) {
            var address = tag.group(1).replaceFirst("^\\./", "").replaceFirst("[?#].*$", "");
            var file = byAddress.get(address);
            whole.append(page, at, tag.start()).append(file == null ? tag.group() : put.apply(tag.group(), text(file)));
            at = tag.end();
            if (whole.length() > LARGEST) {
                return Optional.empty();
            }
        }
        return Optional.of(whole.append(page, at, page.length()).toString());
    }

    private static String text(Artifact file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }
}
