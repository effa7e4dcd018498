using System.Collections.Generic;
using System.Linq;
using UnityEngine;

/// <summary>Build towers beside the road and hold against every wave.</summary>
public sealed class Rules
{
    public const bool HasExit = false;
    const float Cell = 60;
    const int Columns = 16, Rows = 8, Cost = 50;

    sealed class Tower
    {
        public Vector2 At;
        public int Rank = 1;
        public float Reload;
    }

    sealed class Raider
    {
        public Vector2 At;
        public int To, Strong;
        public float Health;
    }

    sealed class Shot
    {
        public Vector2 To;
        public float Left;
    }

    readonly Stage stage;
    readonly Design.Level level;
    readonly List<Vector2Int> road = new List<Vector2Int>();
    readonly Dictionary<Vector2Int, Tower> towers = new Dictionary<Vector2Int, Tower>();
    readonly List<Raider> foes = new List<Raider>();
    readonly List<Shot> shots = new List<Shot>();
    Vector2Int cursor = new Vector2Int(8, 0);
    int gold = 150, health = 10, coming;
    float wait = 4, next;

    public Rules(Stage stage, Design.Level level)
    {
        this.stage = stage;
        this.level = level;
        var row = stage.Between(1, Rows - 2);
        for (var column = 0; column < Columns; column++)
        {
            road.Add(new Vector2Int(column, row));
            if (column % 3 != 2 || column == Columns - 1)
            {
                continue;
            }
            var to = stage.Between(1, Rows - 2);
            while (row != to)
            {
                row += to > row ? 1 : -1;
                road.Add(new Vector2Int(column, row));
            }
        }
    }

    static Vector2 Middle(Vector2Int cell)
    {
        return new Vector2(cell.x * Cell + Cell / 2, Stage.Top + cell.y * Cell + Cell / 2);
    }

    public void Update(float seconds)
    {
        foreach (var pair in Stage.Ways)
        {
            cursor += stage.Hit(pair.Key) ? pair.Value : Vector2Int.zero;
        }
        if (stage.Tap != null && stage.Tap.Value.y > Stage.Top)
        {
            cursor = new Vector2Int((int)(stage.Tap.Value.x / Cell), (int)((stage.Tap.Value.y - Stage.Top) / Cell));
        }
        cursor.Clamp(Vector2Int.zero, new Vector2Int(Columns - 1, Rows - 1));
        if (stage.Tap != null || stage.Hit("action"))
        {
            Build(cursor);
        }
        Send(seconds);
        foreach (var foe in foes.ToList())
        {
            Walk(foe, seconds);
        }
        shots.RemoveAll(one => (one.Left -= seconds) <= 0);
        foreach (var tower in towers.Values)
        {
            Fire(tower, seconds);
        }
        if (health <= 0)
        {
            stage.Hurt(true, true);
        }
    }

    void Build(Vector2Int cell)
    {
        if (towers.TryGetValue(cell, out var tower))
        {
            var price = Cost * (tower.Rank + 1);
            if (stage.Has("upgrade") && tower.Rank < 3 && gold >= price)
            {
                gold -= price;
                tower.Rank++;
            }
        }
        else if (gold >= Cost && !road.Contains(cell))
        {
            gold -= Cost;
            towers[cell] = new Tower { At = Middle(cell) };
        }
    }

    void Send(float seconds)
    {
        if (coming == 0 && foes.Count == 0)
        {
            wait -= seconds;
            var early = stage.Hit("extra") && stage.Has("call-wave");
            if (wait <= 0 || early)
            {
                gold += early ? 20 : 0;
                coming = 4 + (int)((stage.Progress + 1) * (0.6f + level.density));
                wait = 4;
            }
        }
        next -= seconds;
        if (coming > 0 && next <= 0)
        {
            coming--;
            next = 0.8f / level.speed;
            var strong = stage.Has("armour") && coming % 4 == 3 ? 2 : 1;
            foes.Add(new Raider { At = Middle(road[0]) - new Vector2(Cell, 0), Strong = strong, Health = (16 + 7 * stage.Progress) * strong });
        }
    }

    void Walk(Raider foe, float seconds)
    {
        var to = Middle(road[foe.To]);
        foe.At = Vector2.MoveTowards(foe.At, to, 62 * level.speed * seconds);
        if (foe.At != to)
        {
            return;
        }
        foe.To++;
        if (foe.To == road.Count)
        {
            foes.Remove(foe);
            health -= foe.Strong;
            Ended();
        }
    }

    void Ended()
    {
        if (coming == 0 && foes.Count == 0 && health > 0)
        {
            stage.Gain(0, 1);
        }
    }

    void Fire(Tower tower, float seconds)
    {
        tower.Reload -= seconds;
        if (tower.Reload > 0)
        {
            return;
        }
        var foe = foes.Where(one => Vector2.Distance(one.At, tower.At) < 130 + 20 * tower.Rank).OrderByDescending(one => one.To).FirstOrDefault();
        if (foe == null)
        {
            return;
        }
        tower.Reload = 0.6f;
        foe.Health -= 6 * tower.Rank;
        shots.Add(new Shot { To = foe.At, Left = 0.1f });
        if (foe.Health <= 0)
        {
            foes.Remove(foe);
            gold += 8 * foe.Strong;
            stage.Score += 10;
            Ended();
        }
    }

    public void Draw()
    {
        foreach (var cell in road)
        {
            Paint.Box(new Rect(cell.x * Cell, Stage.Top + cell.y * Cell, Cell, Cell), stage.Surface);
        }
        Paint.Frame(new Rect(cursor.x * Cell + 2, Stage.Top + cursor.y * Cell + 2, Cell - 4, Cell - 4), 2, stage.Text);
        foreach (var tower in towers.Values)
        {
            Paint.Figure(stage.HeroSprite, tower.At, 14 + 4 * tower.Rank, stage.Hero);
        }
        foreach (var foe in foes)
        {
            Paint.Figure(stage.FoeSprite, foe.At, 12 + 4 * foe.Strong, stage.Foe);
        }
        foreach (var shot in shots)
        {
            Paint.Ring(shot.To, 22, stage.Prize);
        }
        Paint.Figure("heart", Middle(road[road.Count - 1]), 20, stage.Prize);
        Paint.Words(stage.Design.words.gold + " " + gold + "   " + stage.Design.words.tower + " " + Cost + "   " + stage.Design.words.@base + " " + Mathf.Max(0, health), new Rect(16, Stage.Height - 36, 500, 30), stage.Text);
    }
}
