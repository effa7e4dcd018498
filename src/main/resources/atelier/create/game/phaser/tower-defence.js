import { HEIGHT, TOP, WIDTH } from './figures.js';

const CELL = 60, COLUMNS = WIDTH / CELL, ROWS = Math.floor((HEIGHT - TOP) / CELL), COST = 50, FROST = 55;
const WAYS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
const middle = ([c, r]) => ({ x: c * CELL + CELL / 2, y: TOP + r * CELL + CELL / 2 });

// Build towers beside the road and hold against every wave.
export class Rules {
  constructor(scene, level) {
    Object.assign(this, { scene, level, towers: new Map(), gold: 150, base: 10, coming: 0, wait: 4, next: 0, cursor: [COLUMNS >> 1, 0], frost: false });
    const { chance, look } = scene;
    this.road = [];
    let row = chance.between(1, ROWS - 2);
    for (let c = 0; c < COLUMNS; c++) {
      this.road.push([c, row]);
      if (c % 3 !== 2 || c === COLUMNS - 1) continue;
      const goal = chance.between(1, ROWS - 2);
      while (row !== goal) this.road.push([c, row += Math.sign(goal - row)]);
    }
    for (const cell of this.road) scene.add.rectangle(middle(cell).x, middle(cell).y, CELL, CELL, look.surface);
    const end = middle(this.road.at(-1));
    scene.sprite('heart', end.x, end.y, 20, look.prize);
    this.frame = scene.add.rectangle(0, 0, CELL - 4, CELL - 4).setStrokeStyle(2, look.text);
    this.words = scene.add.text(16, HEIGHT - 32, '', { fontSize: '20px', color: scene.design.look.text }).setDepth(5);
    this.foes = scene.physics.add.group();
    this.lines = scene.add.graphics();
  }

  update(seconds) {
    const { scene } = this;
    for (const [name, by] of Object.entries(WAYS)) if (scene.hit(name)) this.cursor = this.cursor.map((at, i) => Math.max(0, Math.min([COLUMNS, ROWS][i] - 1, at + by[i])));
    if (scene.has('slow') && (scene.hit('change') || (scene.tapped && scene.tapped.y > HEIGHT - 36))) {
      this.frost = !this.frost;
      scene.tapped = null;
    }
    const tap = scene.tapped;
    if (tap && tap.y > TOP) this.cursor = [Math.min(COLUMNS - 1, Math.floor(tap.x / CELL)), Math.min(ROWS - 1, Math.floor((tap.y - TOP) / CELL))];
    if (tap || scene.hit('action')) this.build(this.cursor);
    this.frame.setPosition(middle(this.cursor).x, middle(this.cursor).y);
    this.send(seconds);
    for (const foe of [...this.foes.getChildren()]) this.walk(foe);
    this.lines.clear();
    for (const tower of this.towers.values()) this.fire(tower, seconds);
    if (scene.ended) return;
    this.words.setText([`${scene.word('gold')} ${this.gold}`, `${scene.word(this.frost ? 'tower-defence.frost' : 'tower-defence.bolt')} ${this.price()}`, `${scene.word('base')} ${Math.max(0, this.base)}`].join('   '));
    if (this.base <= 0) scene.hurt({ again: true, always: true });
  }

  price() { return this.frost ? FROST : COST; }

  build(cell) {
    const { scene } = this, name = String(cell), tower = this.towers.get(name);
    if (tower && scene.has('upgrade') && tower.rank < 3 && this.gold >= COST * (tower.rank + 1)) {
      this.gold -= COST * ++tower.rank;
      tower.image.setScale(1 + tower.rank * 0.15);
    } else if (!tower && this.gold >= this.price() && !this.road.some(at => String(at) === name)) {
      this.gold -= this.price();
      const { x, y } = middle(cell);
      this.towers.set(name, { x, y, rank: 1, reload: 0, frost: this.frost, image: scene.sprite(scene.heroSprite, x, y, 18, this.frost ? scene.look.text : scene.look.hero) });
    }
  }

  send(seconds) {
    const { scene, level } = this;
    if (!this.coming && !this.foes.getLength()) {
      this.wait -= seconds;
      const early = scene.hit('extra') && scene.has('call-wave');
      if (this.wait <= 0 || early) {
        this.gold += early ? 20 : 0;
        this.coming = 4 + Math.floor((scene.progress + 1) * (0.6 + level.density));
        this.wait = 4;
      }
    }
    this.next -= seconds;
    if (!this.coming || this.next > 0) return;
    this.coming -= 1;
    this.next = 0.8 / level.speed;
    const strong = scene.has('armour') && this.coming % 4 === 3 ? 2 : 1, { x, y } = middle(this.road[0]);
    const foe = scene.sprite(scene.foeSprite, x - CELL, y, 12 + 4 * strong, scene.look.foe, this.foes);
    Object.assign(foe, { to: 0, cold: 0, strong, health: (16 + 7 * scene.progress) * strong });
  }

  walk(foe) {
    const { x, y } = middle(this.road[foe.to]);
    if (Math.hypot(x - foe.x, y - foe.y) < 5) {
      foe.to += 1;
      if (foe.to === this.road.length) {
        this.base -= foe.strong;
        foe.destroy();
        this.ended();
        return;
      }
    }
    const to = middle(this.road[foe.to]);
    this.scene.physics.moveTo(foe, to.x, to.y, 62 * this.level.speed * (this.scene.time.now < foe.cold ? 0.5 : 1));
  }

  ended() { if (!this.coming && !this.foes.getLength() && this.base > 0) this.scene.gain(0, 1); }

  fire(tower, seconds) {
    const { scene } = this;
    tower.reload -= seconds;
    if (scene.ended || tower.reload > 0) return;
    const near = this.foes.getChildren().filter(foe => Math.hypot(foe.x - tower.x, foe.y - tower.y) < 130 + 20 * tower.rank);
    if (!near.length) return;
    const foe = near.reduce((a, b) => (b.to > a.to ? b : a));
    tower.reload = 0.6;
    foe.health -= (tower.frost ? 2 : 6) * tower.rank;
    if (tower.frost) foe.cold = scene.time.now + 1500;
    this.lines.lineStyle(3, scene.look.prize).lineBetween(tower.x, tower.y, foe.x, foe.y);
    if (foe.health > 0) return;
    this.gold += 8 * foe.strong;
    scene.score += 10;
    foe.destroy();
    this.ended();
  }
}
