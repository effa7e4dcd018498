package atelier.adapter.telegram;

import atelier.chat.OutgoingFile;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// The small square picture beside a track: the upper left corner of the picture of its notes, where the title stands.
final class Cover {
    private static final int SIDE = 320, SEEN = 640;
    private static final long LARGEST = 5_000_000;

    private Cover() {}

    /// As JPEG, no larger than Telegram takes; empty where there is no picture.
    static byte[] of(List<OutgoingFile> files) throws IOException {
        var pictures = files.stream().filter(file -> file.mediaType().equals("image/png") && file.bytes() < LARGEST)
                .toList();
        if (pictures.isEmpty()) {
            return new byte[0];
        }
        var picture = pictures.stream().filter(file -> file.name().endsWith("-roll.png")).findFirst()
                .orElse(pictures.getLast());
        var whole = ImageIO.read(picture.content().toFile());
        return whole == null ? new byte[0] : jpeg(square(whole));
    }

    private static BufferedImage square(BufferedImage whole) {
        int seen = Math.min(SEEN, Math.min(whole.getWidth(), whole.getHeight()));
        var square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = square.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(whole, 0, 0, SIDE, SIDE, 0, 0, seen, seen, null);
        pen.dispose();
        return square;
    }

    private static byte[] jpeg(BufferedImage square) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(square, "jpg", out);
        }
        return bytes.toByteArray();
    }
}
