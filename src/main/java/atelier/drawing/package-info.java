/// What every picture needs: [StrokeFont] writes without a font, [Png] packs. Pure: knows nothing of what is drawn, and no display.
@NullMarked
package atelier.drawing;

import org.jspecify.annotations.NullMarked;
