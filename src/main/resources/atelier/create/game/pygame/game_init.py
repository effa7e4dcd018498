"""The rules of each kind of game, and the stage they are played on."""
