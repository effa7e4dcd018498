package atelier.config;

/// One value an operator gave, not yet understood.
///
/// @param text  the raw text; the items of a list are joined by commas
/// @param list  whether it was written as a YAML list
/// @param place where it stands
record Entry(String text, boolean list, Place place) {
    /// Left empty, or still the placeholder of the example file: `<your token>`.
    boolean isBlank() {
        return text.isBlank() || isPlaceholder();
    }

    boolean isPlaceholder() {
        return text.startsWith("<") && text.endsWith(">");
    }
}
