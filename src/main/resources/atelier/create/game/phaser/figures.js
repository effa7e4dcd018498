// Figures drawn by code and kept as textures.
import * as Phaser from 'phaser';

export const WIDTH = 960, HEIGHT = 540, TOP = 44;

export const colour = text => Phaser.Display.Color.HexStringToColor(text).color;
export const shade = (value, share) => {
  const c = Phaser.Display.Color.IntegerToColor(value);
  const part = p => Math.min(255, Math.round(p * share));
  return Phaser.Display.Color.GetColor(part(c.red), part(c.green), part(c.blue));
};

// The key of a texture of about 2r by 2r with the figure in its middle.
export function figure(scene, kind, r, rgb) {
  const key = `${kind}-${r}-${rgb}`;
  if (scene.textures.exists(key)) return key;
  const g = scene.make.graphics({ x: 0, y: 0 }, false);
  const m = r * 1.25;
  const dark = shade(rgb, 0.45);
  g.fillStyle(rgb);
  const points = (count, inner) => Array.from({ length: count }, (_, i) => {
    const far = i % 2 ? inner * r : r;
    return { x: m + Math.sin(i * 2 * Math.PI / count) * far, y: m - Math.cos(i * 2 * Math.PI / count) * far };
  });
  if (kind === 'block') g.fillRoundedRect(m - r, m - r, 2 * r, 2 * r, r / 4);
  else if (kind === 'heart') {
    g.fillCircle(m - r / 2, m - r / 4, r / 2 + 1).fillCircle(m + r / 2, m - r / 4, r / 2 + 1);
    g.fillTriangle(m - r, m, m + r, m, m, m + r);
  } else if (kind === 'star') g.fillPoints(points(10, 0.55), true);
  else if (kind === 'gem') g.fillPoints(points(6, 0.9), true);
  else if (kind === 'rocket' || kind === 'ship') {
    g.fillPoints([{ x: m, y: m - r }, { x: m + r, y: m + r }, { x: m, y: m + r / 2 }, { x: m - r, y: m + r }], true);
    g.fillStyle(dark).fillCircle(m, m, r / 4);
  } else if (['car', 'tank', 'robot'].includes(kind)) {
    g.fillRoundedRect(m - r, m - r * 0.75, 2 * r, r * 1.5, r / 4).fillStyle(dark);
    for (const side of [-1, 1]) g.fillCircle(m + side * r / 2, m + r * (kind === 'robot' ? -0.25 : 0.75), r / 4);
  } else if (kind === 'tree') {
    g.fillStyle(dark).fillRect(m - r / 5, m, r * 0.4, r).fillStyle(rgb).fillTriangle(m, m - r, m + r, m + r / 2, m - r, m + r / 2);
  } else {
    if (['cat', 'dog', 'rabbit', 'dragon', 'fox', 'mouse', 'bear', 'lion', 'pig', 'cow', 'sheep', 'horse', 'unicorn', 'elephant', 'monkey', 'dino', 'bat', 'owl'].includes(kind)) {
      for (const side of [-1, 1]) g.fillTriangle(m + side * r, m, m + side * r * 0.75, m - r * 1.2, m + side * r / 4, m - r / 2);
    }
    if (['bee', 'bug', 'bird', 'butterfly', 'bat', 'owl', 'penguin', 'spider', 'crab', 'turtle'].includes(kind)) {
      for (const side of [-1, 1]) g.fillStyle(shade(rgb, 1.4)).fillEllipse(m + side * r * 0.75, m - r / 2, r, r);
    }
    if (kind === 'knight' || kind === 'wizard') g.fillStyle(dark).fillTriangle(m - r, m - r / 3, m + r, m - r / 3, m, m - r * 1.25);
    g.fillStyle(rgb).fillCircle(m, m, r);
    if (!['ball', 'coin', 'apple', 'rock', 'flower'].includes(kind)) {
      for (const side of [-1, 1]) {
        g.fillStyle(0xffffff).fillCircle(m + side * r * 0.4, m - r / 5, Math.max(2, r / 3));
        g.fillStyle(0x14141e).fillCircle(m + side * r * 0.4, m - r / 5, Math.max(1, r / 6));
      }
    } else if (kind === 'coin') g.fillStyle(dark).fillCircle(m, m, r * 0.6);
  }
  g.generateTexture(key, Math.ceil(2 * m), Math.ceil(2 * m));
  g.destroy();
  return key;
}
