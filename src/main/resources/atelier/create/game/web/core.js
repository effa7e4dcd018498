// What every other file needs: the design's knobs, seeded chance, small mathematics, colours.
const TAU = Math.PI * 2;
const mechanics = new Set(DESIGN.mechanics.map(one => one.id));
const has = id => mechanics.has(id);
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

const clamp = (v, lo, hi) => v < lo ? lo : v > hi ? hi : v;
const lerp = (a, b, t) => a + (b - a) * t;
const dist = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
const easeOut = t => 1 - (1 - t) ** 3;
const spring = t => 1 - Math.cos(t * 9) * Math.exp(-5 * t);
// What the game says by itself, in its language; `own` words belong to this kind of game.
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => name in values ? values[name] : place);
const word = (key, values = {}) => fill(DESIGN.words[key] || key, values);
const own = (key, values) => word(DESIGN.archetype + '.' + key, values);

function hash(text) {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ h >>> 12) >>> 0;
}

// A small counter-based generator: the same seed, the same level.
function dice(seed) {
  let state = hash(String(seed));
  const next = () => {
    state = state + 0x9e3779b9 | 0;
    let t = Math.imul(state ^ state >>> 16, 0x21f0aaad);
    t = Math.imul(t ^ t >>> 15, 0x735a2d97);
    return ((t ^ t >>> 15) >>> 0) / 4294967296;
  };
  // The same place to stand, but another course of events.
  next.again = text => { state = hash(seed + '#' + text); };
  next.int = (lo, hi) => lo + Math.floor(next() * (hi - lo + 1));
  next.pick = list => list[Math.floor(next() * list.length)];
  next.chance = p => next() < p;
  next.shuffle = list => {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list;
  };
  return next;
}

// For sparks and other things that change nothing; levels use their own dice.
const fun = dice('fun');

// Colours are lists of three numbers inside, '#rrggbb' outside.
function rgb(hex) {
  const m = /^#([0-9a-f]{6})$/i.exec(hex);
  const n = m ? parseInt(m[1], 16) : 0x888888;
  return [n >> 16, n >> 8 & 255, n & 255];
}
const memo = new Map();
function mix(a, b, t) {
  const key = a + b + t.toFixed(2);
  let out = memo.get(key);
  if (!out) {
    const p = rgb(a), q = rgb(b);
    out = '#' + p.map((v, i) => Math.round(lerp(v, q[i], t)).toString(16).padStart(2, '0')).join('');
    if (memo.size > 4000) memo.clear();
    memo.set(key, out);
  }
  return out;
}
const light = (c, t = 0.35) => mix(c, '#ffffff', t);
const dark = (c, t = 0.35) => mix(c, '#000000', t);
function fade(c, alpha) {
  const p = rgb(c);
  return `rgba(${p[0]},${p[1]},${p[2]},${clamp(alpha, 0, 1).toFixed(3)})`;
}
function brightness(c) {
  const p = rgb(c);
  return (p[0] * 0.299 + p[1] * 0.587 + p[2] * 0.114) / 255;
}
const ink = c => brightness(c) > 0.55 ? '#14141c' : '#ffffff';
// The same colour with its hue turned, so that levels look different in one design's palette.
function turn(c, degrees) {
  const [r, g, b] = rgb(c).map(v => v / 255);
  const hi = Math.max(r, g, b), lo = Math.min(r, g, b), d = hi - lo, l = (hi + lo) / 2;
  if (!d) return c;
  const s = d / (1 - Math.abs(2 * l - 1));
  let h = hi === r ? (g - b) / d % 6 : hi === g ? (b - r) / d + 2 : (r - g) / d + 4;
  h = ((h * 60 + degrees) % 360 + 360) % 360;
  const k = n => (n + h / 30) % 12;
  const f = n => Math.round(255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k(n) - 3, 9 - k(n), 1))));
  return '#' + [f(0), f(8), f(4)].map(v => v.toString(16).padStart(2, '0')).join('');
}

const look = DESIGN.look;
const heroSprite = DESIGN.protagonist.sprite;
const foes = DESIGN.others.filter(one => one.role === 'foe');
const friends = DESIGN.others.filter(one => one.role === 'friend');
const foeSprite = i => foes.length ? foes[i % foes.length].sprite : 'slime';
const friendSprite = friends.length ? friends[0].sprite : 'person';
// What is collected: never the same figure as the hero or a foe.
const prizeSprite = ['gem', 'coin', 'star', 'apple', 'heart', 'flower'][hash(DESIGN.title + DESIGN.seed) % 4];
