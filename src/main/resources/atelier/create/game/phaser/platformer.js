import { HEIGHT, TOP, shade } from './figures.js';

const GROUND = 470;

// Run and jump to the door. Ground in stretches, gaps no wider than a jump.
export class Rules {
  constructor(scene, level) {
    Object.assign(this, { scene, hasExit: true, jumps: 0, dash: 0, movers: [] });
    const { chance, look } = scene;
    this.grounds = scene.physics.add.staticGroup();
    this.prizes = scene.physics.add.staticGroup();
    this.spikes = scene.physics.add.staticGroup();
    this.foes = scene.physics.add.group({ allowGravity: false });
    let x = -200, end = 0;
    for (let stretch = 0; stretch < 6 + Math.floor(level.number / 3); stretch++) {
      const width = chance.between(380, 620);
      this.slab(x, GROUND, width, HEIGHT - GROUND + 40);
      if (stretch) {
        const ledge = x + width / 3;
        const thin = this.slab(ledge, GROUND - 105, 150, 20);
        Object.assign(thin.body.checkCollision, { down: false, left: false, right: false });
        for (const at of [[ledge + 30, GROUND - 131], [ledge + 120, GROUND - 131], [x + 60, GROUND - 26]]) scene.sprite('star', ...at, 12, look.prize, this.prizes);
        if (chance.frac() < 0.35 + level.density) {
          const foe = scene.sprite(scene.foeSprite, x + width - 60, GROUND - 18, 17, look.foe, this.foes);
          foe.setVelocityX(-70 * level.speed).setData({ from: x + 20, to: x + width - 20 });
        }
        if (scene.has('spikes') && chance.frac() < level.density) scene.sprite('star', x + width / 2 + 20, GROUND - 8, 13, look.foe, this.spikes);
      }
      end = x + width;
      x = end + chance.between(70, 110) * Math.min(1.3, level.speed);
      if (scene.has('moving-platforms') && stretch % 2) {
        // Wider than a jump: a platform goes to and fro.
        this.mover(end, Math.min(1.3, level.speed));
        x = end + 270;
      }
    }
    scene.goal = Math.min(level.goal, this.prizes.getLength());
    this.door = scene.sprite('block', end - 70, GROUND - 30, 30, shade(look.prize, 0.4), this.prizes);
    this.prizes.remove(this.door);
    const hero = scene.hero = scene.sprite(scene.heroSprite, 0, GROUND - 60, 18, look.hero);
    hero.setGravityY(1700).setMaxVelocity(700, 900);
    scene.physics.add.collider(hero, this.grounds);
    scene.physics.add.collider(hero, this.movers);
    scene.physics.add.overlap(hero, this.prizes, (_, prize) => { prize.destroy(); scene.gain(); });
    scene.physics.add.overlap(hero, this.foes, (_, foe) => this.meet(hero, foe));
    scene.physics.add.overlap(hero, this.spikes, () => scene.hurt() && this.back());
    scene.cameras.main.startFollow(hero, true, 0.15, 1, -160, 0).setBounds(-200, 0, end + 200, HEIGHT);
  }

  slab(x, y, width, height) {
    const { scene } = this;
    const box = scene.add.rectangle(x + width / 2, y + height / 2, width, height, scene.look.surface).setStrokeStyle(3, scene.look.prize);
    this.grounds.add(box);
    return box;
  }

  mover(from, pace) {
    const { scene } = this;
    const box = scene.add.rectangle(from + 70, GROUND + 10, 110, 20, scene.look.surface).setStrokeStyle(3, scene.look.hero);
    scene.physics.add.existing(box);
    box.body.setAllowGravity(false).setImmovable(true).setVelocityX(70 * pace);
    Object.assign(box.body.checkCollision, { down: false, left: false, right: false });
    box.setData({ from: from + 65, to: from + 205 });
    this.movers.push(box);
  }

  meet(hero, foe) {
    if (hero.body.velocity.y > 60 && hero.y < foe.y - 8) {
      foe.destroy();
      hero.setVelocityY(-380);
      this.scene.score += 25;
    } else if (this.scene.hurt()) this.back();
  }

  back() { this.scene.hero.setPosition(0, GROUND - 60).setVelocity(0, 0); }

  update(seconds) {
    const { scene } = this, { hero } = scene;
    const pointer = scene.input.activePointer, off = pointer.isDown ? pointer.worldX - hero.x : 0;
    const way = scene.held('right') - scene.held('left') || (Math.abs(off) > 40 ? Math.sign(off) : 0);
    if (scene.has('dash') && scene.hit('extra') && this.dash < -0.8) this.dash = 0.22;
    this.dash -= seconds;
    hero.setVelocityX(way * 250 * (this.dash > 0 ? 2.4 : 1));
    if (hero.body.blocked.down || hero.body.touching.down) this.jumps = 0;
    if ((scene.hit('up') || scene.hit('action') || (scene.tapped && scene.tapped.y < hero.y - 30)) && this.jumps < (scene.has('double-jump') ? 2 : 1)) {
      hero.setVelocityY(-640);
      this.jumps += 1;
    }
    for (const foe of [...this.foes.getChildren(), ...this.movers]) {
      if (foe.x < foe.getData('from')) foe.body.setVelocityX(Math.abs(foe.body.velocity.x));
      if (foe.x > foe.getData('to')) foe.body.setVelocityX(-Math.abs(foe.body.velocity.x));
    }
    if (hero.y > HEIGHT + TOP) {
      this.back();
      scene.hurt({ always: true });
    }
    const open = scene.progress >= scene.goal;
    this.door.setTint(open ? 0xffffff : 0x777777);
    if (open && scene.physics.overlap(hero, this.door)) scene.passed();
  }
}
