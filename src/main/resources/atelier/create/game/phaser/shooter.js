import { HEIGHT, TOP, WIDTH } from './figures.js';

// Bring down what comes, dodge the rest.
export class Rules {
  constructor(scene, level) {
    Object.assign(this, { scene, level, reload: 0, next: 0.5, double: 0, time: 0, shield: scene.has('shield') ? 1 : 0, boss: null, salvo: 1.5 });
    this.hasExit = scene.has('boss') && scene.endsAct();
    const { look, physics } = scene;
    for (let i = 0; i < 60; i++) scene.add.rectangle(scene.chance.between(0, WIDTH), scene.chance.between(TOP, HEIGHT), 2, 2, look.text, 0.6);
    scene.hero = scene.sprite(scene.heroSprite, WIDTH / 2, HEIGHT - 60, 18, look.hero).setCollideWorldBounds(true);
    this.ring = scene.add.circle(0, 0, 28).setStrokeStyle(3, look.prize);
    for (const name of ['shots', 'foes', 'bolts', 'prizes']) this[name] = physics.add.group();
    physics.add.overlap(this.shots, this.foes, (shot, foe) => this.fell(shot, foe));
    physics.add.overlap(scene.hero, this.foes, (_, foe) => { foe.destroy(); this.struck(); });
    physics.add.overlap(scene.hero, this.bolts, (_, bolt) => { bolt.destroy(); this.struck(); });
    physics.add.overlap(scene.hero, this.prizes, (_, prize) => { prize.destroy(); this.double = 9; });
  }

  fell(shot, foe) {
    const { scene } = this;
    if (scene.has('power-ups') && scene.chance.frac() < 0.12) scene.sprite('star', foe.x, foe.y, 12, scene.look.prize, this.prizes).setVelocityY(110);
    shot.destroy();
    foe.destroy();
    scene.gain();
  }

  // A big foe ends an act.
  fight(seconds) {
    const { scene, level } = this;
    if (!this.boss) {
      this.boss = scene.sprite(scene.foeSprite, WIDTH / 2, TOP + 40, 54, scene.look.foe);
      Object.assign(this.boss, { health: 12 + 2 * level.number, since: 0 });
      scene.physics.add.overlap(this.shots, this.boss, (one, other) => this.chip(one === this.boss ? other : one));
    }
    const { boss } = this;
    boss.since += seconds;
    boss.setPosition(WIDTH / 2 + Math.sin(boss.since * 0.8) * (WIDTH / 2 - 120), Math.min(TOP + 90, boss.y + 80 * seconds));
    this.salvo -= seconds;
    if (this.salvo > 0) return;
    this.salvo = 1.6 / Math.min(2, level.speed);
    for (const side of [-60, 0, 60]) scene.sprite('ball', boss.x + side, boss.y + 50, 5, scene.look.foe, this.bolts).setVelocityY(230 * level.speed);
  }

  chip(shot) {
    shot.destroy();
    this.boss.health -= 1;
    this.boss.setAlpha(this.boss.health % 2 ? 0.7 : 1);
    if (this.boss.health > 0) return;
    this.scene.score += 300;
    this.scene.passed();
  }

  struck() {
    if (this.shield >= 1) {
      this.shield = 0;
      this.scene.safe = Math.max(this.scene.safe, 0.6);
    } else this.scene.hurt();
  }

  update(seconds) {
    const { scene, level } = this, { hero, look, chance } = scene;
    this.time += seconds;
    this.reload -= seconds;
    this.double -= seconds;
    if (scene.has('shield')) this.shield = Math.min(1, this.shield + seconds / 12);
    this.ring.setPosition(hero.x, hero.y).setVisible(this.shield >= 1);
    const pointer = scene.input.activePointer;
    const way = pointer.isDown ? Math.max(-1, Math.min(1, (pointer.worldX - hero.x) / 30)) : scene.held('right') - scene.held('left');
    hero.setVelocity(way * 330, (scene.held('down') - scene.held('up')) * 330);
    hero.y = Math.max(TOP + 200, hero.y);
    if ((scene.held('action') || scene.hit('action') || pointer.isDown) && this.reload <= 0) {
      this.reload = 0.22;
      for (const side of this.double > 0 ? [-12, 12] : [0]) scene.sprite('ball', hero.x + side, hero.y - 20, 4, look.prize, this.shots).setVelocityY(-560);
    }
    if (this.hasExit && scene.progress >= scene.goal) this.fight(seconds);
    if (scene.ended) return;
    this.next -= seconds;
    if (this.next <= 0 && !this.boss && this.foes.getLength() < 14) {
      this.next = Math.max(0.4, (1.5 - level.density) / level.speed);
      const foe = scene.sprite(scene.foeSprite, chance.between(60, WIDTH - 60), TOP - 20, 18, look.foe, this.foes).setVelocityY(75 * level.speed);
      foe.weave = scene.has('zigzag') && chance.frac() < 0.4 ? 180 : 0;
      foe.phase = chance.realInRange(0, 6);
    }
    for (const foe of [...this.foes.getChildren()]) {
      foe.setVelocityX(Math.cos(this.time * 3 + foe.phase) * foe.weave);
      if (scene.has('return-fire') && chance.frac() < 0.25 * level.speed * seconds) scene.sprite('ball', foe.x, foe.y + 16, 5, look.foe, this.bolts).setVelocityY(230 * level.speed);
      // Gone for good, and a little of the score with it.
      if (foe.y > HEIGHT + 20) {
        foe.destroy();
        scene.score = Math.max(0, scene.score - 5);
      }
    }
    for (const group of [this.shots, this.bolts, this.prizes]) {
      for (const one of [...group.getChildren()]) if (one.y < TOP || one.y > HEIGHT + 20) one.destroy();
    }
  }
}
