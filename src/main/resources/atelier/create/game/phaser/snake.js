import { HEIGHT, TOP, WIDTH, figure, shade } from './figures.js';

const CELL = 30, COLUMNS = WIDTH / CELL, ROWS = Math.floor((HEIGHT - TOP) / CELL);
const WAYS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
const key = ([c, r]) => c + ',' + r;
const middle = ([c, r]) => [c * CELL + CELL / 2, TOP + r * CELL + CELL / 2];

// Eat, grow, and bite neither walls nor yourself.
export class Rules {
  constructor(scene, level) {
    Object.assign(this, { scene, level, walls: new Set(), portals: [], extra: null, extraLeft: 0, hunter: null, steps: 0 });
    const { chance, look } = scene;
    for (let c = 1; c < COLUMNS - 1; c++) {
      for (let r = 1; r < ROWS - 1; r++) {
        if (Math.abs(r - (ROWS >> 1)) > 1 && chance.frac() < level.density * 0.16) {
          this.walls.add(key([c, r]));
          scene.add.image(...middle([c, r]), figure(scene, 'block', 14, look.surface));
        }
      }
    }
    scene.add.rectangle(WIDTH / 2, TOP + ROWS * CELL / 2, COLUMNS * CELL, ROWS * CELL).setStrokeStyle(3, look.surface);
    this.start();
    if (scene.has('portals')) {
      this.portals = [this.free(), this.free()];
      for (const at of this.portals) scene.add.circle(...middle(at), 12).setStrokeStyle(4, look.text);
    }
    this.food = scene.add.image(0, 0, figure(scene, 'apple', 11, look.prize));
    this.move(this.food);
    if (scene.has('hunter')) {
      this.hunter = scene.add.image(0, 0, figure(scene, scene.foeSprite, 15, look.foe)).setDepth(3);
      this.hunter.cell = [COLUMNS - 4, 1];
      this.prowl = WAYS.left;
    }
    this.parts = [];
    scene.hero = scene.add.image(0, 0, figure(scene, scene.heroSprite, 15, look.hero)).setDepth(2);
    let from = null;
    scene.input.on('pointerdown', p => { from = { x: p.x, y: p.y }; });
    scene.input.on('pointerup', p => {
      if (!from) return;
      const x = p.x - from.x, y = p.y - from.y;
      this.turn(Math.abs(x) > Math.abs(y) ? (x > 0 ? 'right' : 'left') : (y > 0 ? 'down' : 'up'));
    });
  }

  start() {
    const r = ROWS >> 1;
    Object.assign(this, { body: [[5, r], [4, r], [3, r]], way: [1, 0], turns: [], clock: 0 });
  }

  free() {
    const taken = new Set([...this.body.map(key), ...this.portals.map(key)]);
    return this.scene.chance.pick(this.reached().filter(cell => !taken.has(key(cell)) && this.near(cell).length > 1));
  }

  near([c, r]) {
    return Object.values(WAYS).map(([x, y]) => [c + x, r + y])
      .filter(([x, y]) => x >= 0 && y >= 0 && x < COLUMNS && y < ROWS && !this.walls.has(key([x, y])));
  }

  // Cells that a snake can get to: nothing is laid where walls shut it off or leave no way out.
  reached() {
    const found = new Map([[key(this.body[0]), this.body[0]]]), waiting = [this.body[0]];
    while (waiting.length) {
      for (const cell of this.near(waiting.pop())) {
        if (found.has(key(cell))) continue;
        found.set(key(cell), cell);
        waiting.push(cell);
      }
    }
    return [...found.values()];
  }

  move(image) {
    image.cell = this.free();
    image.setPosition(...middle(image.cell));
  }

  turn(name) { if (this.turns.length < 2) this.turns.push(WAYS[name]); }

  update(seconds) {
    for (const name of Object.keys(WAYS)) if (this.scene.hit(name)) this.turn(name);
    this.clock += seconds;
    const quick = this.scene.has('speed-up') ? Math.min(20, this.scene.progress) * 0.02 : 0;
    const wait = 0.16 / this.level.speed * (1 - quick);
    while (this.clock >= wait && !this.scene.ended) {
      this.clock -= wait;
      this.step();
    }
    this.show();
  }

  step() {
    const { scene } = this;
    const turn = this.turns.shift();
    if (turn && (turn[0] !== -this.way[0] || turn[1] !== -this.way[1])) this.way = turn;
    let head = [this.body[0][0] + this.way[0], this.body[0][1] + this.way[1]];
    const portal = this.portals.findIndex(at => key(at) === key(head));
    if (portal >= 0) head = [...this.portals[1 - portal]];
    this.steps += 1;
    if (this.hunter && this.steps % 2 === 0) this.hunt();
    const caught = this.hunter && [head, ...this.body].some(at => key(at) === key(this.hunter.cell));
    const outside = head[0] < 0 || head[1] < 0 || head[0] >= COLUMNS || head[1] >= ROWS;
    if (caught || outside || this.walls.has(key(head)) || this.body.slice(0, -1).some(at => key(at) === key(head))) {
      this.start();
      if (caught) this.hunter.cell = [COLUMNS - 4, 1];
      scene.hurt({ always: true });
      return;
    }
    this.body.unshift(head);
    if (key(head) === key(this.food.cell)) {
      this.move(this.food);
      this.offer();
      scene.gain();
    } else this.body.pop();
    this.extraLeft -= 1;
    if (this.extra && key(head) === key(this.extra.cell)) {
      if (this.extra.kind === 'bonus') scene.gain(30, 3);
      else this.body.length = Math.max(3, this.body.length >> 1);
      this.extraLeft = 0;
    }
    if (this.extra && this.extraLeft <= 0) {
      this.extra.destroy();
      this.extra = null;
    }
  }

  // The foe goes straight on, now and then round a corner, never into a wall.
  hunt() {
    const { chance } = this.scene, [c, r] = this.hunter.cell;
    const ways = [...(chance.frac() < 0.8 ? [this.prowl] : []), ...chance.shuffle(Object.values(WAYS))];
    const way = ways.find(([x, y]) => c + x >= 0 && r + y >= 0 && c + x < COLUMNS && r + y < ROWS && !this.walls.has(key([c + x, r + y])));
    if (!way) return;
    this.prowl = way;
    this.hunter.cell = [c + way[0], r + way[1]];
  }

  offer() {
    const { scene } = this;
    const kinds = ['bonus', 'shrink'].filter(one => scene.has(one));
    if (this.extra || !kinds.length || scene.chance.frac() > 0.3) return;
    const kind = scene.chance.pick(kinds);
    this.extra = scene.add.image(0, 0, figure(scene, kind === 'bonus' ? 'star' : 'gem', 13, scene.look.foe));
    this.extra.kind = kind;
    this.extraLeft = 40;
    this.move(this.extra);
  }

  show() {
    const { scene } = this;
    while (this.parts.length < this.body.length - 1) this.parts.push(scene.add.image(0, 0, figure(scene, 'ball', 13, shade(scene.look.hero, 0.75))));
    this.parts.forEach((part, i) => part.setVisible(i < this.body.length - 1));
    this.body.slice(1).forEach((at, i) => this.parts[i].setPosition(...middle(at)));
    scene.hero.setPosition(...middle(this.body[0]));
    if (this.hunter) this.hunter.setPosition(...middle(this.hunter.cell));
  }
}
