// Two scenes: a card with words, and a level. The rules of this kind of game stand in rules.js.
import * as Phaser from 'phaser';
import design from './design.js';
import { HEIGHT, TOP, WIDTH, colour, figure } from './figures.js';
import { Rules } from './rules.js';

// What the game says by itself, in its language.
export const word = (key, values = {}) => (design.words[key] || key).replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));

// A picture of letters may only be so wide.
const brief = (text, most) => (text.length > most ? text.slice(0, most) + '…' : text);

const style = (size, name = 'text') => ({ fontFamily: 'system-ui, sans-serif', fontSize: size + 'px', color: design.look[name] });

export class CardScene extends Phaser.Scene {
  constructor() { super('card'); }

  create({ title, words, index, score, lives }) {
    const g = this.add.graphics();
    g.fillStyle(colour(design.look.surface)).fillRoundedRect(120, 90, WIDTH - 240, HEIGHT - 180, 18);
    this.add.text(WIDTH / 2, 130, brief(title, 60), { ...style(38, 'prize'), align: 'center', wordWrap: { width: 640, useAdvancedWrap: true } }).setOrigin(0.5, 0);
    this.add.text(WIDTH / 2, 240, brief(words, 400), { ...style(20), align: 'center', wordWrap: { width: 620, useAdvancedWrap: true } }).setOrigin(0.5, 0);
    this.add.text(WIDTH / 2, HEIGHT - 130, word('ready'), style(20, 'prize')).setOrigin(0.5);
    const go = () => this.scene.start('play', { index, score, lives });
    this.input.keyboard.once('keydown-SPACE', go);
    this.input.keyboard.once('keydown-ENTER', go);
    this.input.once('pointerdown', go);
  }
}

export class PlayScene extends Phaser.Scene {
  constructor() { super('play'); }

  create({ index, score, lives }) {
    Object.assign(this, { index, score, lives, progress: 0, safe: 1.5, ended: false, hits: new Set(), tapped: null });
    this.level = design.levels[index];
    this.goal = this.level.goal;
    this.design = design;
    this.look = Object.fromEntries(Object.entries(design.look).map(([name, value]) => [name, colour(value)]));
    this.chance = new Phaser.Math.RandomDataGenerator([`${design.seed}-${index}`]);
    this.heroSprite = design.protagonist.sprite;
    this.foeSprite = (design.others.find(one => one.role === 'foe') || { sprite: 'slime' }).sprite;
    this.keys = this.input.keyboard.addKeys({ left: 'LEFT', right: 'RIGHT', up: 'UP', down: 'DOWN', a: 'A', d: 'D', w: 'W', s: 'S', action: 'SPACE', enter: 'ENTER', extra: 'X', shift: 'SHIFT', change: 'Q' });
    const names = { a: 'left', d: 'right', w: 'up', s: 'down', enter: 'action', shift: 'extra' };
    for (const [name, key] of Object.entries(this.keys)) key.on('down', () => this.hits.add(names[name] || name));
    this.input.on('pointerdown', p => { this.tapped = { x: p.worldX, y: p.worldY }; });
    this.physics.world.setBounds(0, TOP, WIDTH, HEIGHT - TOP);
    this.rules = new Rules(this, this.level);
    const bar = this.add.graphics().setScrollFactor(0).setDepth(9);
    bar.fillStyle(this.look.surface).fillRect(0, 0, WIDTH, TOP);
    this.add.text(16, 12, `${this.level.number}  ${brief(this.level.name, 40)}`, style(18)).setScrollFactor(0).setDepth(10);
    this.status = this.add.text(WIDTH - 140, 12, '', style(18)).setOrigin(1, 0).setScrollFactor(0).setDepth(10);
    this.hearts = Array.from({ length: 5 }, (_, i) => this.add.image(WIDTH - 120 + i * 25, TOP / 2, figure(this, 'heart', 9, this.look.prize)).setScrollFactor(0).setDepth(10));
  }

  has(mechanic) { return design.mechanics.some(one => one.id === mechanic); }

  endsAct() { return design.story.acts.some(one => one.lastLevel === this.level.number); }

  held(name) {
    const k = this.keys;
    const by = { left: [k.left, k.a], right: [k.right, k.d], up: [k.up, k.w], down: [k.down, k.s], action: [k.action, k.enter], extra: [k.extra, k.shift] };
    return by[name].some(key => key.isDown);
  }

  word(key, values) { return word(key, values); }

  hit(name) { return this.hits.has(name); }

  sprite(kind, x, y, r, rgb, group) {
    const key = figure(this, kind, r, rgb);
    const made = group ? group.create(x, y, key) : this.physics.add.sprite(x, y, key);
    if (made.body.setSize) made.body.setSize(r * 1.7, r * 1.7);
    return made;
  }

  gain(points = 10, progress = 1) {
    this.score += points;
    this.progress += progress;
    if (this.progress >= this.goal && !this.rules.hasExit) this.passed();
  }

  card(title, words, index, score, lives) {
    if (this.ended) return;
    this.ended = true;
    this.scene.start('card', { title, words, index, score, lives });
  }

  passed() {
    const score = this.score + 100 * this.level.number;
    const next = design.levels[this.index + 1];
    if (!next) return this.card(word('won'), design.story.acts.at(-1).summary, 0, 0, 3);
    const act = design.story.acts.find(one => one.firstLevel === next.number);
    return this.card(word('passed', { n: this.level.number }), `${act ? `${act.title}. ${act.summary}\n` : ''}${next.name}: ${next.objective}`, this.index + 1, score, this.lives);
  }

  // A life is lost, unless one was lost a moment ago; `again` starts the level anew.
  hurt({ again = false, always = false } = {}) {
    if (this.ended || (this.safe > 0 && !always)) return false;
    this.lives -= 1;
    this.safe = 1.5;
    this.cameras.main.shake(150, 0.008);
    if (this.lives <= 0) this.card(word('once'), this.level.objective, this.index, 0, 3);
    else if (again) this.scene.restart({ index: this.index, score: this.score, lives: this.lives });
    return true;
  }

  update(_, milliseconds) {
    const seconds = Math.min(0.05, milliseconds / 1000);
    this.safe = Math.max(0, this.safe - seconds);
    this.rules.update(seconds);
    if (this.ended) return;
    if (this.hero) this.hero.setAlpha(this.safe > 0 && Math.floor(this.safe * 10) % 2 ? 0.3 : 1);
    this.hits.clear();
    this.tapped = null;
    this.status.setText(`${Math.min(this.progress, this.goal)} / ${this.goal}     ${this.score}`);
    this.hearts.forEach((heart, i) => heart.setVisible(i < this.lives));
  }
}
