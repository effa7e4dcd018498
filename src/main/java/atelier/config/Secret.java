package atelier.config;

/// A token or key. Printing it, alone or inside another record, shows stars; only [#value] tells it.
public record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
