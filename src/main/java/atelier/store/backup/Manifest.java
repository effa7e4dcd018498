package atelier.store.backup;

import atelier.chat.UserFacingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What is in a backup, as `sha256sum --check` reads it, so that a backup can be checked without Atelier.
///
/// @param entries SHA-256 by path within the backup
record Manifest(Instant madeAt, Map<String, String> entries) {
    static final String NAME = "manifest.txt";
    static final String DATABASE = "atelier.db";
    static final String KEY = "vault.key";
    private static final String HEAD = "# Atelier backup 1, made ";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(\\S{1,100})");
    private static final Pattern PATH = Pattern.compile("atelier\\.db|vault\\.key|files/([0-9a-f]{2})/\\1[0-9a-f]{62}");

    /// Whether something of this name can be in a backup; nothing else is ever written when one is restored.
    static boolean isKnown(String path) {
        return PATH.matcher(path).matches();
    }

    byte[] bytes() {
        var text = new StringBuilder(HEAD).append(madeAt).append('\n');
        entries.forEach((path, sha256) -> text.append(sha256).append("  ").append(path).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Manifest read(InputStream text) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        var head = String.valueOf(reader.readLine());
        if (!head.startsWith(HEAD)) {
            throw unreadable();
        }
        var entries = new LinkedHashMap<String, String>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            var found = LINE.matcher(line);
            if (!found.matches() || !isKnown(found.group(2)) || entries.put(found.group(2), found.group(1)) != null) {
                throw unreadable();
            }
        }
        try {
            return new Manifest(Instant.parse(head.substring(HEAD.length())), entries);
        } catch (DateTimeException wrong) {
            throw unreadable();
        }
    }

    private static UserFacingException unreadable() {
        return new UserFacingException("The backup's " + NAME + " was not written by this version of Atelier, or was"
                + " changed. Nothing was restored; take another backup.");
    }
}
