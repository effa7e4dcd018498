import { HEIGHT, TOP, WIDTH } from './figures.js';

// Tap, earn, spend on more.
export class Rules {
  constructor(scene, level) {
    Object.assign(this, { scene, level, money: 0, earned: 0, each: 1, workers: 0, row: 0, since: 9, next: 8, left: 0, golden: null, thief: null, nextThief: 11, thiefLeft: 0 });
    const { look, design } = scene;
    scene.goal = level.goal * 10;
    scene.hero = scene.sprite(scene.heroSprite, 320, 300, 90, look.hero);
    this.sum = scene.add.text(320, TOP + 50, '0', { fontSize: '48px', color: design.look.prize }).setOrigin(0.5);
    this.offers = ['upgrade', 'workers'].map((name, at) => {
      const box = scene.add.rectangle(WIDTH - 170, TOP + 120 + 110 * at, 260, 84, look.surface);
      const label = (design.mechanics.find(one => one.id === name) || { name }).name;
      return { name, box, label, price: at ? 25 : 12, words: scene.add.text(box.x - 114, box.y - 28, '', { fontSize: '18px', color: design.look.text }) };
    });
  }

  earn(amount) {
    this.money += amount;
    this.earned += amount;
    this.scene.gain(0, Math.floor(this.earned) - this.scene.progress);
  }

  update(seconds) {
    const { scene, level } = this, tap = scene.tapped;
    this.since += seconds;
    if (this.workers) this.earn(this.workers * seconds / level.speed);
    const offer = tap && this.offers.find(one => one.box.getBounds().contains(tap.x, tap.y));
    if (offer) this.buy(offer);
    else if (tap && this.golden && Math.hypot(tap.x - this.golden.x, tap.y - this.golden.y) < 44) {
      this.left = 0;
      this.earn(this.each * 20);
    } else if (this.thief && ((tap && Math.hypot(tap.x - this.thief.x, tap.y - this.thief.y) < 44) || scene.hit('extra'))) this.chase();
    else if (tap || scene.hit('action')) this.pay();
    if (scene.hit('up')) this.buy(this.offers[0]);
    if (scene.hit('down')) this.buy(this.offers[1]);
    if (scene.ended) return;
    this.gold(seconds);
    if (scene.has('thief')) this.steal(seconds);
    this.sum.setText(String(Math.floor(this.money)));
    for (const one of this.offers) {
      const owned = one.name === 'upgrade' ? this.each - 1 : this.workers;
      one.words.setText(`${one.label.slice(0, 18)}  x${owned}\n${Math.ceil(one.price)}`);
      one.box.setStrokeStyle(3, this.money >= one.price ? scene.look.prize : scene.look.surface);
    }
  }

  gold(seconds) {
    const { scene } = this;
    this.next -= seconds;
    this.left -= seconds;
    if (this.golden && this.left <= 0) {
      this.golden.destroy();
      this.golden = null;
    }
    if (scene.has('golden') && !this.golden && this.next <= 0) {
      this.golden = scene.sprite('star', scene.chance.between(80, 560), scene.chance.between(TOP + 60, HEIGHT - 60), 30, scene.look.prize);
      this.left = 4;
      this.next = 14;
    }
  }

  chase() {
    this.thief.destroy();
    this.thief = null;
    this.earn(this.each * 3);
  }

  // A foe comes for a fifth of the purse and leaves with it unless it is tapped away.
  steal(seconds) {
    const { scene } = this;
    this.nextThief -= seconds;
    this.thiefLeft -= seconds;
    if (!this.thief && this.nextThief <= 0) {
      this.thief = scene.sprite(scene.foeSprite, scene.chance.between(80, 560), scene.chance.between(TOP + 60, HEIGHT - 60), 28, scene.look.foe);
      this.thiefLeft = 5;
      this.nextThief = 16;
    } else if (this.thief && this.thiefLeft <= 0) {
      this.thief.destroy();
      this.thief = null;
      this.money -= Math.floor(this.money / 5);
    }
  }

  pay() {
    const { scene } = this;
    this.row = this.since < 0.6 ? this.row + 1 : 1;
    this.since = 0;
    scene.tweens.add({ targets: scene.hero, scale: { from: 1.12, to: 1 }, duration: 120 });
    scene.score += 1;
    this.earn(this.each * (scene.has('combo') && this.row >= 8 ? 2 : 1) * (scene.has('critical') && scene.chance.frac() < 0.05 ? 10 : 1));
  }

  buy(offer) {
    if (this.money < offer.price) return;
    this.money -= offer.price;
    offer.price *= 1.35 + 0.1 * this.level.density;
    if (offer.name === 'upgrade') this.each += 1;
    else this.workers += 1;
  }
}
