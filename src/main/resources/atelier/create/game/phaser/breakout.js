import { HEIGHT, TOP, WIDTH } from './figures.js';

// Keep the ball in play and clear the bricks.
export class Rules {
  constructor(scene, level) {
    Object.assign(this, { scene, level, wide: 0, waiting: true, sink: 0 });
    const { chance, look } = scene;
    const count = Math.max(8, Math.min(60, level.goal));
    scene.goal = count;
    this.bricks = scene.physics.add.staticGroup();
    for (let i = 0; i < count; i++) {
      const brick = scene.add.rectangle(i % 12 * 80 + 40, TOP + 42 + Math.floor(i / 12) * 30, 74, 24, look.foe);
      this.bricks.add(brick);
      brick.hits = scene.has('tough-bricks') && chance.frac() < level.density * 0.4 ? 2 : 1;
      brick.setAlpha(brick.hits === 2 ? 0.6 : 1);
    }
    scene.hero = scene.add.rectangle(WIDTH / 2, HEIGHT - 32, 120, 16, look.hero);
    scene.physics.add.existing(scene.hero);
    scene.hero.body.setImmovable(true);
    scene.physics.world.setBoundsCollision(true, true, true, false);
    this.balls = scene.physics.add.group({ collideWorldBounds: true, bounceX: 1, bounceY: 1 });
    this.drops = scene.physics.add.group();
    this.ball();
    scene.physics.add.collider(this.balls, this.bricks, (_, brick) => this.crack(brick));
    scene.physics.add.collider(this.balls, scene.hero, ball => this.aim(ball));
    scene.physics.add.overlap(scene.hero, this.drops, (_, drop) => this.gain(drop));
    scene.input.on('pointermove', p => { this.to(p.worldX); });
  }

  ball() { return this.scene.sprite('ball', this.scene.hero.x, HEIGHT - 52, 8, this.scene.look.prize, this.balls); }

  to(x) { this.scene.hero.x = Math.max(50, Math.min(WIDTH - 50, x)); }

  pace() { return 300 * this.level.speed * (1 + (this.scene.has('speed-up') ? 0.25 * this.scene.progress / this.scene.goal : 0)); }

  aim(ball) {
    const side = Math.max(-0.85, Math.min(0.85, (ball.x - this.scene.hero.x) / 70));
    ball.setVelocity(side * this.pace(), -Math.sqrt(1 - side * side) * this.pace());
  }

  crack(brick) {
    const { scene } = this;
    brick.setAlpha(1);
    if (--brick.hits > 0) return;
    const kinds = ['power-ups', 'multi-ball'].filter(one => scene.has(one));
    if (kinds.length && scene.chance.frac() < 0.14) {
      const kind = scene.chance.pick(kinds);
      scene.sprite(kind === 'multi-ball' ? 'star' : 'gem', brick.x, brick.y, 11, scene.look.prize, this.drops).setVelocityY(130).kind = kind;
    }
    brick.destroy();
    scene.gain();
  }

  gain(drop) {
    if (drop.kind === 'multi-ball' && !this.waiting) for (const way of [-1, 1]) this.ball().setVelocity(way * this.pace() * 0.6, -this.pace() * 0.8);
    else this.wide = 12;
    drop.destroy();
  }

  // The wall comes down a step at a time, but not as far as the paddle.
  descend(seconds) {
    this.sink += seconds * this.level.speed;
    const bricks = this.bricks.getChildren();
    if (this.sink < 9 || Math.max(...bricks.map(one => one.y)) > HEIGHT - 190) return;
    this.sink = 0;
    for (const one of bricks) one.y += 15;
    this.bricks.refresh();
  }

  update(seconds) {
    const { scene } = this;
    if (scene.has('descend') && !this.waiting) this.descend(seconds);
    this.wide -= seconds;
    scene.hero.setScale(this.wide > 0 ? 1.6 : 1, 1);
    this.to(scene.hero.x + (scene.held('right') - scene.held('left')) * 520 * seconds);
    const [first] = this.balls.getChildren();
    if (this.waiting && first) {
      first.setPosition(scene.hero.x, HEIGHT - 52);
      if (scene.hit('action') || scene.hit('up') || scene.tapped) {
        this.waiting = false;
        first.x += 20;
        this.aim(first);
      }
    }
    for (const ball of [...this.balls.getChildren()]) if (ball.y > HEIGHT + 10) ball.destroy();
    for (const drop of [...this.drops.getChildren()]) if (drop.y > HEIGHT) drop.destroy();
    if (!this.balls.getLength()) {
      this.waiting = true;
      this.ball();
      scene.hurt({ always: true });
    }
  }
}
