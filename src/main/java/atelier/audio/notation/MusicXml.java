package atelier.audio.notation;

import static java.nio.charset.StandardCharsets.UTF_8;

import atelier.audio.notation.Notation.Bar;
import atelier.audio.notation.Notation.Sign;
import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.Part;
import atelier.audio.score.Score;
import java.util.Locale;
import java.util.Map;

/// The melody of a score as MusicXML 4.0: words, chord symbols, section names, for any notation program.
public final class MusicXml {
    private static final Map<Integer, String> TYPES = Map.of(32, "breve", 16, "whole", 8, "half", 4, "quarter", 2,
            "eighth", 1, "16th");
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("", "major"), Map.entry("m", "minor"),
            Map.entry("7", "dominant"), Map.entry("maj7", "major-seventh"), Map.entry("m7", "minor-seventh"),
            Map.entry("dim", "diminished"), Map.entry("dim7", "diminished-seventh"),
            Map.entry("m7b5", "half-diminished"), Map.entry("aug", "augmented"), Map.entry("sus2", "suspended-second"),
            Map.entry("sus4", "suspended-fourth"), Map.entry("mmaj7", "major-minor"),
            Map.entry("aug7", "augmented-seventh"));

    private final Score score;
    private final StringBuilder xml = new StringBuilder(
            """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" "http://www.musicxml.org/dtds/partwise.dtd">
                    """);
    private boolean inWord;

    private MusicXml(Score score) {
        this.score = score;
    }

    /// The file, in UTF-8.
    public static byte[] of(Score score) {
        return new MusicXml(score).written().getBytes(UTF_8);
    }

    private String written() {
        xml.append("<score-partwise version=\"4.0\">\n<work><work-title>").append(escaped(score.title()))
                .append("</work-title></work>\n<identification><encoding><software>Atelier</software></encoding>")
                .append("</identification>\n<part-list><score-part id=\"P1\"><part-name>")
                .append(escaped(score.parts().getFirst().name()))
                .append("</part-name>");
        instrument(score.parts().getFirst());
        xml.append("</score-part></part-list>\n<part id=\"P1\">\n");
        Notation notation = Notation.of(score);
        for (int i = 0; i < notation.bars().size(); i++) {
            bar(notation.bars().get(i), i, i == notation.bars().size() - 1);
        }
        return xml.append("</part>\n</score-partwise>\n").toString();
    }

    // So that a notation program plays it with the right sound.
    private void instrument(Part part) {
        xml.append("<score-instrument id=\"P1-I1\"><instrument-name>").append(escaped(part.name()))
                .append("</instrument-name></score-instrument><midi-instrument id=\"P1-I1\"><midi-channel>")
                .append(part.channel() + 1).append("</midi-channel><midi-program>").append(part.program() + 1)
                .append("</midi-program></midi-instrument>");
    }

    private void bar(Bar bar, int number, boolean last) {
        xml.append("<measure number=\"").append(number + 1).append("\">\n");
        if (number == 0) {
            attributes();
        }
        if (bar.form() != null) {
            xml.append("<direction placement=\"above\"><direction-type><rehearsal>").append(escaped(bar.form()))
                    .append("</rehearsal></direction-type></direction>\n");
        }
        if (number == 0) {
            tempo();
        }
        for (Sign sign : bar.signs()) {
            bar.chords().entrySet().stream().filter(it -> it.getKey() >= sign.at() && it.getKey() < sign.end())
                    .sorted(Map.Entry.comparingByKey()).forEach(it -> harmony(it.getValue(), it.getKey() - sign.at()));
            sign(sign, bar.signs().size() == 1);
        }
        if (last) {
            xml.append("<barline location=\"right\"><bar-style>light-heavy</bar-style></barline>\n");
        }
        xml.append("</measure>\n");
    }

    private void attributes() {
        Key key = score.key();
        Metre metre = score.metre();
        String mode = switch (key.scale()) {
            case DORIAN, PHRYGIAN, LYDIAN, MIXOLYDIAN, LOCRIAN -> key.scale().name().toLowerCase(Locale.ROOT);
            case MAJOR, MAJOR_PENTATONIC -> "major";
            case MINOR, HARMONIC_MINOR, MELODIC_MINOR, MINOR_PENTATONIC, BLUES -> "minor";
        };
        xml.append("<attributes><divisions>4</divisions><key><fifths>").append(key.signature())
                .append("</fifths><mode>").append(mode).append("</mode></key><time><beats>").append(metre.beats())
                .append("</beats><beat-type>").append(metre.unit())
                .append("</beat-type></time><clef><sign>G</sign><line>2</line></clef></attributes>\n");
    }

    private void tempo() {
        int tap = score.metre().tap();
        boolean dotted = tap % 3 == 0;
        xml.append("<direction placement=\"above\"><direction-type><metronome><beat-unit>")
                .append(TYPES.get(dotted ? tap / 3 * 2 : tap)).append("</beat-unit>")
                .append(dotted ? "<beat-unit-dot/>" : "").append("<per-minute>").append(score.tempo())
                .append("</per-minute></metronome></direction-type><sound tempo=\"")
                .append(String.format(Locale.ROOT, "%.3f", 60e6 / score.microsecondsPerCrotchet()))
                .append("\"/></direction>\n");
    }

    private void harmony(String name, int offset) {
        int end = 1;
        while (end < name.length() && "#b".indexOf(name.charAt(end)) >= 0) {
            end++;
        }
        int alter = name.substring(1, end).chars().map(c -> c == '#' ? 1 : -1).sum();
        xml.append("<harmony><root><root-step>").append(name.charAt(0)).append("</root-step>")
                .append(alter == 0 ? "" : "<root-alter>" + alter + "</root-alter>").append("</root><kind text=\"")
                .append(escaped(name.substring(end))).append("\">")
                .append(KINDS.getOrDefault(name.substring(end), "other")).append("</kind>")
                .append(offset == 0 ? "" : "<offset>" + offset + "</offset>").append("</harmony>\n");
    }

    private void sign(Sign sign, boolean alone) {
        xml.append("<note>");
        if (sign.rest()) {
            xml.append(alone ? "<rest measure=\"yes\"/>" : "<rest/>");
        } else {
            Spelling it = Spelling.of(sign.pitch(), score.key());
            xml.append("<pitch><step>").append(it.letter()).append("</step>")
                    .append(it.alter() == 0 ? "" : "<alter>" + it.alter() + "</alter>").append("<octave>")
                    .append(it.octave()).append("</octave></pitch>");
        }
        xml.append("<duration>").append(sign.steps()).append("</duration>");
        xml.append(sign.tied() ? "<tie type=\"stop\"/>" : "").append(sign.ties() ? "<tie type=\"start\"/>" : "");
        xml.append("<voice>1</voice><type>").append(TYPES.getOrDefault(sign.plain(), "whole")).append("</type>")
                .append(sign.dotted() ? "<dot/>" : "");
        if (sign.tied() || sign.ties()) {
            xml.append("<notations>").append(sign.tied() ? "<tied type=\"stop\"/>" : "")
                    .append(sign.ties() ? "<tied type=\"start\"/>" : "").append("</notations>");
        }
        lyric(sign);
        xml.append("</note>\n");
    }

    private void lyric(Sign sign) {
        Score.Lyric lyric = sign.lyric();
        if (lyric != null) {
            String syllabic = inWord ? lyric.joins() ? "middle" : "end" : lyric.joins() ? "begin" : "single";
            inWord = lyric.joins();
            xml.append("<lyric number=\"1\"><syllabic>").append(syllabic).append("</syllabic><text>")
                    .append(escaped(lyric.text())).append("</text>")
                    .append(sign.holds() && !lyric.joins() ? "<extend type=\"start\"/>" : "").append("</lyric>");
        } else if (sign.held() == Notation.Held.WORD) {
            xml.append("<lyric number=\"1\"><extend type=\"").append(sign.holds() ? "continue" : "stop")
                    .append("\"/></lyric>");
        }
    }

    // What XML cannot hold is left out.
    private static String escaped(String text) {
        var clean = new StringBuilder();
        text.codePoints().filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
                .forEach(clean::appendCodePoint);
        return clean.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
