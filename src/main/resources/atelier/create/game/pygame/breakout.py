"""Keep the ball in play and clear the bricks."""
import math

import pygame

from . import paint
from .stage import HEIGHT, TOP, WIDTH


class Play:
    def __init__(self, stage, level):
        self.stage, self.chance, self.level = stage, stage.random, level
        columns, count = 12, max(8, min(60, level["goal"]))
        self.bricks = []
        for number in range(count):
            column, row = number % columns, number // columns
            body = pygame.Rect(column * 80 + 3, TOP + 30 + row * 30, 74, 24)
            tough = stage.has("tough-bricks") and self.chance.random() < level["density"] * 0.4
            self.bricks.append([body, 2 if tough else 1])
        stage.goal = count
        self.pace, self.width, self.wide, self.drops = 300 * level["speed"], 120, 0.0, []
        self.paddle, self.sink = WIDTH / 2, 0.0
        self.serve()

    def serve(self):
        self.balls, self.waiting = [[self.paddle, HEIGHT - 60.0, 0.35, -0.94]], True

    def update(self, seconds):
        stage = self.stage
        way = ("right" in stage.held) - ("left" in stage.held)
        if way:
            self.paddle += way * 520 * seconds
        elif stage.pointer[0] != getattr(self, "seen", None):
            self.seen = stage.pointer[0]
            self.paddle = self.seen
        self.wide -= seconds
        width = self.width * (1.6 if self.wide > 0 else 1)
        self.paddle = max(width / 2, min(WIDTH - width / 2, self.paddle))
        if self.waiting:
            self.balls[0][:2] = [self.paddle, HEIGHT - 48.0]
            self.waiting = not ("action" in stage.hit or "up" in stage.hit or stage.tap)
            return
        if stage.has("descend") and self.bricks:
            self.descend(seconds)
        pace = self.pace * (1 + (0.25 * stage.progress / stage.goal if stage.has("speed-up") else 0))
        for ball in list(self.balls):
            self.fly(ball, pace * seconds, width)
        for drop in list(self.drops):
            drop[1] += 130 * seconds
            if drop[1] > HEIGHT - 40 and abs(drop[0] - self.paddle) < width / 2:
                self.drops.remove(drop)
                self.gain(drop[2])
            elif drop[1] > HEIGHT:
                self.drops.remove(drop)
        if not self.balls:
            stage.safe = 0
            self.serve()
            stage.hurt()

    def descend(self, seconds):
        """The wall comes down a step at a time, but not as far as the paddle."""
        self.sink += seconds * self.level["speed"]
        if self.sink > 9 and max(one[0].bottom for one in self.bricks) < HEIGHT - 170:
            self.sink = 0.0
            for body, _ in self.bricks:
                body.y += 15

    def gain(self, kind):
        if kind == "multi-ball" and self.balls:
            x, y, dx, dy = self.balls[0]
            self.balls += [[x, y, -dx, dy], [x, y, dx * 0.4, -math.sqrt(max(0.1, 1 - (dx * 0.4) ** 2))]]
        else:
            self.wide = 12

    def fly(self, ball, way, width):
        ball[0] += ball[2] * way
        ball[1] += ball[3] * way
        if ball[0] < 8 or ball[0] > WIDTH - 8:
            ball[2] = abs(ball[2]) if ball[0] < 8 else -abs(ball[2])
        if ball[1] < TOP + 8:
            ball[3] = abs(ball[3])
        if ball[3] > 0 and HEIGHT - 48 <= ball[1] <= HEIGHT - 20 and abs(ball[0] - self.paddle) < width / 2 + 8:
            side = max(-0.85, min(0.85, (ball[0] - self.paddle) / (width / 2) * 0.85))
            ball[2], ball[3] = side, -math.sqrt(1 - side * side)
        body = pygame.Rect(ball[0] - 8, ball[1] - 8, 16, 16)
        for brick in self.bricks:
            if brick[0].colliderect(body):
                flat = abs(brick[0].centerx - ball[0]) / brick[0].width < abs(brick[0].centery - ball[1]) / brick[0].height
                ball[3 if flat else 2] *= -1
                self.crack(brick)
                break
        if ball[1] > HEIGHT + 10:
            self.balls.remove(ball)

    def crack(self, brick):
        stage = self.stage
        brick[1] -= 1
        if brick[1] <= 0:
            self.bricks.remove(brick)
            stage.progress += 1
            stage.score += 10
            kinds = [one for one in ("power-ups", "multi-ball") if stage.has(one)]
            if kinds and self.chance.random() < 0.14:
                self.drops.append([brick[0].centerx, brick[0].centery, self.chance.choice(kinds)])

    def draw(self, screen):
        look = self.stage.look
        for body, hits in self.bricks:
            pygame.draw.rect(screen, look["foe"] if hits == 1 else paint.shade(look["foe"], 0.6), body, border_radius=5)
        width = self.width * (1.6 if self.wide > 0 else 1)
        pygame.draw.rect(screen, look["hero"], (self.paddle - width / 2, HEIGHT - 40, width, 16), border_radius=8)
        for x, y, kind in self.drops:
            paint.sprite(screen, "star" if kind == "multi-ball" else "gem", x, y, 11, look["prize"])
        for x, y, _, _ in self.balls:
            pygame.draw.circle(screen, look["prize"], (int(x), int(y)), 8)
