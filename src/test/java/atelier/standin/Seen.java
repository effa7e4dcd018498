package atelier.standin;

import java.util.Map;

/// A request as it came.
///
/// @param path    with its query
/// @param headers names in any case
public record Seen(String method, String path, Map<String, String> headers, String body) {}
