package atelier.config;

/// One mistake of the operator. Never holds the value of a secret.
///
/// @param place   where it stands
/// @param key     the setting, or what was taken for one
/// @param problem what is wrong, continuing after the key
/// @param remedy  what to do, a sentence
public record Mistake(Place place, String key, String problem, String remedy) {
    @Override
    public String toString() {
        return place + ": " + key + " " + problem + ". " + remedy;
    }
}
