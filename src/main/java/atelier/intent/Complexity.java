package atelier.intent;

/// How much a person wants. Aliases in words: simple, moderate, complex.
public enum Complexity {
    BASIC, INTERMEDIATE, ADVANCED
}
