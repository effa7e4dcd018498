"""Eat, grow, and bite neither walls nor yourself."""
import pygame

from . import paint
from .stage import HEIGHT, TOP, WIDTH

CELL = 30
COLUMNS, ROWS = WIDTH // CELL, (HEIGHT - TOP) // CELL
WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class Play:
    def __init__(self, stage, level):
        self.stage, self.chance = stage, stage.random
        self.wait = 0.16 / level["speed"]
        self.walls = {(c, r) for c in range(1, COLUMNS - 1) for r in range(1, ROWS - 1)
                      if abs(r - ROWS // 2) > 1 and self.chance.random() < level["density"] * 0.16}
        self.portals, self.extra, self.extra_left, self.hunter = [], None, 0, None
        self.start()
        if stage.has("portals"):
            self.portals = [self.free(), self.free()]
        self.food = self.free()
        if stage.has("hunter"):
            self.hunter, self.prowl = (COLUMNS - 4, 2), (-1, 0)
            self.walls.discard(self.hunter)
        self.count = 0
        stage.goal = level["goal"]

    def start(self):
        middle = ROWS // 2
        self.body, self.way, self.turns, self.clock = [(5, middle), (4, middle), (3, middle)], (1, 0), [], 0

    def free(self):
        taken = set(self.body) | set(self.portals)
        spots = [cell for cell in self.reached() if cell not in taken and sum(1 for _ in self.near(cell)) > 1]
        return self.chance.choice(spots)

    def near(self, cell):
        """Free neighbours of a cell."""
        for dc, dr in WAYS.values():
            c, r = cell[0] + dc, cell[1] + dr
            if 0 <= c < COLUMNS and 0 <= r < ROWS and (c, r) not in self.walls:
                yield c, r

    def reached(self):
        """Cells that a snake can get to: nothing is laid where walls shut it off or leave no way out."""
        found, waiting = {self.body[0]}, [self.body[0]]
        while waiting:
            for cell in self.near(waiting.pop()):
                if cell not in found:
                    found.add(cell)
                    waiting.append(cell)
        return sorted(found)

    def update(self, seconds):
        for name in ("left", "right", "up", "down"):
            if name in self.stage.hit and len(self.turns) < 2:
                self.turns.append(WAYS[name])
        self.clock += seconds
        eaten = min(20, self.stage.progress) if self.stage.has("speed-up") else 0
        wait = self.wait * (1 - eaten * 0.02)
        while self.clock >= wait and self.stage.scene == "play":
            self.clock -= wait
            self.step()

    def step(self):
        stage = self.stage
        if self.turns:
            turn = self.turns.pop(0)
            if turn != (-self.way[0], -self.way[1]):
                self.way = turn
        head = (self.body[0][0] + self.way[0], self.body[0][1] + self.way[1])
        if head in self.portals:
            head = self.portals[1 - self.portals.index(head)]
        self.count += 1
        if self.hunter and self.count % 2 == 0:
            self.hunt()
        outside = not (0 <= head[0] < COLUMNS and 0 <= head[1] < ROWS)
        if outside or head in self.walls or head in self.body[:-1] or (self.hunter and self.hunter in [head] + self.body):
            self.start()
            if self.hunter in self.body:
                self.hunter = (COLUMNS - 4, 2)
            stage.safe = 0
            stage.hurt()
            return
        self.body.insert(0, head)
        if head == self.food:
            stage.progress += 1
            stage.score += 10
            self.food = self.free()
            if not self.extra and self.chance.random() < 0.3:
                kinds = [one for one in ("bonus", "shrink") if stage.has(one)]
                if kinds:
                    self.extra, self.extra_left = (self.chance.choice(kinds), self.free()), 40
        else:
            self.body.pop()
        self.extra_left -= 1
        if self.extra and head == self.extra[1]:
            if self.extra[0] == "bonus":
                stage.progress += 3
                stage.score += 30
            else:
                self.body = self.body[:max(3, len(self.body) // 2)]
            self.extra = None
        elif self.extra_left <= 0:
            self.extra = None

    def hunt(self):
        """The foe goes straight on, now and then round a corner, never into a wall."""
        ways = [self.prowl] if self.chance.random() < 0.8 else []
        others = list(WAYS.values())
        self.chance.shuffle(others)
        for way in ways + others:
            cell = (self.hunter[0] + way[0], self.hunter[1] + way[1])
            if 0 <= cell[0] < COLUMNS and 0 <= cell[1] < ROWS and cell not in self.walls and cell not in self.portals:
                self.hunter, self.prowl = cell, way
                return

    def draw(self, screen):
        stage, look = self.stage, self.stage.look
        pygame.draw.rect(screen, look["surface"], (0, TOP, COLUMNS * CELL, ROWS * CELL), 2)

        def place(cell):
            return cell[0] * CELL + CELL // 2, TOP + cell[1] * CELL + CELL // 2
        for cell in self.walls:
            pygame.draw.rect(screen, look["surface"], (cell[0] * CELL + 1, TOP + cell[1] * CELL + 1, CELL - 2, CELL - 2), border_radius=6)
        for cell in self.portals:
            pygame.draw.circle(screen, look["text"], place(cell), CELL // 2 - 2, 4)
        paint.sprite(screen, "apple", *place(self.food), CELL // 2 - 4, look["prize"])
        if self.extra:
            paint.sprite(screen, "star" if self.extra[0] == "bonus" else "gem", *place(self.extra[1]), CELL // 2 - 2, look["foe"])
        if self.hunter:
            paint.sprite(screen, stage.foe_sprite, *place(self.hunter), CELL // 2, look["foe"])
        for number, cell in enumerate(reversed(self.body[1:])):
            pygame.draw.circle(screen, paint.shade(look["hero"], 0.6 + 0.4 * number / len(self.body)), place(cell), CELL // 2 - 2)
        paint.sprite(screen, stage.hero_sprite, *place(self.body[0]), CELL // 2, look["hero"])
