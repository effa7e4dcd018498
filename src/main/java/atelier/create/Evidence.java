package atelier.create;

import java.util.List;
import java.util.Map;

/// What can be shown of how files came about.
///
/// @param prompt which prompt in which version asked for them, such as `code@2`; empty when none did
/// @param files  path → what was checked in it
public record Evidence(String prompt, Map<String, List<Check>> files) {
    public static final Evidence NONE = new Evidence("", Map.of());

    public Evidence {
        files = Map.copyOf(files);
    }
}
