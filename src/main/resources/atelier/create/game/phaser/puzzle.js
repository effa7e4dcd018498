import { HEIGHT, TOP, WIDTH, figure, shade } from './figures.js';

const SIZE = 8, CELL = 58, LEFT = (WIDTH - SIZE * CELL) / 2, UP = TOP + (HEIGHT - TOP - SIZE * CELL) / 2;
const SHAPES = ['gem', 'star', 'heart', 'ball', 'apple', 'flower'];
const WAYS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

// Swap two neighbours to line up three or more of a kind.
export class Rules {
  constructor(scene, level) {
    Object.assign(this, { scene, kinds: level.density > 0.35 ? 6 : 5, left: 14 + (level.goal >> 1), chosen: null, shown: null, cursor: [3, 3] });
    const { look } = scene;
    scene.goal = level.goal * 10;
    const colours = [look.prize, look.hero, look.foe, look.text, shade(look.prize, 0.6), shade(look.hero, 0.6)];
    this.textures = SHAPES.map((shape, i) => figure(scene, shape, 17, colours[i]));
    this.boxes = [], this.images = [];
    for (let c = 0; c < SIZE; c++) {
      for (let r = 0; r < SIZE; r++) {
        const x = LEFT + (c + 0.5) * CELL, y = UP + (r + 0.5) * CELL;
        this.boxes.push(scene.add.rectangle(x, y, CELL - 4, CELL - 4, look.surface));
        this.images.push(scene.add.image(x, y, this.textures[0]));
      }
    }
    this.words = scene.add.text(40, TOP + 30, '', { fontSize: '26px', color: scene.design.look.text });
    this.mix();
  }

  any() { return this.scene.chance.between(0, this.kinds - 1); }

  mix() {
    do {
      this.field = Array.from({ length: SIZE }, () => Array.from({ length: SIZE }, () => this.any()));
      for (let found = this.matched(); found.size; found = this.matched()) for (const at of found) this.field[at >> 3][at & 7] = this.any();
    } while (!this.possible());
  }

  // Cells in lines of three, as column * 8 + row.
  matched() {
    const found = new Set(), f = this.field;
    for (let a = 0; a < SIZE; a++) {
      for (let b = 0; b < SIZE - 2; b++) {
        if (f[b][a] === f[b + 1][a] && f[b][a] === f[b + 2][a]) for (let i = 0; i < 3; i++) found.add((b + i) * 8 + a);
        if (f[a][b] === f[a][b + 1] && f[a][b] === f[a][b + 2]) for (let i = 0; i < 3; i++) found.add(a * 8 + b + i);
      }
    }
    return found;
  }

  swap([a, b], [c, d]) { [this.field[a][b], this.field[c][d]] = [this.field[c][d], this.field[a][b]]; }

  possible() {
    for (let c = 0; c < SIZE; c++) {
      for (let r = 0; r < SIZE; r++) {
        for (const other of [[c + 1, r], [c, r + 1]]) {
          if (Math.max(...other) >= SIZE) continue;
          this.swap([c, r], other);
          const good = this.matched().size;
          this.swap([c, r], other);
          if (good) return [[c, r], other];
        }
      }
    }
    return null;
  }

  update() {
    const { scene } = this;
    for (const [name, by] of Object.entries(WAYS)) if (scene.hit(name)) this.cursor = this.cursor.map((at, i) => Math.max(0, Math.min(SIZE - 1, at + by[i])));
    if (scene.hit('extra') && scene.has('hint')) this.shown = this.possible();
    const tap = scene.tapped && [Math.floor((scene.tapped.x - LEFT) / CELL), Math.floor((scene.tapped.y - UP) / CELL)];
    if (tap && tap.every(at => at >= 0 && at < SIZE)) this.choose(this.cursor = tap);
    else if (scene.hit('action')) this.choose(this.cursor);
    if (!scene.ended) this.show();
  }

  choose(cell) {
    const { chosen, scene } = this;
    if (!chosen || Math.abs(cell[0] - chosen[0]) + Math.abs(cell[1] - chosen[1]) !== 1) {
      this.chosen = chosen && String(chosen) === String(cell) ? null : [...cell];
      return;
    }
    this.chosen = null;
    this.swap(cell, chosen);
    if (!this.matched().size) return void this.swap(cell, chosen);
    this.left -= 1;
    this.shown = null;
    this.fall();
    if (this.left <= 0 && !scene.ended) scene.hurt({ again: true, always: true });
  }

  fall() {
    for (let found = this.matched(), times = 1; found.size; found = this.matched(), times++) {
      for (let c = 0; c < SIZE; c++) {
        const stay = this.field[c].filter((_, r) => !found.has(c * 8 + r));
        this.field[c] = [...Array.from({ length: SIZE - stay.length }, () => this.any()), ...stay];
      }
      this.scene.gain(found.size * 5, found.size * 5 * (this.scene.has('combo') ? times : 1));
    }
    if (!this.possible()) this.mix();
  }

  show() {
    const { look } = this.scene;
    const is = (cell, c, r) => cell && cell[0] === c && cell[1] === r;
    this.images.forEach((image, i) => {
      const c = i >> 3, r = i & 7;
      image.setTexture(this.textures[this.field[c][r]]);
      const marked = is(this.chosen, c, r) || (this.shown && this.shown.some(cell => is(cell, c, r)));
      this.boxes[i].setStrokeStyle(marked ? 4 : is(this.cursor, c, r) ? 2 : 0, marked ? look.prize : look.text);
    });
    this.words.setText(`${this.left} moves`);
  }
}
