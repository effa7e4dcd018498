using System.Collections.Generic;
using System.Linq;
using UnityEngine;

/// <summary>Bring down what comes, dodge the rest.</summary>
public sealed class Rules
{
    public const bool HasExit = false;

    sealed class Raider
    {
        public Vector2 At;
        public float Weave, Phase;
    }

    readonly Stage stage;
    readonly Design.Level level;
    readonly List<Raider> foes = new List<Raider>();
    List<Vector2> shots = new List<Vector2>(), bolts = new List<Vector2>(), prizes = new List<Vector2>();
    Vector2 hero = new Vector2(480, 480);
    float reload, next = 0.5f, doubled, time, shield;

    public Rules(Stage stage, Design.Level level)
    {
        this.stage = stage;
        this.level = level;
        shield = stage.Has("shield") ? 1 : 0;
    }

    public void Update(float seconds)
    {
        time += seconds;
        reload -= seconds;
        doubled -= seconds;
        shield = stage.Has("shield") ? Mathf.Min(1, shield + seconds / 12) : 0;
        hero += new Vector2(stage.Way("left", "right"), stage.Way("up", "down")) * 330 * seconds;
        hero.x = Mathf.Clamp(hero.x, 20, Stage.Width - 20);
        hero.y = Mathf.Clamp(hero.y, Stage.Top + 200, Stage.Height - 24);
        if ((stage.Held("action") || stage.Hit("action") || stage.Tap != null) && reload <= 0)
        {
            reload = 0.22f;
            foreach (var side in doubled > 0 ? new[] { -12f, 12f } : new[] { 0f })
            {
                shots.Add(hero + new Vector2(side, -20));
            }
        }
        next -= seconds;
        if (next <= 0 && foes.Count < 14)
        {
            next = (1.5f - level.density) / level.speed;
            var weave = stage.Has("zigzag") && stage.Random() < 0.4f ? 180 : 0;
            foes.Add(new Raider { At = new Vector2(stage.Between(60f, 900f), Stage.Top - 20), Weave = weave, Phase = stage.Between(0f, 6f) });
        }
        Move(seconds);
    }

    void Move(float seconds)
    {
        shots = shots.Select(one => one + new Vector2(0, -560 * seconds)).Where(one => one.y > Stage.Top).ToList();
        bolts = bolts.Select(one => one + new Vector2(0, 230 * level.speed * seconds)).Where(one => one.y < Stage.Height).ToList();
        prizes = prizes.Select(one => one + new Vector2(0, 110 * seconds)).Where(one => one.y < Stage.Height).ToList();
        foreach (var foe in foes.ToList())
        {
            foe.At += new Vector2(Mathf.Cos(time * 3 + foe.Phase) * foe.Weave, 75 * level.speed) * seconds;
            if (stage.Has("return-fire") && stage.Random() < 0.25f * level.speed * seconds)
            {
                bolts.Add(foe.At + new Vector2(0, 16));
            }
            var shot = shots.FindIndex(one => Vector2.Distance(one, foe.At) < 24);
            if (shot >= 0)
            {
                shots.RemoveAt(shot);
                foes.Remove(foe);
                if (stage.Has("power-ups") && stage.Random() < 0.12f)
                {
                    prizes.Add(foe.At);
                }
                stage.Gain(10, 1);
            }
            else if (Vector2.Distance(foe.At, hero) < 34)
            {
                foes.Remove(foe);
                Struck();
            }
            else if (foe.At.y > Stage.Height + 20)
            {
                stage.Score = Mathf.Max(0, stage.Score - 5);
                foes.Remove(foe);
            }
        }
        if (bolts.RemoveAll(one => Vector2.Distance(one, hero) < 20) > 0)
        {
            Struck();
        }
        if (prizes.RemoveAll(one => Vector2.Distance(one, hero) < 30) > 0)
        {
            doubled = 9;
        }
    }

    void Struck()
    {
        if (shield >= 1)
        {
            shield = 0;
            stage.Safe = Mathf.Max(stage.Safe, 0.6f);
        }
        else
        {
            stage.Hurt();
        }
    }

    public void Draw()
    {
        for (var i = 0; i < 40; i++)
        {
            Paint.Box(new Rect(i * 97 % 960, (i * 61 + (int)(time * 40)) % 540, 2, 2), stage.Text);
        }
        foreach (var shot in shots)
        {
            Paint.Circle(shot, 4, stage.Prize);
        }
        foreach (var bolt in bolts)
        {
            Paint.Circle(bolt, 5, stage.Foe);
        }
        foreach (var prize in prizes)
        {
            Paint.Figure("star", prize, 12, stage.Prize);
        }
        foreach (var foe in foes)
        {
            Paint.Figure(stage.FoeSprite, foe.At, 18, stage.Foe);
        }
        if (!stage.Blinks)
        {
            Paint.Figure(stage.HeroSprite, hero, 18, stage.Hero);
        }
        if (shield >= 1)
        {
            Paint.Ring(hero, 28, stage.Prize);
        }
    }
}
