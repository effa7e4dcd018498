package atelier.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OggOpusTest {
    private static final Map<String, String> TAGS = Map.of("TITLE", "Tone in A♭");

    @ParameterizedTest
    @ValueSource(ints = {1, 647, 648, 960, 48_000, 100_001})
    void comesBackExactlyAsLong(int frames) {
        var sound = new Sound(48_000, new float[frames], new float[frames]);
        byte[] file = OggOpus.encode(sound, TAGS, 7);
        assertThat(OggOpus.decode(file).frames()).isEqualTo(frames);
        assertThat(OggPages.read(file).getLast().granule()).isEqualTo(frames + 312);
    }

    @Test
    void soundsLikeWhatWentIn() {
        Sound sound = Tones.sine(440, -12, 2, 48_000);
        Sound decoded = OggOpus.decode(OggOpus.encode(sound, TAGS, 7));
        double noise = 0;
        for (int i = 4800; i < 91_000; i++) {
            noise = Math.max(noise, Math.abs(decoded.left()[i] - sound.left()[i]));
        }
        assertThat(Sound.decibels(noise)).as("the same wave at the same time").isLessThan(-35);
        assertThat(decoded.level()).isCloseTo(sound.level(), within(0.2));
    }

    @Test
    void pagesFollowTheContainersRules() {
        var pages = OggPages.read(OggOpus.encode(Tones.sine(440, -12, 5, 48_000), TAGS, 7));
        assertThat(pages.get(0).flags()).isEqualTo(2);
        assertThat(pages.get(0).packets()).hasSize(1);
        assertThat(pages.get(1).packets()).hasSize(1);
        assertThat(pages).extracting(OggPages.Page::serial).containsOnly(7);
        long packets = 0;
        for (int i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            assertThat(page.sequence()).isEqualTo(i);
            assertThat(page.last()).isEqualTo(i == pages.size() - 1);
            packets += i < 2 ? 0 : page.packets().size();
            if (!page.last()) {
                assertThat(page.granule()).isEqualTo(960 * packets);
            }
        }
    }

    @Test
    void checksumIsTheOneOfTheStandard() {
        byte[] file = OggOpus.encode(Tones.silence(0.1), TAGS, 7);
        // Bit by bit, for the table may be wrong on both sides.
        int expected = 0;
        for (int i = 0; i < 47; i++) {
            expected ^= (i >= 22 && i < 26 ? 0 : file[i]) << 24;
            for (int bit = 0; bit < 8; bit++) {
                expected = (expected << 1) ^ (expected < 0 ? 0x04c11db7 : 0);
            }
        }
        int written = (file[22] & 0xFF) | ((file[23] & 0xFF) << 8) | ((file[24] & 0xFF) << 16) | (file[25] << 24);
        assertThat(written).isEqualTo(expected);
    }

    @Test
    void damageIsNoticed() {
        byte[] file = OggOpus.encode(Tones.sine(440, -12, 1, 48_000), TAGS, 7);
        file[file.length / 2] ^= 1;
        assertThatThrownBy(() -> OggOpus.decode(file)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wrong checksum");
    }
}
