import * as Phaser from 'phaser';
import design from './design.js';
import { CardScene, PlayScene } from './play.js';

export const game = new Phaser.Game({
  type: Phaser.AUTO,
  width: 960,
  height: 540,
  backgroundColor: design.look.background,
  scale: { mode: Phaser.Scale.FIT, autoCenter: Phaser.Scale.CENTER_BOTH },
  physics: { default: 'arcade', arcade: { gravity: { x: 0, y: 0 } } },
  scene: [CardScene, PlayScene],
});
game.scene.start('card', { title: design.title, words: design.story.premise, index: 0, score: 0, lives: 3 });
