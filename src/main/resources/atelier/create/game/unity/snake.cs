using System.Collections.Generic;
using System.Linq;
using UnityEngine;

/// <summary>Eat, grow, and bite neither walls nor yourself.</summary>
public sealed class Rules
{
    public const bool HasExit = false;
    const float Cell = 30;
    const int Columns = 32, Rows = 16;

    readonly Stage stage;
    readonly HashSet<Vector2Int> walls = new HashSet<Vector2Int>();
    readonly List<Vector2Int> portals = new List<Vector2Int>();
    readonly float wait;
    List<Vector2Int> body = new List<Vector2Int>();
    readonly Queue<Vector2Int> turns = new Queue<Vector2Int>();
    Vector2Int way, food, extraAt;
    string extra = "";
    int extraLeft;
    float clock;

    public Rules(Stage stage, Design.Level level)
    {
        this.stage = stage;
        wait = 0.16f / level.speed;
        for (var c = 1; c < Columns - 1; c++)
        {
            for (var r = 1; r < Rows - 1; r++)
            {
                if (Mathf.Abs(r - 8) > 1 && stage.Random() < level.density * 0.16f)
                {
                    walls.Add(new Vector2Int(c, r));
                }
            }
        }
        Begin();
        if (stage.Has("portals"))
        {
            portals.Add(Empty());
            portals.Add(Empty());
        }
        food = Empty();
    }

    void Begin()
    {
        body = new List<Vector2Int> { new Vector2Int(5, 8), new Vector2Int(4, 8), new Vector2Int(3, 8) };
        way = new Vector2Int(1, 0);
        turns.Clear();
        clock = 0;
    }

    Vector2Int Empty()
    {
        while (true)
        {
            var cell = new Vector2Int(stage.Between(0, Columns - 1), stage.Between(0, Rows - 1));
            if (!walls.Contains(cell) && !body.Contains(cell) && !portals.Contains(cell))
            {
                return cell;
            }
        }
    }

    public void Update(float seconds)
    {
        foreach (var pair in Stage.Ways)
        {
            if (stage.Hit(pair.Key) && turns.Count < 2)
            {
                turns.Enqueue(pair.Value);
            }
        }
        if (stage.Tap != null)
        {
            var to = stage.Tap.Value - Middle(body[0]);
            turns.Enqueue(Mathf.Abs(to.x) > Mathf.Abs(to.y) ? new Vector2Int(to.x > 0 ? 1 : -1, 0) : new Vector2Int(0, to.y > 0 ? 1 : -1));
        }
        clock += seconds;
        var pause = wait * (1 - (stage.Has("speed-up") ? Mathf.Min(20, stage.Progress) * 0.02f : 0));
        while (clock >= pause && stage.Playing)
        {
            clock -= pause;
            Step();
        }
    }

    void Step()
    {
        if (turns.Count > 0)
        {
            var turn = turns.Dequeue();
            way = turn != -way ? turn : way;
        }
        var head = body[0] + way;
        var portal = portals.IndexOf(head);
        if (portal >= 0)
        {
            head = portals[1 - portal];
        }
        var outside = head.x < 0 || head.y < 0 || head.x >= Columns || head.y >= Rows;
        if (outside || walls.Contains(head) || body.Take(body.Count - 1).Contains(head))
        {
            Begin();
            stage.Hurt(false, true);
            return;
        }
        body.Insert(0, head);
        if (head == food)
        {
            food = Empty();
            Offer();
            stage.Gain(10, 1);
        }
        else
        {
            body.RemoveAt(body.Count - 1);
        }
        extraLeft--;
        if (extra != "" && head == extraAt)
        {
            if (extra == "bonus")
            {
                stage.Gain(30, 3);
            }
            else
            {
                body = body.Take(Mathf.Max(3, body.Count / 2)).ToList();
            }
            extra = "";
        }
        else if (extraLeft <= 0)
        {
            extra = "";
        }
    }

    void Offer()
    {
        var kinds = new[] { "bonus", "shrink" }.Where(stage.Has).ToList();
        if (extra == "" && kinds.Count > 0 && stage.Random() < 0.3f)
        {
            extra = kinds[stage.Between(0, kinds.Count - 1)];
            extraAt = Empty();
            extraLeft = 40;
        }
    }

    static Vector2 Middle(Vector2Int cell)
    {
        return new Vector2(cell.x * Cell + Cell / 2, Stage.Top + cell.y * Cell + Cell / 2);
    }

    public void Draw()
    {
        Paint.Frame(new Rect(0, Stage.Top, Columns * Cell, Rows * Cell), 2, stage.Surface);
        foreach (var cell in walls)
        {
            Paint.Box(new Rect(cell.x * Cell + 1, Stage.Top + cell.y * Cell + 1, Cell - 2, Cell - 2), stage.Surface);
        }
        foreach (var cell in portals)
        {
            Paint.Ring(Middle(cell), 13, stage.Text);
        }
        Paint.Figure("apple", Middle(food), 11, stage.Prize);
        if (extra != "")
        {
            Paint.Figure(extra == "bonus" ? "star" : "gem", Middle(extraAt), 13, stage.Foe);
        }
        for (var i = body.Count - 1; i > 0; i--)
        {
            Paint.Circle(Middle(body[i]), 13, Paint.Shade(stage.Hero, 0.75f));
        }
        if (!stage.Blinks)
        {
            Paint.Figure(stage.HeroSprite, Middle(body[0]), 15, stage.Hero);
        }
    }
}
