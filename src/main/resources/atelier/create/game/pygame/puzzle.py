"""Swap two neighbours to line up three or more of a kind."""
import pygame

from . import paint
from .stage import HEIGHT, TOP, WIDTH

SIZE, CELL = 8, 58
LEFT, UP = (WIDTH - SIZE * CELL) // 2, TOP + (HEIGHT - TOP - SIZE * CELL) // 2
SHAPES = ("gem", "star", "heart", "ball", "apple", "flower")


class Play:
    def __init__(self, stage, level):
        self.stage, self.chance = stage, stage.random
        self.kinds = 5 + (1 if level["density"] > 0.35 else 0)
        stage.goal, self.left = level["goal"] * 10, 14 + level["goal"] // 2
        self.chosen, self.cursor, self.shown = None, [3, 3], None
        self.mix()

    def mix(self):
        while True:
            self.field = [[self.chance.randrange(self.kinds) for _ in range(SIZE)] for _ in range(SIZE)]
            while self.matched():
                for column, row in self.matched():
                    self.field[column][row] = self.chance.randrange(self.kinds)
            if self.possible():
                return

    def matched(self):
        found = set()
        for a in range(SIZE):
            for b in range(SIZE - 2):
                for cells in ([(b + i, a) for i in range(3)], [(a, b + i) for i in range(3)]):
                    if len({self.field[c][r] for c, r in cells}) == 1:
                        found.update(cells)
        return found

    def turn(self, one, other):
        field = self.field
        field[one[0]][one[1]], field[other[0]][other[1]] = field[other[0]][other[1]], field[one[0]][one[1]]

    def possible(self):
        """A swap that lines something up, or None."""
        for c in range(SIZE):
            for r in range(SIZE):
                for other in ((c + 1, r), (c, r + 1)):
                    if max(other) < SIZE:
                        self.turn((c, r), other)
                        good = self.matched()
                        self.turn((c, r), other)
                        if good:
                            return (c, r), other
        return None

    def update(self, seconds):
        stage = self.stage
        for name, by in (("left", (-1, 0)), ("right", (1, 0)), ("up", (0, -1)), ("down", (0, 1))):
            if name in stage.hit:
                self.cursor = [max(0, min(SIZE - 1, self.cursor[i] + by[i])) for i in (0, 1)]
        if "extra" in stage.hit and stage.has("hint"):
            self.shown = self.possible()
        if stage.tap and LEFT <= stage.tap[0] < LEFT + SIZE * CELL and UP <= stage.tap[1] < UP + SIZE * CELL:
            self.cursor = [(stage.tap[0] - LEFT) // CELL, (stage.tap[1] - UP) // CELL]
            self.choose(tuple(self.cursor))
        elif "action" in stage.hit:
            self.choose(tuple(self.cursor))

    def choose(self, cell):
        if self.chosen and abs(cell[0] - self.chosen[0]) + abs(cell[1] - self.chosen[1]) == 1:
            self.turn(cell, self.chosen)
            if self.matched():
                self.left -= 1
                self.shown = None
                self.fall()
            else:
                self.turn(cell, self.chosen)
            self.chosen = None
            if self.left <= 0 and self.stage.progress < self.stage.goal:
                self.stage.safe = 0
                self.stage.hurt(again=True)
        else:
            self.chosen = None if self.chosen == cell else cell

    def fall(self):
        times = 1
        cells = self.matched()
        while cells:
            self.stage.progress += len(cells) * 5 * (times if self.stage.has("combo") else 1)
            self.stage.score += len(cells) * 5
            for c in range(SIZE):
                stay = [self.field[c][r] for r in range(SIZE) if (c, r) not in cells]
                self.field[c] = [self.chance.randrange(self.kinds) for _ in range(SIZE - len(stay))] + stay
            cells, times = self.matched(), times + 1
        if not self.possible():
            self.mix()

    def draw(self, screen):
        look = self.stage.look
        colours = [look["prize"], look["hero"], look["foe"], look["text"], paint.shade(look["prize"], 0.6), paint.shade(look["hero"], 0.6)]
        for c in range(SIZE):
            for r in range(SIZE):
                box = pygame.Rect(LEFT + c * CELL + 1, UP + r * CELL + 1, CELL - 2, CELL - 2)
                pygame.draw.rect(screen, look["surface"], box, border_radius=8)
                kind = self.field[c][r]
                paint.sprite(screen, SHAPES[kind], box.centerx, box.centery, 17, colours[kind])
                if (c, r) == self.chosen or (self.shown and (c, r) in self.shown):
                    pygame.draw.rect(screen, look["prize"], box, 4, border_radius=8)
                elif [c, r] == self.cursor:
                    pygame.draw.rect(screen, look["text"], box, 2, border_radius=8)
        paint.text(screen, "%d moves" % self.left, 40, TOP + 30, look["text"], size=34)
