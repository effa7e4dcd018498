using System;

/// <summary>The game as data, as design.json has it.</summary>
[Serializable]
public sealed class Design
{
    public string title;
    public string description;
    public string archetype;
    public long seed;
    public Story story;
    public Mechanic[] mechanics;
    public Figure protagonist;
    public Figure[] others;
    public Level[] levels;
    public Look look;
    public Words words;

    /// <summary>What the game says by itself, in its language; {n} stands for a number.</summary>
    [Serializable]
    public sealed class Words
    {
        public string passed;
        public string once;
        public string paused;
        public string won;
        public string ready;
        public string moves;
        public string gold;
        public string tower;
        public string @base;
    }

    [Serializable]
    public sealed class Story
    {
        public string premise;
        public Act[] acts;
    }

    [Serializable]
    public sealed class Act
    {
        public string title;
        public string summary;
        public int firstLevel;
        public int lastLevel;
    }

    [Serializable]
    public sealed class Mechanic
    {
        public string id;
        public string name;
        public string rule;
    }

    [Serializable]
    public sealed class Figure
    {
        public string name;
        public string role;
        public string description;
        public string sprite;
    }

    [Serializable]
    public sealed class Level
    {
        public int number;
        public string name;
        public string objective;
        public float speed;
        public float density;
        public int goal;
    }

    [Serializable]
    public sealed class Look
    {
        public string background;
        public string surface;
        public string hero;
        public string foe;
        public string prize;
        public string text;
    }
}
