package atelier.create;

/// One check that was run on the files, with its evidence.
public record Check(String name, boolean passed, String detail) {}
