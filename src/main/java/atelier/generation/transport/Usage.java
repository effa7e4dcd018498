package atelier.generation.transport;

/// Tokens of one answer, as its server counted them.
///
/// @param input  of the whole prompt
/// @param cached how many of those the server still had from an earlier prompt, which is cheaper
/// @param output thinking included
public record Usage(long input, long cached, long output) {
    public Usage {
        input = Math.max(0, input);
        cached = Math.clamp(cached, 0, input);
        output = Math.max(0, output);
    }
}
