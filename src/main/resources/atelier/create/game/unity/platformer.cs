using System.Collections.Generic;
using UnityEngine;

/// <summary>Run and jump to the door. Ground in stretches, gaps no wider than a jump.</summary>
public sealed class Rules
{
    public const bool HasExit = true;
    const float Ground = 470;

    sealed class Walker
    {
        public float X, From, To, Pace;
    }

    readonly Stage stage;
    readonly List<Rect> grounds = new List<Rect>(), spikes = new List<Rect>();
    readonly List<Vector2> prizes = new List<Vector2>();
    readonly List<Walker> foes = new List<Walker>();
    readonly Rect door;
    Rect hero;
    float fall, dash;
    int jumps;

    public Rules(Stage stage, Design.Level level)
    {
        this.stage = stage;
        float x = -200, last = 0;
        for (var stretch = 0; stretch < 6 + level.number / 3; stretch++)
        {
            float width = stage.Between(380, 620);
            grounds.Add(new Rect(x, Ground, width, 200));
            if (stretch > 0)
            {
                var ledge = new Rect(x + width / 3, Ground - 105, 150, 20);
                grounds.Add(ledge);
                prizes.Add(new Vector2(ledge.x + 30, ledge.y - 26));
                prizes.Add(new Vector2(ledge.x + 120, ledge.y - 26));
                prizes.Add(new Vector2(x + 60, Ground - 26));
                if (stage.Random() < 0.35f + level.density)
                {
                    foes.Add(new Walker { X = x + width - 60, From = x + 20, To = x + width - 20, Pace = -70 * level.speed });
                }
                if (stage.Has("spikes") && stage.Random() < level.density)
                {
                    spikes.Add(new Rect(x + width / 2, Ground - 16, 40, 16));
                }
            }
            last = x + width;
            x = last + stage.Between(70, 110) * Mathf.Min(1.3f, level.speed);
        }
        door = new Rect(last - 90, Ground - 70, 46, 70);
        stage.Goal = Mathf.Min(level.goal, prizes.Count);
        Back();
    }

    void Back()
    {
        hero = new Rect(0, Ground - 60, 30, 40);
        fall = 0;
        jumps = 0;
    }

    public void Update(float seconds)
    {
        var way = stage.Way("left", "right");
        if (stage.Has("dash") && stage.Hit("extra") && dash < -0.8f)
        {
            dash = 0.22f;
        }
        dash -= seconds;
        hero.x += way * 250 * (dash > 0 ? 2.4f : 1) * seconds;
        foreach (var ground in grounds)
        {
            if (ground.height > 30 && hero.Overlaps(ground))
            {
                hero.x = way > 0 ? ground.x - hero.width : ground.xMax;
            }
        }
        if ((stage.Hit("up") || stage.Hit("action") || stage.Tap != null) && jumps < (stage.Has("double-jump") ? 2 : 1))
        {
            fall = -640;
            jumps++;
        }
        var before = hero.yMax;
        fall = Mathf.Min(900, fall + 1700 * seconds);
        hero.y += fall * seconds;
        foreach (var ground in grounds)
        {
            if (fall >= 0 && before <= ground.y + 12 && hero.Overlaps(ground))
            {
                hero.y = ground.y - hero.height;
                fall = 0;
                jumps = 0;
            }
        }
        Meet(seconds, before);
    }

    void Meet(float seconds, float before)
    {
        var reach = new Rect(hero.x - 12, hero.y - 12, hero.width + 24, hero.height + 24);
        var found = prizes.RemoveAll(one => reach.Contains(one));
        stage.Gain(10 * found, found);
        foreach (var foe in new List<Walker>(foes))
        {
            foe.X += foe.Pace * seconds;
            if (foe.X < foe.From || foe.X > foe.To)
            {
                foe.Pace = -foe.Pace;
                foe.X = Mathf.Clamp(foe.X, foe.From, foe.To);
            }
            var body = new Rect(foe.X - 16, Ground - 34, 32, 34);
            if (!hero.Overlaps(body))
            {
                continue;
            }
            if (fall > 0 && before <= body.y + 16)
            {
                foes.Remove(foe);
                fall = -380;
                stage.Score += 25;
            }
            else if (stage.Hurt())
            {
                Back();
            }
        }
        if (spikes.Exists(one => one.Overlaps(hero)) && stage.Hurt())
        {
            Back();
        }
        if (hero.y > 560)
        {
            Back();
            stage.Hurt(false, true);
        }
        if (stage.Progress >= stage.Goal && hero.Overlaps(door))
        {
            stage.Passed();
        }
    }

    public void Draw()
    {
        var shift = 320 - hero.x;
        foreach (var ground in grounds)
        {
            Paint.Box(new Rect(ground.x + shift, ground.y, ground.width, ground.height), stage.Surface);
            Paint.Box(new Rect(ground.x + shift, ground.y, ground.width, 4), stage.Prize);
        }
        foreach (var spike in spikes)
        {
            for (var part = 0; part < 3; part++)
            {
                Paint.Figure("tree", new Vector2(spike.x + shift + 7 + part * 13, spike.y + 8), 8, stage.Foe);
            }
        }
        var open = stage.Progress >= stage.Goal;
        Paint.Box(new Rect(door.x + shift, door.y, door.width, door.height), open ? stage.Prize : Paint.Shade(stage.Prize, 0.4f));
        foreach (var prize in prizes)
        {
            Paint.Figure("star", prize + new Vector2(shift, 0), 12, stage.Prize);
        }
        foreach (var foe in foes)
        {
            Paint.Figure(stage.FoeSprite, new Vector2(foe.X + shift, Ground - 18), 17, stage.Foe);
        }
        if (!stage.Blinks)
        {
            Paint.Figure(stage.HeroSprite, hero.center + new Vector2(shift, 0), 18, stage.Hero);
        }
    }
}
