using System.Collections.Generic;
using UnityEngine;

/// <summary>Gather the prizes of a room, keep away from pursuers, leave by the door.</summary>
public sealed class Rules
{
    public const bool HasExit = true;
    const float Cell = 40;

    sealed class Hunter
    {
        public Vector2 At;
        public float Stunned;
    }

    readonly Stage stage;
    readonly List<Rect> walls = new List<Rect>();
    readonly List<Vector2> prizes = new List<Vector2>(), hearts = new List<Vector2>();
    readonly List<Hunter> foes = new List<Hunter>();
    readonly Vector2 door;
    readonly float hunt;
    Vector2 hero = new Vector2(60, Stage.Top + 60);
    float swing;

    public Rules(Stage stage, Design.Level level)
    {
        this.stage = stage;
        hunt = 75 * level.speed;
        var spots = new List<Vector2>();
        for (var c = 0; c < 24; c++)
        {
            for (var r = 0; r < 12; r++)
            {
                var at = new Vector2(c * Cell + Cell / 2, Stage.Top + r * Cell + Cell / 2);
                // Blocks stand on every other cell only, so that no way is ever closed.
                if (c % 2 == 1 && r % 2 == 1 && c + r > 4 && stage.Random() < level.density)
                {
                    walls.Add(new Rect(at.x - 19, at.y - 19, 38, 38));
                }
                else if (c + r > 4)
                {
                    spots.Insert(stage.Between(0, spots.Count), at);
                }
            }
        }
        for (var i = 0; i < level.goal + 2; i++)
        {
            prizes.Add(Pop(spots, 0));
        }
        if (stage.Has("heal"))
        {
            hearts.Add(Pop(spots, 0));
        }
        door = Pop(spots, 0);
        for (var i = 0; i < 2 + (int)(level.density * 5); i++)
        {
            foes.Add(new Hunter { At = Pop(spots, 480) });
        }
    }

    static Vector2 Pop(List<Vector2> spots, float least)
    {
        var index = spots.FindLastIndex(one => one.x >= least);
        var spot = spots[index];
        spots.RemoveAt(index);
        return spot;
    }

    Vector2 Walk(Vector2 from, Vector2 by)
    {
        var to = from;
        foreach (var step in new[] { new Vector2(by.x, 0), new Vector2(0, by.y) })
        {
            var next = to + step;
            next.x = Mathf.Clamp(next.x, 14, Stage.Width - 14);
            next.y = Mathf.Clamp(next.y, Stage.Top + 14, Stage.Height - 14);
            var body = new Rect(next.x - 13, next.y - 13, 26, 26);
            if (!walls.Exists(one => one.Overlaps(body)))
            {
                to = next;
            }
        }
        return to;
    }

    public void Update(float seconds)
    {
        var way = new Vector2(stage.Way("left", "right"), stage.Way("up", "down")).normalized;
        hero = Walk(hero, way * 190 * seconds);
        swing -= seconds;
        if (stage.Has("strike") && stage.Hit("action") && swing < -0.3f)
        {
            swing = 0.2f;
        }
        foreach (var foe in foes)
        {
            var to = hero - foe.At;
            foe.Stunned = Mathf.Max(0, foe.Stunned - seconds);
            if (swing > 0 && to.magnitude < 75)
            {
                foe.Stunned = 1.2f;
                foe.At = Walk(foe.At, -to.normalized * 400 * seconds);
            }
            else if (to.magnitude < 300 && foe.Stunned <= 0)
            {
                foe.At = Walk(foe.At, to.normalized * hunt * seconds);
            }
            if (to.magnitude < 28 && foe.Stunned <= 0)
            {
                stage.Hurt();
            }
        }
        var found = prizes.RemoveAll(one => Vector2.Distance(one, hero) < 28);
        stage.Gain(10 * found, found);
        stage.Lives = Mathf.Min(5, stage.Lives + hearts.RemoveAll(one => Vector2.Distance(one, hero) < 28));
        if (stage.Progress >= stage.Goal && Vector2.Distance(door, hero) < 26)
        {
            stage.Passed();
        }
    }

    public void Draw()
    {
        foreach (var wall in walls)
        {
            Paint.Box(wall, stage.Surface);
        }
        var open = stage.Progress >= stage.Goal;
        Paint.Box(new Rect(door.x - 18, door.y - 18, 36, 36), open ? stage.Prize : Paint.Shade(stage.Prize, 0.4f));
        foreach (var prize in prizes)
        {
            Paint.Figure("gem", prize, 11, stage.Prize);
        }
        foreach (var heart in hearts)
        {
            Paint.Figure("heart", heart, 12, stage.Foe);
        }
        foreach (var foe in foes)
        {
            Paint.Figure(stage.FoeSprite, foe.At, 15, Paint.Shade(stage.Foe, foe.Stunned > 0 ? 0.5f : 1));
        }
        if (swing > 0)
        {
            Paint.Ring(hero, 60, stage.Prize);
        }
        if (!stage.Blinks)
        {
            Paint.Figure(stage.HeroSprite, hero, 16, stage.Hero);
        }
    }
}
