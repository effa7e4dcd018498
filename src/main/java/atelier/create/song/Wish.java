package atelier.create.song;

import atelier.intent.MusicBrief;
import java.util.Optional;

/// What is asked for.
///
/// @param brief   what the words fix
/// @param seed    of this take, where the brief has none
/// @param topline only a verse and a chorus to sing, without drums
/// @param words   lyrics the person brought along
/// @param anew    whether an earlier song's tune is to be thrown away
record Wish(String request, MusicBrief brief, long seed, boolean topline, Optional<OwnWords> words, boolean anew) {}
