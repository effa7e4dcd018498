package atelier.engine.delivery;

import atelier.chat.Limits;
import atelier.create.Artifact;
import atelier.create.Zip;
import atelier.engine.port.ArtifactStore;
import atelier.engine.port.Outbox.Draft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Packs files into messages: as they are, or as one zip with what people would rather see beside it.
final class FilePacker {
    private final ArtifactStore artifacts;

    FilePacker(ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    /// @param groups files of one message each
    /// @param left   names of files this platform takes in no way
    record Packed(List<List<Draft.File>> groups, List<String> left) {}

    /// @param manifest goes into a zip, if one is made; null for none
    /// @param told     the answer's whole text where it became a file: it stays beside a zip
    Packed pack(Wrapping wrapping, List<Draft.File> files, @Nullable Artifact manifest, List<Draft.File> told,
            Limits limits) {
        var all = Stream.concat(told.stream(), files.stream()).toList();
        if (files.isEmpty() || !isZipped(wrapping.form(), all, limits)) {
            return new Packed(groups(all, limits), List.of());
        }
        var entries = files.stream().map(file -> new Artifact(file.name(), file.mediaType(), bytes(file))).toList();
        var zip = zip(wrapping.title(), entries, manifest);
        if (zip.bytes() <= limits.bytesPerFile()) {
            var beside = new Beside(limits, (name, page) -> store(name, "text/html", page)).of(files, entries);
            return new Packed(groups(Stream.of(List.of(zip), told, beside).flatMap(List::stream).toList(), limits),
                    List.of());
        }
        var fitting = all.stream().filter(file -> file.bytes() <= limits.bytesPerFile()).toList();
        var left = all.stream().filter(file -> file.bytes() > limits.bytesPerFile()).map(Draft.File::name).toList();
        return new Packed(groups(fitting, limits), left);
    }

    private static boolean isZipped(Wrapping.Form form, List<Draft.File> files, Limits limits) {
        var fits = files.size() <= limits.filesPerMessage()
                && files.stream().allMatch(file -> file.bytes() <= limits.bytesPerFile());
        return !fits || switch (form) {
            case LOOSE -> false;
            case PROJECT -> files.stream().anyMatch(file -> file.name().contains("/"));
            case WHOLE -> true;
        };
    }

    /// Where a message being finished takes files, they share messages up to its limits. Elsewhere sound and pictures go alone,
    /// so that they play and show; the rest goes together.
    private static List<List<Draft.File>> groups(List<Draft.File> files, Limits limits) {
        var groups = new ArrayList<List<Draft.File>>();
        var open = new ArrayList<Draft.File>();
        long bytes = 0;
        for (var file : files) {
            if (!limits.filesOnEdit() && isShownByItself(file)) {
                groups.add(List.of(file));
                continue;
            }
            if (open.size() == limits.filesPerMessage() || bytes + file.bytes() > limits.bytesPerMessage()) {
                groups.add(List.copyOf(open));
                open.clear();
                bytes = 0;
            }
            open.add(file);
            bytes += file.bytes();
        }
        if (!open.isEmpty()) {
            groups.add(List.copyOf(open));
        }
        return groups;
    }

    private static boolean isShownByItself(Draft.File file) {
        return file.mediaType().startsWith("audio/ogg") || file.mediaType().startsWith("image/");
    }

    private Draft.File zip(String title, List<Artifact> files, @Nullable Artifact manifest) {
        var entries = new ArrayList<>(files);
        if (manifest != null && files.stream().noneMatch(file -> file.path().equals(manifest.path()))) {
            entries.add(manifest);
        }
        return store(fileName(title) + ".zip", "application/zip", Zip.of(entries, List.of()));
    }

    private byte[] bytes(Draft.File file) {
        try {
            return Files.readAllBytes(artifacts.path(file.sha256()));
        } catch (IOException failure) {
            throw new UncheckedIOException("a stored file is gone: " + file.name(), failure);
        }
    }

    Draft.File store(String name, String mediaType, byte[] content) {
        return new Draft.File(name, mediaType, content.length, artifacts.put(content));
    }

    static String fileName(String title) {
        var name = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "atelier" : name.substring(0, Math.min(60, name.length()));
    }
}
