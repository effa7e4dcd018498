"""Run and jump to the door. Ground in stretches, gaps no wider than a jump."""
import pygame

from . import paint
from .stage import HEIGHT, WIDTH

GROUND, GRAVITY, JUMP, RUN = 470, 1700, -640, 250


class Play:
    has_exit = True

    def __init__(self, stage, level):
        self.stage, chance = stage, stage.random
        self.grounds, self.spikes, self.foes, self.prizes, self.movers = [], [], [], [], []
        x = -200
        for stretch in range(6 + level["number"] // 3):
            width = chance.randint(380, 620)
            self.grounds.append(pygame.Rect(x, GROUND, width, HEIGHT))
            if stretch:
                ledge = pygame.Rect(x + width // 3, GROUND - 105, 150, 20)
                self.grounds.append(ledge)
                self.prizes += [(ledge.centerx + side * 45, ledge.top - 26) for side in (-1, 1)]
                self.prizes.append((x + 60, GROUND - 26))
                if chance.random() < 0.35 + level["density"]:
                    self.foes.append([x + width - 60, x + 20, x + width - 20, -70 * level["speed"]])
                if stage.has("spikes") and chance.random() < level["density"]:
                    self.spikes.append(pygame.Rect(x + width // 2, GROUND - 16, 40, 16))
            x += width
            gap = int(chance.randint(70, 110) * min(1.3, level["speed"]))
            if stage.has("moving-platforms") and stretch % 2:
                # Wider than a jump: a platform goes to and fro.
                mover = pygame.Rect(x, GROUND, 110, 20)
                self.movers.append([mover, float(x), x + 10, x + 150, 70 * min(1.3, level["speed"])])
                self.grounds.append(mover)
                gap = 270
            self.last = x
            x += gap
        self.door = pygame.Rect(self.last - 90, GROUND - 70, 46, 70)
        stage.goal = min(level["goal"], len(self.prizes))
        self.start()

    def start(self):
        self.hero = pygame.Rect(0, GROUND - 60, 30, 40)
        self.fall, self.jumps, self.dash = 0.0, 0, 0.0

    def update(self, seconds):
        stage, hero = self.stage, self.hero
        way = ("right" in stage.held) - ("left" in stage.held)
        if stage.has("dash") and "extra" in stage.hit and self.dash <= -0.8:
            self.dash = 0.22
        self.dash -= seconds
        hero.x += int(way * RUN * (2.4 if self.dash > 0 else 1) * seconds)
        for mover in self.movers:
            self.ride(mover, seconds)
        for ground in self.grounds:
            if ground.height > 30 and hero.colliderect(ground):
                hero.right = ground.left if way > 0 else hero.right
                hero.left = ground.right if way < 0 else hero.left
        if ("up" in stage.hit or "action" in stage.hit) and self.jumps < (2 if stage.has("double-jump") else 1):
            self.fall, self.jumps = JUMP, self.jumps + 1
        if self.fall < -250 and not stage.held & {"up", "action"}:
            self.fall = -250
        before = hero.bottom
        self.fall = min(900, self.fall + GRAVITY * seconds)
        hero.y += int(self.fall * seconds)
        for ground in self.grounds:
            if self.fall >= 0 and before <= ground.top + 12 and hero.colliderect(ground):
                hero.bottom, self.fall, self.jumps = ground.top, 0, 0
        self.meet(seconds, before)

    def ride(self, mover, seconds):
        """One platform moves, and with it who stands on it."""
        body, at, low, high, pace = mover
        stands = 0 <= self.fall < 120 and self.hero.bottom == body.top and self.hero.right > body.left and self.hero.left < body.right
        mover[1] = at + pace * seconds
        if not low <= mover[1] <= high:
            mover[1], mover[4] = max(low, min(high, mover[1])), -pace
        step = int(mover[1]) - body.x
        body.x += step
        if stands:
            self.hero.x += step

    def meet(self, seconds, before):
        stage, hero = self.stage, self.hero
        for prize in [one for one in self.prizes if hero.inflate(24, 24).collidepoint(one)]:
            self.prizes.remove(prize)
            stage.progress += 1
            stage.score += 10
        for foe in list(self.foes):
            foe[0] += foe[3] * seconds
            if foe[0] < foe[1] or foe[0] > foe[2]:
                foe[3] = -foe[3]
                foe[0] = max(foe[1], min(foe[2], foe[0]))
            body = pygame.Rect(foe[0] - 16, GROUND - 34, 32, 34)
            if hero.colliderect(body):
                if self.fall > 0 and before <= body.top + 16:
                    self.foes.remove(foe)
                    self.fall, stage.score = JUMP * 0.6, stage.score + 25
                elif stage.hurt():
                    self.start()
        if hero.top > HEIGHT:
            self.start()
            stage.safe = 0
            stage.hurt()
        elif any(hero.colliderect(spike) for spike in self.spikes) and stage.hurt():
            self.start()
        if hero.colliderect(self.door) and stage.progress >= stage.goal:
            stage.passed()

    def draw(self, screen):
        stage, look = self.stage, self.stage.look
        shift = WIDTH // 3 - self.hero.centerx
        for ground in self.grounds:
            pygame.draw.rect(screen, look["surface"], ground.move(shift, 0), border_radius=6)
            pygame.draw.rect(screen, look["prize"], (ground.x + shift, ground.y, ground.width, 4))
        for spike in self.spikes:
            spot = spike.move(shift, 0)
            for part in range(3):
                left = spot.x + part * 13
                pygame.draw.polygon(screen, look["foe"], [(left, spot.bottom), (left + 6, spot.top), (left + 13, spot.bottom)])
        is_open = stage.progress >= stage.goal
        pygame.draw.rect(screen, look["prize"] if is_open else paint.shade(look["prize"], 0.4), self.door.move(shift, 0), border_radius=8)
        for x, y in self.prizes:
            paint.sprite(screen, "star", x + shift, y, 12, look["prize"])
        for foe in self.foes:
            paint.sprite(screen, stage.foe_sprite, foe[0] + shift, GROUND - 18, 17, look["foe"])
        if stage.safe <= 0 or int(stage.safe * 10) % 2 == 0:
            paint.sprite(screen, stage.hero_sprite, self.hero.centerx + shift, self.hero.centery, 18, look["hero"])
