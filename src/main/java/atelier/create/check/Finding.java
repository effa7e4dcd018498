package atelier.create.check;

/// Something a check found wrong.
///
/// @param check   name of the check
/// @param path    file it is in; empty when it concerns the whole
/// @param problem what is wrong, in words for the person and for the model that repairs it
public record Finding(String check, String path, String problem) {}
