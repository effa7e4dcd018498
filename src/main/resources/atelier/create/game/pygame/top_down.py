"""Gather the prizes of a room, keep away from pursuers, leave by the door."""
import math

import pygame

from . import paint
from .stage import HEIGHT, TOP, WIDTH

CELL, LOCK = 40, 16


class Play:
    has_exit = True

    def __init__(self, stage, level):
        self.stage, chance = stage, stage.random
        columns, rows = WIDTH // CELL, (HEIGHT - TOP) // CELL
        spots = [(c, r) for c in range(columns) for r in range(rows) if c + r > 4]
        # Blocks stand on every other cell only, so that no way is ever closed.
        blocks = [(c, r) for c, r in spots if c % 2 == 1 and r % 2 == 1 and chance.random() < level["density"]]
        self.walls = [pygame.Rect(c * CELL, TOP + r * CELL, CELL, CELL) for c, r in blocks]
        self.gate = self.key = None
        if stage.has("key"):
            self.lock(columns, rows, chance)
        free = [spot for spot in spots if spot not in blocks and not (self.gate and spot[0] == LOCK)]
        chance.shuffle(free)
        middle = [(c * CELL + CELL / 2, TOP + r * CELL + CELL / 2) for c, r in free]
        if self.gate:
            self.key = next(one for one in middle if one[0] < LOCK * CELL)
            middle.remove(self.key)
        stage.goal = level["goal"]
        self.prizes = [middle.pop() for _ in range(level["goal"] + 2)]
        self.hearts = [middle.pop()] if stage.has("heal") else []
        far = [one for one in middle if one[0] > WIDTH / 2]
        door = next(one for one in far if not self.gate or one[0] > LOCK * CELL)
        far.remove(door)
        self.door = pygame.Rect(door[0] - 18, door[1] - 18, 36, 36)
        self.foes = [list(far.pop()) + [0.0] for _ in range(2 + int(level["density"] * 5))]
        self.hero, self.face, self.swing = [60.0, TOP + 60.0], (1, 0), 0.0
        self.pace, self.hunt = 190, 75 * level["speed"]

    def lock(self, columns, rows, chance):
        """A wall from top to bottom, with a gate in it that a key opens."""
        open_row = chance.randrange(0, rows, 2)
        for row in range(rows):
            part = pygame.Rect(LOCK * CELL, TOP + row * CELL, CELL, CELL if row < rows - 1 else HEIGHT)
            self.walls.append(part)
            if row == open_row:
                self.gate = part

    def walk(self, spot, dx, dy, size):
        for axis, by in ((0, dx), (1, dy)):
            old = spot[axis]
            spot[axis] = max(size + (TOP if axis else 0), min((HEIGHT if axis else WIDTH) - size, old + by))
            body = pygame.Rect(spot[0] - size, spot[1] - size, 2 * size, 2 * size)
            if body.collidelist(self.walls) >= 0:
                spot[axis] = old

    def update(self, seconds):
        stage = self.stage
        dx = ("right" in stage.held) - ("left" in stage.held)
        dy = ("down" in stage.held) - ("up" in stage.held)
        if dx or dy:
            length = math.hypot(dx, dy)
            self.face = (dx / length, dy / length)
            self.walk(self.hero, self.face[0] * self.pace * seconds, self.face[1] * self.pace * seconds, 14)
        self.swing -= seconds
        if stage.has("strike") and "action" in stage.hit and self.swing < -0.3:
            self.swing = 0.2
        for foe in self.foes:
            x, y = self.hero[0] - foe[0], self.hero[1] - foe[1]
            far = math.hypot(x, y) or 1
            foe[2] = max(0, foe[2] - seconds)
            if self.swing > 0 and far < 75:
                foe[2] = 1.2
                self.walk(foe, -x / far * 400 * seconds, -y / far * 400 * seconds, 14)
            elif far < 300 and not foe[2]:
                self.walk(foe, x / far * self.hunt * seconds, y / far * self.hunt * seconds, 14)
            if far < 28 and not foe[2]:
                stage.hurt()
        if self.key and math.hypot(self.key[0] - self.hero[0], self.key[1] - self.hero[1]) < 30:
            self.key = None
            self.walls.remove(self.gate)
        near = [one for one in self.prizes if math.hypot(one[0] - self.hero[0], one[1] - self.hero[1]) < 28]
        for prize in near:
            self.prizes.remove(prize)
            stage.progress += 1
            stage.score += 10
        for heart in [one for one in self.hearts if math.hypot(one[0] - self.hero[0], one[1] - self.hero[1]) < 28]:
            self.hearts.remove(heart)
            stage.lives = min(5, stage.lives + 1)
        if stage.progress >= stage.goal and self.door.collidepoint(self.hero):
            stage.passed()

    def draw(self, screen):
        stage, look = self.stage, self.stage.look
        for wall in self.walls:
            pygame.draw.rect(screen, look["surface"], wall.inflate(-2, -2), border_radius=6)
        is_open = stage.progress >= stage.goal
        pygame.draw.rect(screen, look["prize"] if is_open else paint.shade(look["prize"], 0.4), self.door, border_radius=8)
        for x, y in self.prizes:
            paint.sprite(screen, "gem", x, y, 11, look["prize"])
        if self.key:
            pygame.draw.rect(screen, look["text"], self.gate.inflate(-8, -8), border_radius=6)
            paint.sprite(screen, "coin", self.key[0], self.key[1], 13, look["text"])
        for x, y in self.hearts:
            paint.sprite(screen, "heart", x, y, 12, look["foe"])
        for x, y, stunned in self.foes:
            paint.sprite(screen, stage.foe_sprite, x, y, 15, paint.shade(look["foe"], 0.5 if stunned else 1))
        if self.swing > 0:
            pygame.draw.circle(screen, look["prize"], self.hero, 60, 3)
        if stage.safe <= 0 or int(stage.safe * 10) % 2 == 0:
            paint.sprite(screen, stage.hero_sprite, self.hero[0], self.hero[1], 16, look["hero"])
        if stage.has("fog"):
            fog = pygame.Surface((WIDTH, HEIGHT), pygame.SRCALPHA)
            fog.fill((0, 0, 0, 190))
            pygame.draw.circle(fog, (0, 0, 0, 0), self.hero, 210)
            screen.blit(fog, (0, 0))
