package atelier.create.code;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Files whose name follows from what is in them, because their tools look for just that name.
final class KnownNames {
    private record Sign(String language, String path, Pattern pattern) {}

    private static final List<Sign> SIGNS = List.of(
            sign("json", "package.json", "\\s{0,8}\"(?:scripts|dependencies|devDependencies)\"\\s{0,2}:.*"),
            sign("json", "tsconfig.json", "\\s{0,8}\"compilerOptions\"\\s{0,2}:.*"),
            sign("json", "composer.json", "\\s{0,8}\"(?:require|autoload)\"\\s{0,2}:\\s{0,2}\\{.*"),
            sign("json", "manifest.json", "\\s{0,8}\"(?:manifest_version|start_url)\"\\s{0,2}:.*"),
            sign("toml", "Cargo.toml", "\\[package]\\s{0,4}"),
            sign("toml", "pyproject.toml", "\\[(?:project|build-system|tool\\.[\\w.-]{1,60})]\\s{0,4}"),
            sign("xml", "pom.xml", "\\s{0,8}<modelVersion>.*"),
            sign("yaml", "docker-compose.yml", "services:\\s{0,4}"),
            sign("groovy", "build.gradle", "plugins\\s?\\{.*|apply plugin:.*"));
    private static final Pattern MODULE = Pattern.compile("module ([A-Z]\\w{0,60}(?:\\.[A-Z]\\w{0,60}){0,8})\\b.*");
    private static final int REACH = 60;

    private KnownNames() {}

    private static Sign sign(String language, String path, String pattern) {
        return new Sign(language, path, Pattern.compile(pattern));
    }

    /// Null when nothing in the content tells.
    static @Nullable String of(String language, List<String> lines) {
        var head = lines.subList(0, Math.min(REACH, lines.size()));
        if (language.equals("haskell")) {
            return head.stream().map(line -> MODULE.matcher(line.length() > 300 ? "" : line))
                    .filter(found -> found.matches() && !found.group(1).equals("Main")).findFirst()
                    .map(found -> found.group(1).replace('.', '/') + ".hs").orElse(null);
        }
        return SIGNS.stream().filter(sign -> sign.language().equals(language) && head.stream()
                .anyMatch(line -> line.length() < 300 && sign.pattern().matcher(line).matches())).findFirst()
                .map(Sign::path).orElse(null);
    }
}
