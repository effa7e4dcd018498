package atelier.audio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a file says about itself before anybody plays it: whether it is a SoundFont 2 bank whose samples are plain numbers. Only
/// its tables are read, not its samples. The reader of the JDK believes every length it finds and has no limits, so the order
/// of chunks, their sizes and their number are looked at here first.
///
/// Banks with compressed samples (SF3) must be known here: the synthesizer of the JDK loads them without a word and plays
/// the compressed bytes as sound, which is loud noise. They are told by version 3 of the format or bit 4 of a sample's type.
///
/// @param instruments how many presets it has
record Soundfont(String name, int instruments) {
    private static final int HEADER = 8, PRESET = 38, SAMPLE = 46, SAMPLE_START = 20, SAMPLE_TYPE = 44,
            COMPRESSED = 0x10, ROM = 0x8000;
    private static final int LARGEST_TABLE = 16 << 20, LARGEST_WORDS = 1 << 16, MOST_CHUNKS = 500;
    private static final String COMPRESSED_SAMPLES = "has compressed samples (SF3), which would play as noise; take one in format SF2";
    private static final long LARGEST_FILE = 2L << 30, LARGEST_SAMPLE = 128 << 20;
    // The tables every bank has, with the length of a row; the last row of each is a mark of its end.
    private static final Map<String, Integer> TABLES = Map.of("phdr", PRESET, "pbag", 4, "pmod", 10, "pgen", 4, "inst",
            22, "ibag", 4, "imod", 10, "igen", 4, "shdr", SAMPLE);

    /// Why a file cannot be used, as the end of a sentence such as "The soundfont x.sf2 …".
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    static Soundfont read(Path file) throws Refused {
        if (!Files.isRegularFile(file)) {
            throw new Refused(Files.exists(file) ? "is no file" : "is not there");
        }
        try (var channel = FileChannel.open(file)) {
            var reading = new Reading(channel);
            reading.file();
            return reading.result(String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new Refused("cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /// One walk through the chunks of a RIFF file.
    private static final class Reading {
        private final FileChannel channel;
        private String name = "";
        private int major;
        private int presets;
        private int samples;
        private long sound;
        private boolean compressed;
        private boolean outside;
        private boolean huge;
        private int count;
        private final Set<String> seen = new HashSet<>();

        Reading(FileChannel channel) {
            this.channel = channel;
        }

        void file() throws IOException, Refused {
            ByteBuffer start = bytes(0, 12);
            if (!word(start, 0).equals("RIFF") || !word(start, 8).equals("sfbk")) {
                throw new Refused("is no SoundFont 2 file");
            }
            long end = HEADER + unsigned(start, 4);
            if (end > channel.size()) {
                throw new Refused("is cut off: " + (end - channel.size()) + " bytes are missing");
            }
            if (channel.size() > LARGEST_FILE) {
                throw new Refused("is larger than " + (LARGEST_FILE >> 30) + " GB");
            }
            chunks(12, end, false);
            if (!seen.containsAll(TABLES.keySet())) {
                throw new Refused("is damaged: tables are missing");
            }
        }

        private void chunks(long from, long end, boolean inList) throws IOException, Refused {
            for (long at = from; at + HEADER <= end;) {
                ByteBuffer head = bytes(at, HEADER);
                long size = unsigned(head, 4);
                if (++count > MOST_CHUNKS || at + HEADER + size > end) {
                    throw new Refused("is damaged: its parts do not fit into one another");
                }
                if (!inList && word(head, 0).equals("LIST") && size >= 4) {
                    chunks(at + HEADER + 4, at + HEADER + size, true);
                } else {
                    chunk(word(head, 0), at + HEADER, size);
                }
                at += HEADER + size + (size & 1);
            }
        }

        private void chunk(String kind, long at, long size) throws IOException, Refused {
            Integer row = TABLES.get(kind);
            if (row != null && (size % row != 0 || size == 0 || size > LARGEST_TABLE || !seen.add(kind))) {
                throw new Refused("is damaged: its table " + kind + " is none");
            }
            switch (kind) {
                case "ifil" -> version(bytes(at, 4).getShort(0));
                case "INAM" -> name = US_ASCII.decode(bytes(at, (int) Math.min(size, 256))).toString()
                        .replaceAll("[^ -~].*", "").strip();
                case "smpl" -> sound = size;
                case "phdr" -> presets = (int) (size / PRESET) - 1;
                case "shdr" -> samples(bytes(at, (int) size));
                default -> {
                    // What else there is, such as names, is short; the rest is the synthesizer's business.
                    if (kind.matches("I[A-Z]{3}") && size > LARGEST_WORDS) {
                        throw new Refused("is damaged: " + kind + " claims " + size + " letters");
                    }
                }
            }
        }

        // At once: what follows in SF3 files need not even be in order.
        private void version(int number) throws Refused {
            major = number;
            if (major == 3) {
                throw new Refused(COMPRESSED_SAMPLES);
            }
        }

        private void samples(ByteBuffer table) {
            samples = table.capacity() / SAMPLE - 1;
            for (int i = 0; i < samples; i++) {
                int type = table.getShort(i * SAMPLE + SAMPLE_TYPE);
                long start = unsigned(table, i * SAMPLE + SAMPLE_START);
                long end = unsigned(table, i * SAMPLE + SAMPLE_START + 4);
                compressed |= (type & COMPRESSED) != 0;
                huge |= (end - start) * 2 > LARGEST_SAMPLE;
                outside |= (type & ROM) == 0 && (start > end || end * 2 > sound);
            }
        }

        Soundfont result(String fileName) throws Refused {
            if (compressed) {
                throw new Refused(COMPRESSED_SAMPLES);
            }
            if (major != 2) {
                throw new Refused("is of version " + major + "; only SoundFont 2 can be played");
            }
            if (presets < 1 || samples < 1 || sound == 0) {
                throw new Refused("holds no instruments");
            }
            if (outside) {
                throw new Refused("is damaged: samples lie outside the sound");
            }
            if (huge) {
                throw new Refused("holds a sample of more than " + (LARGEST_SAMPLE >> 20) + " MB");
            }
            return new Soundfont(name.isEmpty() ? fileName : name, presets);
        }

        private ByteBuffer bytes(long at, int size) throws IOException, Refused {
            var bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, at + bytes.position()) < 0) {
                    throw new Refused(channel.size() < 12 ? "is no SoundFont 2 file" : "is cut off");
                }
            }
            return bytes.flip();
        }

        private static String word(ByteBuffer bytes, int at) {
            return US_ASCII.decode(bytes.duplicate().position(at).limit(at + 4)).toString();
        }

        private static long unsigned(ByteBuffer bytes, int at) {
            return Integer.toUnsignedLong(bytes.getInt(at));
        }
    }

    /// Such as `GeneralUser GS (259 instruments)`.
    String title() {
        return String.format(Locale.ROOT, "%s (%d instruments)", name, instruments);
    }
}
