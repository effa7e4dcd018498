"""Swap two neighbours to line up three or more of a kind."""
import pygame

from . import paint
from .stage import HEIGHT, TOP, WIDTH

SIZE, CELL = 8, 58
LEFT, UP = (WIDTH - SIZE * CELL) // 2, TOP + (HEIGHT - TOP - SIZE * CELL) // 2
BOMB, STONE = 10, -1
SHAPES = ("gem", "star", "heart", "ball", "apple", "flower")


class Play:
    def __init__(self, stage, level):
        self.stage, self.chance = stage, stage.random
        self.kinds = 5 + (1 if level["density"] > 0.35 else 0)
        stage.goal, self.left = level["goal"] * 10, 14 + level["goal"] // 2
        self.chosen, self.cursor, self.shown = None, [3, 3], None
        # A number is a kind, and a bomb where BOMB is added to it; STONE stays where it is.
        cells = [(c, r) for c in range(SIZE) for r in range(SIZE)]
        self.stones = set(self.chance.sample(cells, 2 + round(level["density"] * 6))) if stage.has("stones") else set()
        self.mix()

    def mix(self):
        while True:
            self.field = [[STONE if (c, r) in self.stones else self.chance.randrange(self.kinds) for r in range(SIZE)] for c in range(SIZE)]
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
                    kinds = {self.field[c][r] for c, r in cells}
                    if STONE not in kinds and len({kind % BOMB for kind in kinds}) == 1:
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
                    if max(other) < SIZE and not self.stones & {(c, r), other}:
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
        if cell in self.stones:
            return
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

    def four(self, cells):
        """The middle of four of a kind in a line, or None."""
        for c, r in sorted(cells):
            for dc, dr in ((1, 0), (0, 1)):
                line = [(c + dc * i, r + dr * i) for i in range(4)]
                if set(line) <= cells and len({self.field[a][b] % BOMB for a, b in line}) == 1:
                    return line[1]
        return None

    def blown(self, cells):
        """With the neighbours of every bomb among them."""
        waiting, done = set(cells), set()
        while waiting:
            c, r = waiting.pop()
            done.add((c, r))
            if self.field[c][r] >= BOMB:
                near = {(c + dc, r + dr) for dc in (-1, 0, 1) for dr in (-1, 0, 1)}
                waiting |= {one for one in near if 0 <= min(one) and max(one) < SIZE} - done
        return done

    def clear(self, cells, bomb):
        near = {(c + dc, r + dr) for c, r in cells for dc, dr in ((0, 1), (1, 0), (0, -1), (-1, 0))}
        self.stones -= near | cells
        kind = self.field[bomb[0]][bomb[1]] % BOMB + BOMB if bomb else 0
        for c in range(SIZE):
            top = 0
            for end in [r for r in range(SIZE) if (c, r) in self.stones] + [SIZE]:
                stay = [BOMB + kind % BOMB if (c, r) == bomb else self.field[c][r] for r in range(top, end)
                        if ((c, r) not in cells or (c, r) == bomb) and self.field[c][r] != STONE]
                fresh = [self.chance.randrange(self.kinds) for _ in range(end - top - len(stay))]
                self.field[c][top:end] = fresh + stay
                top = end + 1

    def fall(self):
        times = 1
        cells = self.matched()
        while cells:
            bomb = self.four(cells) if self.stage.has("bombs") else None
            cells = self.blown(cells)
            self.stage.progress += len(cells) * 5 * (times if self.stage.has("combo") else 1)
            self.stage.score += len(cells) * 5
            self.clear(cells, bomb)
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
                if kind == STONE:
                    pygame.draw.rect(screen, paint.shade(look["text"], 0.5), box.inflate(-12, -12), border_radius=14)
                    continue
                paint.sprite(screen, SHAPES[kind % BOMB], box.centerx, box.centery, 17, colours[kind % BOMB])
                if kind >= BOMB:
                    paint.ring(screen, box.centerx, box.centery, 24, look["text"])
                if (c, r) == self.chosen or (self.shown and (c, r) in self.shown):
                    pygame.draw.rect(screen, look["prize"], box, 4, border_radius=8)
                elif [c, r] == self.cursor:
                    pygame.draw.rect(screen, look["text"], box, 2, border_radius=8)
        paint.text(screen, self.stage.word("moves", n=self.left), 40, TOP + 30, look["text"], size=34)
