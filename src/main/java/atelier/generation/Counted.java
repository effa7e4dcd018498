package atelier.generation;

/// Tokens of a call that broke off, as far as its server had counted them.
///
/// @param input  of the whole prompt
/// @param cached how many of those the server still had from an earlier prompt
/// @param output thinking included
public record Counted(long input, long cached, long output) {}
