using System.Collections.Generic;
using System.Linq;
using UnityEngine;

/// <summary>Swap two neighbours to line up three or more of a kind.</summary>
public sealed class Rules
{
    public const bool HasExit = false;
    const int Size = 8;
    const float Cell = 58, Left = 248, Up = 60;
    static readonly string[] Shapes = { "gem", "star", "heart", "ball", "apple", "flower" };

    readonly Stage stage;
    readonly int kinds;
    readonly int[,] field = new int[Size, Size];
    int moves;
    Vector2Int cursor = new Vector2Int(3, 3);
    Vector2Int? chosen;
    List<Vector2Int> shown = new List<Vector2Int>();

    public Rules(Stage stage, Design.Level level)
    {
        this.stage = stage;
        kinds = level.density > 0.35f ? 6 : 5;
        moves = 14 + level.goal / 2;
        stage.Goal = level.goal * 10;
        Mix();
    }

    int Any()
    {
        return stage.Between(0, kinds - 1);
    }

    void Mix()
    {
        do
        {
            for (var c = 0; c < Size; c++)
            {
                for (var r = 0; r < Size; r++)
                {
                    field[c, r] = Any();
                }
            }
            for (var found = Matched(); found.Count > 0; found = Matched())
            {
                foreach (var cell in found)
                {
                    field[cell.x, cell.y] = Any();
                }
            }
        }
        while (Possible().Count == 0);
    }

    HashSet<Vector2Int> Matched()
    {
        var found = new HashSet<Vector2Int>();
        for (var a = 0; a < Size; a++)
        {
            for (var b = 0; b < Size - 2; b++)
            {
                if (field[b, a] == field[b + 1, a] && field[b, a] == field[b + 2, a])
                {
                    found.UnionWith(Enumerable.Range(b, 3).Select(i => new Vector2Int(i, a)));
                }
                if (field[a, b] == field[a, b + 1] && field[a, b] == field[a, b + 2])
                {
                    found.UnionWith(Enumerable.Range(b, 3).Select(i => new Vector2Int(a, i)));
                }
            }
        }
        return found;
    }

    void Turn(Vector2Int one, Vector2Int other)
    {
        var kept = field[one.x, one.y];
        field[one.x, one.y] = field[other.x, other.y];
        field[other.x, other.y] = kept;
    }

    /// <summary>Two cells whose swap lines something up, or none.</summary>
    List<Vector2Int> Possible()
    {
        for (var c = 0; c < Size; c++)
        {
            for (var r = 0; r < Size; r++)
            {
                foreach (var by in new[] { new Vector2Int(1, 0), new Vector2Int(0, 1) })
                {
                    var one = new Vector2Int(c, r);
                    var other = one + by;
                    if (other.x >= Size || other.y >= Size)
                    {
                        continue;
                    }
                    Turn(one, other);
                    var good = Matched().Count > 0;
                    Turn(one, other);
                    if (good)
                    {
                        return new List<Vector2Int> { one, other };
                    }
                }
            }
        }
        return new List<Vector2Int>();
    }

    public void Update(float seconds)
    {
        foreach (var pair in Stage.Ways)
        {
            if (stage.Hit(pair.Key))
            {
                cursor += pair.Value;
                cursor.Clamp(Vector2Int.zero, new Vector2Int(Size - 1, Size - 1));
            }
        }
        if (stage.Hit("extra") && stage.Has("hint"))
        {
            shown = Possible();
        }
        if (stage.Tap != null && new Rect(Left, Up, Size * Cell, Size * Cell).Contains(stage.Tap.Value))
        {
            cursor = new Vector2Int((int)((stage.Tap.Value.x - Left) / Cell), (int)((stage.Tap.Value.y - Up) / Cell));
            Choose(cursor);
        }
        else if (stage.Hit("action"))
        {
            Choose(cursor);
        }
    }

    void Choose(Vector2Int cell)
    {
        if (chosen == null || Mathf.Abs(cell.x - chosen.Value.x) + Mathf.Abs(cell.y - chosen.Value.y) != 1)
        {
            chosen = chosen == cell ? (Vector2Int?)null : cell;
            return;
        }
        Turn(cell, chosen.Value);
        if (Matched().Count == 0)
        {
            Turn(cell, chosen.Value);
            chosen = null;
            return;
        }
        chosen = null;
        shown.Clear();
        moves--;
        Drop();
        if (moves <= 0 && stage.Playing)
        {
            stage.Hurt(true, true);
        }
    }

    void Drop()
    {
        var times = 1;
        for (var found = Matched(); found.Count > 0; found = Matched())
        {
            for (var c = 0; c < Size; c++)
            {
                var stay = Enumerable.Range(0, Size).Where(r => !found.Contains(new Vector2Int(c, r))).Select(r => field[c, r]).ToList();
                while (stay.Count < Size)
                {
                    stay.Insert(0, Any());
                }
                for (var r = 0; r < Size; r++)
                {
                    field[c, r] = stay[r];
                }
            }
            stage.Gain(found.Count * 5, found.Count * 5 * (stage.Has("combo") ? times : 1));
            times++;
        }
        if (Possible().Count == 0)
        {
            Mix();
        }
    }

    public void Draw()
    {
        var colors = new[] { stage.Prize, stage.Hero, stage.Foe, stage.Text, Paint.Shade(stage.Prize, 0.6f), Paint.Shade(stage.Hero, 0.6f) };
        for (var c = 0; c < Size; c++)
        {
            for (var r = 0; r < Size; r++)
            {
                var cell = new Vector2Int(c, r);
                var box = new Rect(Left + c * Cell + 1, Up + r * Cell + 1, Cell - 2, Cell - 2);
                Paint.Box(box, stage.Surface);
                Paint.Figure(Shapes[field[c, r]], box.center, 17, colors[field[c, r]]);
                if (chosen == cell || shown.Contains(cell))
                {
                    Paint.Frame(box, 4, stage.Prize);
                }
                else if (cursor == cell)
                {
                    Paint.Frame(box, 2, stage.Text);
                }
            }
        }
        Paint.Words(stage.Design.words.moves.Replace("{n}", moves.ToString()), new Rect(40, Stage.Top + 20, 200, 40), stage.Text, 26);
    }
}
