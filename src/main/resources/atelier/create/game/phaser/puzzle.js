import { HEIGHT, TOP, WIDTH, figure, shade } from './figures.js';

const SIZE = 8, CELL = 58, LEFT = (WIDTH - SIZE * CELL) / 2, UP = TOP + (HEIGHT - TOP - SIZE * CELL) / 2;
// A number is a kind, and a bomb where BOMB is added to it; STONE stays where it is.
const BOMB = 10, STONE = -1;
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
    this.rock = figure(scene, 'block', 20, shade(look.text, 0.5));
    this.boxes = [], this.images = [];
    for (let c = 0; c < SIZE; c++) {
      for (let r = 0; r < SIZE; r++) {
        const x = LEFT + (c + 0.5) * CELL, y = UP + (r + 0.5) * CELL;
        this.boxes.push(scene.add.rectangle(x, y, CELL - 4, CELL - 4, look.surface));
        this.images.push(scene.add.image(x, y, this.textures[0]));
      }
    }
    const cells = scene.chance.shuffle(Array.from({ length: SIZE * SIZE }, (_, i) => i));
    this.stones = new Set(scene.has('stones') ? cells.slice(0, 2 + Math.round(level.density * 6)) : []);
    this.words = scene.add.text(40, TOP + 30, '', { fontSize: '26px', color: scene.design.look.text });
    this.mix();
  }

  any() { return this.scene.chance.between(0, this.kinds - 1); }

  mix() {
    do {
      this.field = Array.from({ length: SIZE }, (_, c) => Array.from({ length: SIZE }, (_, r) => (this.stones.has(c * 8 + r) ? STONE : this.any())));
      for (let found = this.matched(); found.size; found = this.matched()) for (const at of found) this.field[at >> 3][at & 7] = this.any();
    } while (!this.possible());
  }

  // Cells in lines of three, as column * 8 + row.
  matched() {
    const found = new Set(), f = this.field.map((column, c) => column.map((kind, r) => (kind === STONE ? -1 - c * 8 - r : kind % BOMB)));
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
          if (Math.max(...other) >= SIZE || this.stones.has(c * 8 + r) || this.stones.has(other[0] * 8 + other[1])) continue;
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
    if (this.stones.has(cell[0] * 8 + cell[1])) return;
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

  // A cell amid four of a kind in a line; -1 for none.
  four(found) {
    const kind = at => this.field[at >> 3][at & 7] % BOMB;
    for (const at of found) {
      for (const by of [1, 8]) {
        const line = [0, 1, 2, 3].map(i => at + i * by);
        if ((by === 8 || (at & 7) < 5) && line.every(one => found.has(one) && kind(one) === kind(at))) return line[1];
      }
    }
    return -1;
  }

  around(at, far) {
    const near = [];
    for (let c = -1; c <= 1; c++) {
      for (let r = -1; r <= 1; r++) {
        const x = (at >> 3) + c, y = (at & 7) + r;
        if (x >= 0 && y >= 0 && x < SIZE && y < SIZE && (far || !c || !r)) near.push(x * 8 + y);
      }
    }
    return near;
  }

  // With the neighbours of every bomb among them.
  blown(found) {
    const done = new Set(), waiting = [...found];
    while (waiting.length) {
      const at = waiting.pop();
      if (done.has(at)) continue;
      done.add(at);
      if (this.field[at >> 3][at & 7] >= BOMB) waiting.push(...this.around(at, true));
    }
    return done;
  }

  clear(found, bomb) {
    for (const at of found) for (const near of this.around(at, false)) this.stones.delete(near);
    if (bomb >= 0) this.field[bomb >> 3][bomb & 7] = this.field[bomb >> 3][bomb & 7] % BOMB + BOMB;
    for (let c = 0; c < SIZE; c++) {
      const ends = Array.from({ length: SIZE }, (_, r) => r).filter(r => this.stones.has(c * 8 + r));
      let top = 0;
      for (const end of [...ends, SIZE]) {
        const stay = this.field[c].slice(top, end).filter((kind, i) => kind !== STONE && (c * 8 + top + i === bomb || !found.has(c * 8 + top + i)));
        const fresh = Array.from({ length: end - top - stay.length }, () => this.any());
        this.field[c].splice(top, end - top, ...fresh, ...stay);
        top = end + 1;
      }
    }
  }

  fall() {
    for (let found = this.matched(), times = 1; found.size; found = this.matched(), times++) {
      const bomb = this.scene.has('bombs') ? this.four(found) : -1;
      found = this.blown(found);
      this.clear(found, bomb);
      this.scene.gain(found.size * 5, found.size * 5 * (this.scene.has('combo') ? times : 1));
    }
    if (!this.possible()) this.mix();
  }

  show() {
    const { look } = this.scene;
    const is = (cell, c, r) => cell && cell[0] === c && cell[1] === r;
    this.images.forEach((image, i) => {
      const c = i >> 3, r = i & 7;
      const kind = this.field[c][r];
      image.setTexture(kind === STONE ? this.rock : this.textures[kind % BOMB]).setScale(kind >= BOMB ? 1.35 : 1);
      const marked = is(this.chosen, c, r) || (this.shown && this.shown.some(cell => is(cell, c, r)));
      this.boxes[i].setStrokeStyle(marked ? 4 : is(this.cursor, c, r) ? 2 : 0, marked ? look.prize : look.text);
    });
    this.words.setText(this.scene.word('moves', { n: this.left }));
  }
}
