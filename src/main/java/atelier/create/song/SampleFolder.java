package atelier.create.song;

import atelier.create.Artifact;
import atelier.create.Creation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder of samples by fingerprint. A file appears whole or not at all and says by a checksum whether it still is; the
/// longest unheard go when there are too many. What goes wrong with it costs time only.
final class SampleFolder {
    private static final Logger LOG = LoggerFactory.getLogger(SampleFolder.class);
    /// Some thirty genres, once before and once after a change of instruments.
    static final int MOST = 64;
    private static final int SUM = 32;
    private static final String PARTIAL = ".part";

    private final Path folder;

    SampleFolder(Path folder) {
        this.folder = folder;
    }

    /// The sample of that fingerprint, if it is there and whole.
    Optional<Creation> find(String print) {
        var file = folder.resolve(print);
        try {
            byte[] all = Files.readAllBytes(file);
            int end = all.length - SUM;
            var sha = sha256();
            sha.update(all, 0, Math.max(0, end));
            if (end < 0 || !Arrays.equals(sha.digest(), Arrays.copyOfRange(all, end, all.length))) {
                throw new IOException("it is damaged");
            }
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            return Optional.of(read(new DataInputStream(new ByteArrayInputStream(all, 0, end))));
        } catch (NoSuchFileException notThere) {
            return Optional.empty();
        } catch (IOException failure) {
            LOG.warn("sample {} cannot be read, so it is made anew", print, failure);
            return Optional.empty();
        }
    }

    void keep(String print, Creation sample) {
        try {
            Files.createDirectories(folder);
            var partial = Files.createTempFile(folder, "new", PARTIAL);
            try {
                Files.write(partial, written(sample));
                Files.move(partial, folder.resolve(print), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
            sweep();
        } catch (IOException failure) {
            LOG.warn("sample {} cannot be kept, so it will be made again", print, failure);
        }
    }

    private void sweep() throws IOException {
        record Kept(Path file, FileTime heard) {}
        var kept = new ArrayList<Kept>();
        try (var files = Files.newDirectoryStream(folder, "*")) {
            for (var file : files) {
                if (file.getFileName().toString().matches("[0-9a-f]{64}|new.*\\" + PARTIAL)) {
                    kept.add(new Kept(file, Files.getLastModifiedTime(file)));
                }
            }
        }
        kept.sort(Comparator.comparing(Kept::heard).reversed());
        for (var old : kept.subList(Math.min(MOST, kept.size()), kept.size())) {
            Files.deleteIfExists(old.file());
        }
    }

    private static byte[] written(Creation sample) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeUTF(sample.title());
        out.writeUTF(sample.text());
        out.writeUTF(String.valueOf(sample.maker()));
        out.writeInt(sample.files().size());
        for (Artifact file : sample.files()) {
            out.writeUTF(file.path());
            out.writeUTF(file.mediaType());
            out.writeInt(file.content().length);
            out.write(file.content());
        }
        out.write(sha256().digest(bytes.toByteArray()));
        return bytes.toByteArray();
    }

    private static Creation read(DataInputStream in) throws IOException {
        String title = in.readUTF();
        String text = in.readUTF();
        String maker = in.readUTF();
        var files = new ArrayList<Artifact>();
        for (int left = in.readInt(); left > 0; left--) {
            files.add(new Artifact(in.readUTF(), in.readUTF(), in.readNBytes(in.readInt())));
        }
        return new Creation(title, files, text, List.of(), null, maker);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
