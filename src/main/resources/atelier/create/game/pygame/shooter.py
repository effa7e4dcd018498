"""Bring down what comes, dodge the rest."""
import math

import pygame

from . import paint
from .stage import HEIGHT, TOP, WIDTH


class Play:
    def __init__(self, stage, level):
        self.stage, self.chance, self.level = stage, stage.random, level
        self.hero = [WIDTH / 2, HEIGHT - 60.0]
        self.shots, self.foes, self.bolts, self.prizes = [], [], [], []
        self.reload, self.next, self.double, self.time = 0.0, 0.5, 0.0, 0.0
        self.shield = 1.0 if stage.has("shield") else 0.0
        stage.goal = level["goal"]
        self.has_exit = stage.has("boss") and stage.ends_act()
        self.boss, self.salvo = None, 1.5

    def update(self, seconds):
        stage, level = self.stage, self.level
        self.time += seconds
        for axis, low, high in ((0, "left", "right"), (1, "up", "down")):
            self.hero[axis] += ((high in stage.held) - (low in stage.held)) * 330 * seconds
        self.hero[0] = max(20, min(WIDTH - 20, self.hero[0]))
        self.hero[1] = max(TOP + 200, min(HEIGHT - 24, self.hero[1]))
        self.reload -= seconds
        self.double -= seconds
        if stage.has("shield") and self.shield < 1:
            self.shield += seconds / 12
        if ("action" in stage.held or "action" in stage.hit or stage.tap) and self.reload <= 0:
            self.reload = 0.22
            self.shots += [[self.hero[0] + side, self.hero[1] - 20] for side in ((-12, 12) if self.double > 0 else (0,))]
        if self.has_exit and stage.progress >= stage.goal:
            self.fight(seconds)
        self.next -= seconds
        if self.next <= 0 and not self.boss and len(self.foes) < 14:
            self.next = max(0.4, (1.5 - level["density"]) / level["speed"])
            weave = 60 if stage.has("zigzag") and self.chance.random() < 0.4 else 0
            self.foes.append([self.chance.uniform(60, WIDTH - 60), TOP - 20.0, weave, self.chance.uniform(0, 6)])
        self.move(seconds)

    def move(self, seconds):
        stage, hero = self.stage, self.hero
        for shot in self.shots:
            shot[1] -= 560 * seconds
        for foe in list(self.foes):
            foe[1] += 75 * self.level["speed"] * seconds
            foe[0] += math.cos(self.time * 3 + foe[3]) * foe[2] * 3 * seconds
            if stage.has("return-fire") and self.chance.random() < 0.25 * self.level["speed"] * seconds:
                self.bolts.append([foe[0], foe[1] + 16])
            shot = next((one for one in self.shots if math.hypot(one[0] - foe[0], one[1] - foe[1]) < 24), None)
            if shot:
                self.shots.remove(shot)
                self.foes.remove(foe)
                stage.progress += 1
                stage.score += 10
                if stage.has("power-ups") and self.chance.random() < 0.12:
                    self.prizes.append([foe[0], foe[1]])
            elif math.hypot(foe[0] - hero[0], foe[1] - hero[1]) < 34:
                self.foes.remove(foe)
                self.struck()
            elif foe[1] > HEIGHT + 20:
                # Gone for good, and a little of the score with it.
                self.foes.remove(foe)
                stage.score = max(0, stage.score - 5)
        for bolt in list(self.bolts):
            bolt[1] += 230 * self.level["speed"] * seconds
            if math.hypot(bolt[0] - hero[0], bolt[1] - hero[1]) < 20:
                self.bolts.remove(bolt)
                self.struck()
        for prize in list(self.prizes):
            prize[1] += 110 * seconds
            if math.hypot(prize[0] - hero[0], prize[1] - hero[1]) < 30:
                self.prizes.remove(prize)
                self.double = 9
        self.shots = [one for one in self.shots if one[1] > TOP]
        self.bolts = [one for one in self.bolts if one[1] < HEIGHT]
        self.prizes = [one for one in self.prizes if one[1] < HEIGHT]

    def fight(self, seconds):
        """A big foe ends an act."""
        stage = self.stage
        if not self.boss:
            health = 12 + 2 * self.level["number"]
            self.boss = {"x": WIDTH / 2, "y": TOP - 60.0, "health": health, "most": health, "time": 0.0}
        boss = self.boss
        boss["time"] += seconds
        boss["y"] = min(TOP + 90, boss["y"] + 80 * seconds)
        boss["x"] = WIDTH / 2 + math.sin(boss["time"] * 0.8) * (WIDTH / 2 - 120)
        self.salvo -= seconds
        if self.salvo <= 0:
            self.salvo = 1.6 / min(2, self.level["speed"])
            self.bolts += [[boss["x"] + side, boss["y"] + 50] for side in (-60, 0, 60)]
        for shot in [one for one in self.shots if math.hypot(one[0] - boss["x"], one[1] - boss["y"]) < 60]:
            self.shots.remove(shot)
            boss["health"] -= 1
        if boss["health"] <= 0:
            stage.score += 300
            stage.passed()

    def struck(self):
        if self.shield >= 1:
            self.shield = 0.0
            self.stage.safe = max(self.stage.safe, 0.6)
        else:
            self.stage.hurt()

    def draw(self, screen):
        stage, look = self.stage, self.stage.look
        for number in range(40):
            x, y = number * 97 % WIDTH, (number * 61 + int(self.time * 40)) % HEIGHT
            screen.set_at((x, y), look["text"])
        for x, y in self.shots:
            paint.sprite(screen, "ball", x, y, 4, look["prize"])
        for x, y in self.bolts:
            paint.sprite(screen, "ball", x, y, 5, look["foe"])
        for x, y in self.prizes:
            paint.sprite(screen, "star", x, y, 12, look["prize"])
        for x, y, _, _ in self.foes:
            paint.sprite(screen, stage.foe_sprite, x, y, 18, look["foe"])
        if self.boss:
            paint.sprite(screen, stage.foe_sprite, self.boss["x"], self.boss["y"], 54, look["foe"])
            pygame.draw.rect(screen, look["foe"], (WIDTH / 4, TOP + 8, WIDTH / 2 * max(0, self.boss["health"]) / self.boss["most"], 8))
        if stage.safe <= 0 or int(stage.safe * 10) % 2 == 0:
            paint.sprite(screen, stage.hero_sprite, self.hero[0], self.hero[1], 18, look["hero"])
        if self.shield >= 1:
            paint.ring(screen, self.hero[0], self.hero[1], 28, look["prize"])
