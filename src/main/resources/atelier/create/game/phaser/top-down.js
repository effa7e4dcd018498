import * as Phaser from 'phaser';
import { HEIGHT, TOP, WIDTH } from './figures.js';

const CELL = 40, LOCK = 16;

// Gather the prizes of a room, keep away from pursuers, leave by the door.
export class Rules {
  constructor(scene, level) {
    Object.assign(this, { scene, level, hasExit: true, swing: 0 });
    const { chance, look } = scene;
    const walls = scene.physics.add.staticGroup();
    const free = [];
    const gate = scene.has('key') ? 2 * chance.between(0, 5) : -1;
    for (let c = 0; c < WIDTH / CELL; c++) {
      for (let r = 0; r < Math.floor((HEIGHT - TOP) / CELL); r++) {
        const x = c * CELL + CELL / 2, y = TOP + r * CELL + CELL / 2;
        // A wall from top to bottom, with a gate in it that a key opens.
        if (gate >= 0 && c === LOCK) {
          const part = scene.sprite('block', x, y, 19, r === gate ? look.text : look.surface, walls);
          if (r === gate) this.gate = part;
          continue;
        }
        // Blocks stand on every other cell only, so that no way is ever closed.
        if (c % 2 && r % 2 && c + r > 4 && chance.frac() < level.density) scene.sprite('block', x, y, 19, look.surface, walls);
        else if (c + r > 4) free.push([x, y]);
      }
    }
    chance.shuffle(free);
    const beyond = gate < 0 ? 0 : LOCK * CELL;
    if (gate >= 0) {
      const [spot] = free.splice(free.findIndex(([x]) => x < beyond), 1);
      this.key = scene.sprite('coin', ...spot, 13, look.text);
    }
    const [last] = free.splice(free.findIndex(([x]) => x > beyond), 1);
    this.prizes = scene.physics.add.staticGroup();
    for (let i = 0; i < level.goal + 2; i++) scene.sprite('gem', ...free.pop(), 11, look.prize, this.prizes);
    this.hearts = scene.physics.add.staticGroup();
    if (scene.has('heal')) scene.sprite('heart', ...free.pop(), 12, look.foe, this.hearts);
    this.door = scene.sprite('block', ...last, 17, look.prize);
    this.foes = scene.physics.add.group({ collideWorldBounds: true });
    const far = free.filter(([x]) => x > WIDTH / 2);
    for (let i = 0; i < 2 + Math.floor(level.density * 5); i++) scene.sprite(scene.foeSprite, ...far.pop(), 15, look.foe, this.foes).setData('stunned', 0);
    const hero = scene.hero = scene.sprite(scene.heroSprite, 60, TOP + 60, 16, look.hero).setCollideWorldBounds(true);
    scene.physics.add.collider(hero, walls);
    scene.physics.add.collider(this.foes, walls);
    scene.physics.add.overlap(hero, this.prizes, (_, prize) => { prize.destroy(); scene.gain(); });
    scene.physics.add.overlap(hero, this.hearts, (_, heart) => { heart.destroy(); scene.lives = Math.min(5, scene.lives + 1); });
    scene.physics.add.overlap(hero, this.foes, (_, foe) => { if (foe.getData('stunned') <= 0) scene.hurt(); });
    if (this.key) {
      scene.physics.add.overlap(hero, this.key, () => {
        this.key.destroy();
        this.gate.destroy();
      });
    }
    this.fog = scene.has('fog') ? scene.add.graphics().setDepth(8) : null;
    this.ring = scene.add.circle(0, 0, 60).setStrokeStyle(3, look.prize).setVisible(false);
  }

  update(seconds) {
    const { scene } = this, { hero } = scene;
    const way = new Phaser.Math.Vector2(scene.held('right') - scene.held('left'), scene.held('down') - scene.held('up'));
    const pointer = scene.input.activePointer;
    if (!way.length() && pointer.isDown) way.set(pointer.worldX - hero.x, pointer.worldY - hero.y);
    way.normalize().scale(190);
    hero.setVelocity(way.x, way.y);
    this.swing -= seconds;
    if (scene.has('strike') && (scene.hit('action') || (scene.tapped && Math.hypot(scene.tapped.x - hero.x, scene.tapped.y - hero.y) < 50)) && this.swing < -0.3) this.swing = 0.2;
    this.ring.setPosition(hero.x, hero.y).setVisible(this.swing > 0);
    for (const foe of this.foes.getChildren()) {
      const to = new Phaser.Math.Vector2(hero.x - foe.x, hero.y - foe.y);
      const far = to.length();
      foe.incData('stunned', -seconds);
      if (this.swing > 0 && far < 75) {
        foe.setData('stunned', 1.2);
        to.normalize().scale(-320);
      } else if (foe.getData('stunned') <= 0) to.normalize().scale(far < 300 ? 75 * this.level.speed : 0);
      else to.set(foe.body.velocity.x * 0.9, foe.body.velocity.y * 0.9);
      foe.setVelocity(to.x, to.y).setAlpha(foe.getData('stunned') > 0 ? 0.5 : 1);
    }
    // A ring so broad that only what is near stays free of it.
    if (this.fog) this.fog.clear().lineStyle(2000, 0x000000, 0.75).strokeCircle(hero.x, hero.y, 1210);
    const open = scene.progress >= scene.goal;
    this.door.setAlpha(open ? 1 : 0.35);
    if (open && scene.physics.overlap(hero, this.door)) scene.passed();
  }
}
