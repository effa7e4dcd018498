package atelier.create.code;

import atelier.create.ExtractedFile;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a Java source belongs: Java says so itself.
final class JavaSource {
    private static final Pattern TYPE = Pattern.compile(
            "(public )?(?:(?:abstract|final|sealed|non-sealed|static|strictfp) ){0,3}(?:class|interface|enum|record|@interface) (\\w{1,90}).*");
    private static final Pattern PACKAGE = Pattern.compile("package ([a-zA-Z_][\\w.]{0,120});.*");

    private JavaSource() {}

    /// Null when no type is declared.
    static @Nullable String path(List<String> lines, List<ExtractedFile> others) {
        String type = null;
        String folder = "";
        for (var line : lines) {
            if (line.length() > 300) {
                continue;
            }
            var packaged = PACKAGE.matcher(line);
            if (folder.isEmpty() && packaged.matches()) {
                folder = packaged.group(1).replace('.', '/') + "/";
            }
            var declared = TYPE.matcher(line);
            if (declared.matches() && (type == null || declared.group(1) != null)) {
                type = declared.group(2);
                if (declared.group(1) != null) {
                    break;
                }
            }
        }
        if (type == null) {
            return null;
        }
        return (mavenLayout(others) ? "src/main/java/" : "") + folder + type + ".java";
    }

    private static boolean mavenLayout(List<ExtractedFile> others) {
        return others.stream().map(ExtractedFile::path).anyMatch(path -> path.equals("pom.xml")
                || path.startsWith("build.gradle") || path.startsWith("src/main/java/"));
    }
}
