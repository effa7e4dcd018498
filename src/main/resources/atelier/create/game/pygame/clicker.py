"""Tap, earn, spend on more."""
import pygame

from . import paint
from .stage import HEIGHT, TOP, WIDTH


class Play:
    def __init__(self, stage, level):
        self.stage, self.chance, self.level = stage, stage.random, level
        self.money, self.each, self.workers, self.bounce, self.row, self.since = 0.0, 1, 0, 0.0, 0, 9.0
        self.price = {"upgrade": 12.0, "workers": 25.0}
        self.golden, self.golden_left, self.next_golden = None, 0.0, 8.0
        self.thief, self.thief_left, self.next_thief = None, 0.0, 11.0
        self.buttons = {name: pygame.Rect(WIDTH - 300, TOP + 80 + 110 * at, 260, 84)
                        for at, name in enumerate(("upgrade", "workers"))}
        stage.goal = level["goal"] * 10

    def earn(self, amount):
        self.money += amount
        self.gained = getattr(self, "gained", 0.0) + amount
        self.stage.progress = int(self.gained)

    def update(self, seconds):
        stage = self.stage
        self.bounce, self.since = max(0, self.bounce - seconds), self.since + seconds
        if self.workers:
            self.earn(self.workers * seconds / self.level["speed"])
        if stage.tap:
            bought = next((name for name, box in self.buttons.items() if box.collidepoint(stage.tap)), None)
            if bought:
                self.buy(bought)
            elif self.golden and abs(stage.tap[0] - self.golden[0]) < 40 and abs(stage.tap[1] - self.golden[1]) < 40:
                self.golden = None
                self.earn(self.each * 20)
            elif self.thief and abs(stage.tap[0] - self.thief[0]) < 40 and abs(stage.tap[1] - self.thief[1]) < 40:
                self.chase()
            else:
                self.pay()
        if self.thief and "extra" in stage.hit:
            self.chase()
        if stage.has("thief"):
            self.steal(seconds)
        if "action" in stage.hit:
            self.pay()
        if "up" in stage.hit:
            self.buy("upgrade")
        if "down" in stage.hit:
            self.buy("workers")
        self.next_golden -= seconds
        if stage.has("golden") and self.next_golden <= 0 and not self.golden:
            self.golden = (self.chance.randint(80, 560), self.chance.randint(TOP + 60, HEIGHT - 60))
            self.golden_left, self.next_golden = 4.0, 14.0
        self.golden_left -= seconds
        if self.golden_left <= 0:
            self.golden = None

    def chase(self):
        self.thief = None
        self.earn(self.each * 3)

    def steal(self, seconds):
        """A foe comes for a fifth of the purse and leaves with it unless it is tapped away."""
        self.next_thief -= seconds
        self.thief_left -= seconds
        if not self.thief and self.next_thief <= 0:
            self.thief = (self.chance.randint(80, 560), self.chance.randint(TOP + 60, HEIGHT - 60))
            self.thief_left, self.next_thief = 5.0, 16.0
        elif self.thief and self.thief_left <= 0:
            self.thief = None
            self.money -= self.money // 5

    def pay(self):
        self.row = self.row + 1 if self.since < 0.6 else 1
        self.since, self.bounce = 0.0, 0.12
        amount = self.each
        if self.stage.has("combo") and self.row >= 8:
            amount *= 2
        if self.stage.has("critical") and self.chance.random() < 0.05:
            amount *= 10
        self.earn(amount)
        self.stage.score += 1

    def buy(self, name):
        if self.money >= self.price[name]:
            self.money -= self.price[name]
            self.price[name] *= 1.35 + 0.1 * self.level["density"]
            if name == "upgrade":
                self.each += 1
            else:
                self.workers += 1

    def draw(self, screen):
        stage, look = self.stage, self.stage.look
        paint.sprite(screen, stage.hero_sprite, 320, 300, int(90 + 40 * self.bounce * 5), look["hero"])
        paint.text(screen, "%d" % self.money, 320, TOP + 20, look["prize"], size=56, middle=True)
        for name, box in self.buttons.items():
            ready = self.money >= self.price[name]
            pygame.draw.rect(screen, look["surface"], box, border_radius=10)
            pygame.draw.rect(screen, look["prize"] if ready else look["surface"], box, 3, border_radius=10)
            label = next((one["name"] for one in stage.design["mechanics"] if one["id"] == name), name)
            owned = self.each - 1 if name == "upgrade" else self.workers
            paint.text(screen, "%s  x%d" % (label[:18], owned), box.x + 16, box.y + 14, look["text"])
            paint.text(screen, "%d" % self.price[name], box.x + 16, box.y + 48, look["prize"])
        if self.thief:
            paint.sprite(screen, stage.foe_sprite, self.thief[0], self.thief[1], 28, look["foe"])
        if self.golden:
            paint.sprite(screen, "star", self.golden[0], self.golden[1], 30, look["prize"])
