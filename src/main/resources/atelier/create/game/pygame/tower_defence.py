"""Build towers beside the road and hold against every wave."""
import math

import pygame

from . import paint
from .stage import HEIGHT, TOP, WIDTH

CELL = 60
COLUMNS, ROWS = WIDTH // CELL, (HEIGHT - TOP) // CELL
COST, FROST = 50, 55


class Play:
    def __init__(self, stage, level):
        self.stage, self.level, chance = stage, level, stage.random
        row, self.road = chance.randrange(1, ROWS - 1), []
        for column in range(COLUMNS):
            self.road.append((column, row))
            if column % 3 == 2 and column < COLUMNS - 1:
                goal = chance.randrange(1, ROWS - 1)
                while row != goal:
                    row += 1 if goal > row else -1
                    self.road.append((column, row))
        self.towers, self.foes, self.shots = {}, [], []
        self.gold, self.base, self.coming, self.wait, self.next = 150, 10, 0, 4.0, 0.0
        self.cursor, self.frost = [COLUMNS // 2, 0], False
        stage.goal = level["goal"]

    def middle(self, cell):
        return cell[0] * CELL + CELL / 2, TOP + cell[1] * CELL + CELL / 2

    def update(self, seconds):
        stage = self.stage
        for name, by in (("left", (-1, 0)), ("right", (1, 0)), ("up", (0, -1)), ("down", (0, 1))):
            if name in stage.hit:
                self.cursor = [max(0, min((COLUMNS, ROWS)[i] - 1, self.cursor[i] + by[i])) for i in (0, 1)]
        if stage.has("slow") and ("change" in stage.hit or (stage.tap and stage.tap[1] > HEIGHT - 34)):
            self.frost = not self.frost
            stage.tap = None
        if stage.tap and stage.tap[1] > TOP:
            self.cursor = [min(COLUMNS - 1, stage.tap[0] // CELL), min(ROWS - 1, (stage.tap[1] - TOP) // CELL)]
        if stage.tap or "action" in stage.hit:
            self.build(tuple(self.cursor))
        self.send(seconds)
        for foe in list(self.foes):
            self.walk(foe, seconds)
        for tower in self.towers.values():
            self.fire(tower, seconds)
        self.shots = [(a, b, left - seconds) for a, b, left in self.shots if left > seconds]
        if self.base <= 0:
            stage.safe = 0
            stage.hurt(again=True)

    def build(self, cell):
        tower = self.towers.get(cell)
        if tower and self.stage.has("upgrade") and tower["rank"] < 3 and self.gold >= COST * (tower["rank"] + 1):
            self.gold -= COST * (tower["rank"] + 1)
            tower["rank"] += 1
        elif not tower and cell not in self.road and self.gold >= (FROST if self.frost else COST):
            self.gold -= FROST if self.frost else COST
            self.towers[cell] = {"at": self.middle(cell), "rank": 1, "reload": 0.0, "frost": self.frost}

    def send(self, seconds):
        stage = self.stage
        if self.coming == 0 and not self.foes:
            self.wait -= seconds
            early = "extra" in stage.hit and stage.has("call-wave")
            if self.wait <= 0 or early:
                self.gold += 20 if early else 0
                self.coming = 4 + int((stage.progress + 1) * (0.6 + self.level["density"]))
                self.wait = 4.0
        self.next -= seconds
        if self.coming and self.next <= 0:
            self.coming -= 1
            self.next = 0.8 / self.level["speed"]
            strong = 2 if stage.has("armour") and self.coming % 4 == 3 else 1
            health = (16 + 7 * stage.progress) * strong
            x, y = self.middle(self.road[0])
            self.foes.append({"x": x - CELL, "y": y, "to": 0, "health": health, "strong": strong, "cold": 0.0})

    def walk(self, foe, seconds):
        stage = self.stage
        x, y = self.middle(self.road[foe["to"]])
        far = math.hypot(x - foe["x"], y - foe["y"])
        foe["cold"] = max(0.0, foe["cold"] - seconds)
        step = 62 * self.level["speed"] * seconds * (0.5 if foe["cold"] else 1)
        if far <= step:
            foe["to"] += 1
            if foe["to"] == len(self.road):
                self.foes.remove(foe)
                self.base -= foe["strong"]
                self.ended()
        else:
            foe["x"] += (x - foe["x"]) / far * step
            foe["y"] += (y - foe["y"]) / far * step

    def ended(self):
        if self.coming == 0 and not self.foes and self.base > 0:
            self.stage.progress += 1

    def fire(self, tower, seconds):
        tower["reload"] -= seconds
        x, y = tower["at"]
        near = [one for one in self.foes if math.hypot(one["x"] - x, one["y"] - y) < 130 + 20 * tower["rank"]]
        if tower["reload"] > 0 or not near:
            return
        foe = max(near, key=lambda one: one["to"])
        tower["reload"] = 0.6
        foe["health"] -= (2 if tower["frost"] else 6) * tower["rank"]
        if tower["frost"]:
            foe["cold"] = 1.5
        self.shots.append(((x, y), (foe["x"], foe["y"]), 0.08))
        if foe["health"] <= 0:
            self.foes.remove(foe)
            self.gold += 8 * foe["strong"]
            self.stage.score += 10
            self.ended()

    def words(self):
        word, kind = self.stage.word, "frost" if self.frost else "bolt"
        price = "%s %d" % (word("tower-defence." + kind), FROST if self.frost else COST)
        return "%s %d   %s   %s %d" % (word("gold"), self.gold, price, word("base"), max(0, self.base))

    def draw(self, screen):
        stage, look = self.stage, self.stage.look
        for column, row in self.road:
            pygame.draw.rect(screen, look["surface"], (column * CELL, TOP + row * CELL, CELL, CELL))
        pygame.draw.rect(screen, look["text"], (self.cursor[0] * CELL + 2, TOP + self.cursor[1] * CELL + 2, CELL - 4, CELL - 4), 2)
        for tower in self.towers.values():
            paint.sprite(screen, stage.hero_sprite, tower["at"][0], tower["at"][1], 14 + 4 * tower["rank"], look["text"] if tower["frost"] else look["hero"])
        for foe in self.foes:
            paint.sprite(screen, stage.foe_sprite, foe["x"], foe["y"], 12 + 4 * foe["strong"], look["foe"])
        for start, end, _ in self.shots:
            pygame.draw.line(screen, look["prize"], start, end, 3)
        end = self.middle(self.road[-1])
        paint.sprite(screen, "heart", end[0], end[1], 20, look["prize"])
        paint.text(screen, self.words(), 16, HEIGHT - 30, look["text"])
