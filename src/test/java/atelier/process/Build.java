package atelier.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/// The program as it is shipped: its classes in a jar, and the class cache a virtual machine starts quickly from, both made in
/// `target/harness` when they are older than the classes.
final class Build {
    private static final Path FOLDER = Path.of("target", "harness").toAbsolutePath();

    private Build() {}

    /// What starts it, besides the flags that are being measured.
    ///
    /// @param base flags that also hold while the cache is made
    static List<String> withCache(List<String> base) {
        try {
            var jar = jar();
            var cache = FOLDER.resolve("atelier-" + Integer.toHexString(base.hashCode()) + ".aot");
            var flags = new ArrayList<>(List.of("-cp", jar + File.pathSeparator + libraries()));
            flags.addAll(base);
            if (!Files.exists(cache) || cache.toFile().lastModified() < jar.toFile().lastModified()) {
                rehearse(flags, cache);
            }
            flags.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off,cds=off"));
            return flags;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<String> withoutCache(List<String> base) {
        try {
            var flags = new ArrayList<>(List.of("-cp", jar() + File.pathSeparator + libraries()));
            flags.addAll(base);
            return flags;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A jar of [AheadAgent].
    static Path clockAgent() throws IOException {
        var jar = FOLDER.resolve("clock.jar");
        Files.createDirectories(FOLDER);
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", AheadAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        var name = AheadAgent.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var content = Objects.requireNonNull(AheadAgent.class.getResourceAsStream("/" + name))) {
            out.putNextEntry(new ZipEntry(name));
            content.transferTo(out);
        }
        return jar;
    }

    private static void rehearse(List<String> flags, Path cache) throws IOException {
        var command = new ArrayList<>(List.of(AtelierProcess.JAVA, "--enable-native-access=ALL-UNNAMED",
                "-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off,cds=off"));
        command.addAll(flags);
        command.addAll(List.of("atelier.Main", "rehearse"));
        try {
            var made = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("rehearsal.txt").toFile()).start().waitFor();
            if (made != 0) {
                throw new IOException("no cache: " + Files.readString(FOLDER.resolve("rehearsal.txt")));
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Path> entries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .map(Path::toAbsolutePath).toList();
    }

    private static String libraries() {
        return entries().stream().filter(Files::isRegularFile).map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path classes() {
        return entries().stream().filter(entry -> Files.exists(entry.resolve("atelier/Main.class"))).findFirst()
                .orElseThrow();
    }

    private static Path jar() throws IOException {
        var jar = FOLDER.resolve("atelier.jar");
        Files.createDirectories(FOLDER);
        var classes = classes();
        try (var all = Files.walk(classes)) {
            var files = all.sorted().toList();
            var newest = files.stream().mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
            if (!Files.exists(jar) || jar.toFile().lastModified() < newest) {
                pack(classes, files, jar);
            }
        }
        return jar;
    }

    private static void pack(Path classes, List<Path> files, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files) { // folders too: libraries look for theirs
                var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                var isFolder = Files.isDirectory(file);
                if (!name.isEmpty()) {
                    out.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
                }
                if (!isFolder) {
                    Files.copy(file, out);
                }
            }
        }
    }
}
