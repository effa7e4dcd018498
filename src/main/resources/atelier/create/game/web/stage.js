// The canvas: its size and sharpness, the way from world to screen, scenery, sparks, rising words, shaking.
function el(tag, cls, text) {
  const e = document.createElement(tag);
  if (cls) e.className = cls;
  if (text !== undefined) e.textContent = text;
  return e;
}
const canvas = el('canvas');
canvas.tabIndex = 0;
canvas.setAttribute('role', 'img');
document.body.append(canvas);
const g = canvas.getContext('2d');

// Everything is in CSS pixels but `scale`, which is pixels a world unit. `view` is where the world may be drawn.
const stage = {w: 0, h: 0, dpr: 1, scale: 1, ox: 0, oy: 0, W: 16, H: 9, follow: null, cx: 0, cy: 0, view: {x: 0, y: 0, w: 1, h: 1}};
let now = 0, fast = false;
let paint = {...look};

function fit() {
  stage.w = Math.max(1, innerWidth);
  stage.h = Math.max(1, innerHeight);
  stage.dpr = clamp(devicePixelRatio || 1, 1, 2.5);
  canvas.width = Math.round(stage.w * stage.dpr);
  canvas.height = Math.round(stage.h * stage.dpr);
  const tall = stage.h > stage.w, pad = touchDevice && GAME.pad !== '';
  padBox.hidden = !pad || onCard();
  const top = 54, bottom = pad && tall ? 158 : 8, side = pad && !tall && !GAME.wide ? 0 : 8;
  stage.view = {x: side, y: top, w: stage.w - 2 * side, h: Math.max(60, stage.h - top - bottom)};
  const v = stage.view;
  if (stage.follow) {
    stage.scale = Math.max(v.w / stage.follow.maxW, v.h / stage.follow.maxH, 8);
    stage.view = {x: 0, y: top, w: stage.w, h: stage.h - top - (bottom > 8 ? bottom : 0)};
  } else {
    stage.scale = Math.min(v.w / stage.W, v.h / stage.H);
  }
}
// A board of w × h units, whole on the screen.
function board(w, h) {
  Object.assign(stage, {W: w, H: h, follow: null});
  fit();
}
// A world larger than the screen; at most maxW × maxH units of it are seen at once.
function scrolling(w, h, maxW, maxH) {
  Object.assign(stage, {W: w, H: h, follow: {maxW, maxH}});
  fit();
}
const tallScreen = () => stage.view.h > stage.view.w;
const viewUnits = () => ({w: stage.view.w / stage.scale, h: stage.view.h / stage.scale});

// Keeps (x, y) in sight; the world's rim is the camera's.
function camera(x, y, ease = 1) {
  const v = viewUnits();
  const tx = v.w >= stage.W ? stage.W / 2 : clamp(x, v.w / 2, stage.W - v.w / 2);
  const ty = v.h >= stage.H ? stage.H / 2 : clamp(y, v.h / 2, stage.H - v.h / 2);
  stage.cx = lerp(stage.cx, tx, ease);
  stage.cy = lerp(stage.cy, ty, ease);
}
function placeWorld() {
  const v = stage.view;
  if (!stage.follow) {
    stage.cx = stage.W / 2;
    stage.cy = stage.H / 2;
  }
  stage.ox = v.x + v.w / 2 - stage.cx * stage.scale;
  stage.oy = v.y + v.h / 2 - stage.cy * stage.scale;
}
const toWorld = (sx, sy) => ({x: (sx - stage.ox) / stage.scale, y: (sy - stage.oy) / stage.scale});

// Sparks and words live in the world and change nothing in it.
let sparks = [], words = [], shaking = 0, flash = 0, flashColor = '#fff';
function burst(x, y, color, n = 12, force = 5, o = {}) {
  if (fast) return;
  for (let i = 0; i < (calm ? n / 3 : n) && sparks.length < 420; i++) {
    const a = fun() * TAU, v = force * (0.3 + fun());
    sparks.push({x, y, vx: Math.cos(a) * v, vy: Math.sin(a) * v - (o.up || 0), life: 0, max: (o.life || 0.6) * (0.6 + fun() * 0.7),
      size: (o.size || 0.14) * (0.5 + fun()), color: Array.isArray(color) ? fun.pick(color) : color, fall: o.fall || 0, spin: fun() * 9});
  }
}
function say(x, y, text, color = paint.prize, size = 0.6) {
  if (fast) return;
  // Kept off the rim of a board, where words would be cut.
  const half = Math.min(stage.W / 2, text.length * size * 0.3);
  if (!stage.follow) x = clamp(x, half, stage.W - half);
  words.push({x, y, text, color, size, life: 0});
  if (words.length > 24) words.shift();
}
function shake(amount) {
  if (!calm && !fast) shaking = Math.max(shaking, amount);
}
function blink(color, strength = 0.4) {
  if (calm || fast) return;
  flash = strength;
  flashColor = color;
}
function clearEffects() {
  sparks = [];
  words = [];
  shaking = flash = 0;
}
function stepEffects(dt) {
  for (const s of sparks) {
    s.life += dt;
    s.vy += s.fall * dt;
    s.vx *= 1 - 1.6 * dt;
    s.vy *= 1 - 1.6 * dt;
    s.x += s.vx * dt;
    s.y += s.vy * dt;
  }
  sparks = sparks.filter(s => s.life < s.max);
  for (const w of words) w.life += dt;
  words = words.filter(w => w.life < 1);
  shaking = Math.max(0, shaking - dt * 2.2 * Math.max(0.4, shaking));
  flash = Math.max(0, flash - dt * 1.6);
}
function drawEffects() {
  for (const s of sparks) {
    const t = 1 - s.life / s.max, r = s.size * t;
    g.fillStyle = s.color;
    g.save();
    g.translate(s.x, s.y);
    g.rotate(s.spin * s.life);
    g.fillRect(-r / 2, -r / 2, r, r);
    g.restore();
  }
  for (const w of words) {
    const pop = Math.min(1, spring(Math.min(1, w.life * 2)));
    label(w.text, w.x, w.y - easeOut(w.life) * 1.1, w.size * pop, w.color, clamp(2.4 - w.life * 2.4, 0, 1));
  }
}
function label(text, x, y, size, color = paint.text, alpha = 1, align = 'center') {
  g.globalAlpha = alpha;
  // Fonts below a pixel are not drawn; the letter size is therefore in real pixels and the world scaled back.
  const k = 1 / stage.scale;
  g.save();
  g.translate(x, y);
  g.scale(k, k);
  g.font = `800 ${Math.max(1, size * stage.scale).toFixed(1)}px system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif`;
  g.textAlign = align;
  g.textBaseline = 'middle';
  g.lineWidth = Math.max(2, size * stage.scale * 0.18);
  g.lineJoin = 'round';
  g.strokeStyle = brightness(color) > 0.5 ? 'rgba(10,8,20,.7)' : 'rgba(255,255,255,.75)';
  g.strokeText(text, 0, 0);
  g.fillStyle = color;
  g.fillText(text, 0, 0);
  g.restore();
  g.globalAlpha = 1;
}
function halo(x, y, r, color, alpha = 0.5) {
  const grad = g.createRadialGradient(x, y, 0, x, y, r);
  grad.addColorStop(0, fade(color, alpha));
  grad.addColorStop(1, fade(color, 0));
  g.fillStyle = grad;
  g.fillRect(x - r, y - r, r * 2, r * 2);
}
function round(x, y, w, h, r, fill) {
  g.fillStyle = fill;
  g.beginPath();
  g.roundRect(x, y, w, h, r);
  g.fill();
}
// A block with a lit upper and a dark lower edge.
function tile(x, y, w, h, color, r = 0.12) {
  round(x, y, w, h, r, dark(color, 0.35));
  round(x, y, w, h - 0.1, r, color);
  round(x + 0.05, y + 0.04, w - 0.1, 0.12, 0.06, light(color, 0.25));
}

// Each level has its own turn of the palette and its own scenery.
let scene2 = null;
function dress(level) {
  const i = level.number - 1, swing = [0, 28, -30, 60, 14, -58, 90, 40, -16, 120, -90, 75][i % 12];
  const bg = turn(look.background, swing), surface = turn(look.surface, swing);
  paint = {...look, background: i % 2 ? mix(bg, surface, 0.14) : bg, surface};
  const d = dice('scene' + DESIGN.seed + '/' + level.number);
  scene2 = {kind: (hash(DESIGN.seed + 's') + i) % 6, bits: Array.from({length: 46}, () => [d(), d(), d(), d()])};
}
function drawBackdrop() {
  const {w, h} = stage, base = paint.background, far = mix(base, paint.surface, 0.55);
  const sky = g.createLinearGradient(0, 0, 0, h);
  sky.addColorStop(0, mix(base, '#000000', 0.12));
  sky.addColorStop(1, far);
  g.fillStyle = sky;
  g.fillRect(0, 0, w, h);
  const drift = stage.follow ? stage.cx * 6 : 0, soft = fade(light(paint.surface, 0.2), 0.25), t = calm ? 0 : now;
  const wrap = v => ((v % 1) + 1) % 1;
  scene2.bits.forEach(([a, b, c, d], i) => {
    const near = 0.3 + c * 0.7;
    if (scene2.kind === 0) {
      g.fillStyle = fade(paint.text, 0.2 + 0.5 * Math.abs(Math.sin(t * (0.4 + d) + i)));
      const s = 1 + c * 2.4;
      g.fillRect(wrap(a - drift * near / w) * w, b * h, s, s);
    } else if (scene2.kind === 1 && i < 22) {
      const r = 12 + c * 60;
      g.fillStyle = fade(light(paint.surface, 0.3), 0.1);
      g.beginPath();
      g.arc(wrap(a - drift * near / w) * (w + 160) - 80, wrap(b - t * 0.02 * near) * (h + 160) - 80, r, 0, TAU);
      g.fill();
    } else if (scene2.kind === 2 && i < 20) {
      const bw = w / 10 * (0.7 + c), bh = h * (0.12 + d * 0.4);
      g.fillStyle = fade(dark(paint.surface, 0.2), 0.35);
      g.fillRect(wrap(a - drift * near * 0.4 / w) * (w + bw) - bw, h - bh, bw, bh);
    } else if (scene2.kind === 3 && i < 12) {
      g.fillStyle = soft;
      const x = wrap(a + t * 0.004 * near - drift * near * 0.5 / w) * (w + 300) - 150, y = b * h * 0.7, s = 26 + c * 40;
      g.beginPath();
      g.ellipse(x, y, s * 1.6, s * 0.5, 0, 0, TAU);
      g.ellipse(x + s * 0.3, y - s * 0.35, s * 0.8, s * 0.5, 0, 0, TAU);
      g.fill();
    } else if (scene2.kind === 5 && i < 30) {
      g.strokeStyle = fade(light(paint.surface, 0.35), 0.16);
      g.lineWidth = 2;
      const x = wrap(a - drift * near / w) * w, y = wrap(b + t * 0.05 * near) * (h + 60) - 30, l = 14 + c * 40;
      g.beginPath();
      g.moveTo(x, y);
      g.lineTo(x - l * 0.35, y + l);
      g.stroke();
    }
  });
  if (scene2.kind === 4 || scene2.kind === 3) drawHills(drift);
}
function drawHills(drift) {
  const {w, h} = stage;
  for (let layer = 0; layer < 3; layer++) {
    const [a, b, c] = scene2.bits[layer];
    g.fillStyle = fade(mix(paint.surface, paint.background, 0.55 - layer * 0.2), 0.75);
    g.beginPath();
    g.moveTo(0, h);
    for (let x = 0; x <= w + 24; x += 24) {
      const u = (x + drift * (0.2 + layer * 0.25)) * 0.004 * (1 + c * 0.6);
      g.lineTo(x, h * (0.62 + layer * 0.12) - (Math.sin(u + a * 9) + Math.sin(u * 2.3 + b * 9) * 0.5) * h * 0.07);
    }
    g.lineTo(w, h);
    g.fill();
  }
}

function render() {
  g.setTransform(stage.dpr, 0, 0, stage.dpr, 0, 0);
  drawBackdrop();
  placeWorld();
  const jolt = shaking * 14;
  g.save();
  g.translate(stage.ox + (fun() - 0.5) * jolt, stage.oy + (fun() - 0.5) * jolt);
  g.scale(stage.scale, stage.scale);
  GAME.draw(g);
  drawEffects();
  g.restore();
  if (flash > 0.01) {
    g.fillStyle = fade(flashColor, flash * 0.5);
    g.fillRect(0, 0, stage.w, stage.h);
  }
}
