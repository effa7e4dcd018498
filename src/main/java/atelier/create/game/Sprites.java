package atelier.create.game;

import java.util.List;

/// The figures that every skeleton can draw from code, without an image file.
public final class Sprites {
    public static final List<String> ALL = List.of("person", "knight", "wizard", "robot", "cat", "dog", "rabbit",
            "dragon", "bird", "fish", "snake", "bug", "bee", "ghost", "slime", "alien", "rocket", "ship", "car", "tank",
            "ball", "star", "gem", "coin", "apple", "heart", "flower", "mushroom", "rock", "tree", "fox",
            "mouse", "bear", "lion", "pig", "cow", "sheep", "horse", "unicorn", "elephant", "monkey", "hedgehog",
            "frog",
            "turtle", "snail", "octopus", "crab", "spider", "butterfly", "bat", "penguin", "owl", "whale", "dino",
            "critter");

    private Sprites() {}
}
