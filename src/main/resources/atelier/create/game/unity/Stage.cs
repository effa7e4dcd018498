using System.Collections.Generic;
using System.Linq;
using UnityEngine;

/// <summary>What a game is played on: levels, lives, score, input. The rules of this kind of game stand in Rules.cs.</summary>
public sealed class Stage : MonoBehaviour
{
    public const float Width = 960, Height = 540, Top = 44;

    static readonly Dictionary<KeyCode, string> Keys = new Dictionary<KeyCode, string>
    {
        { KeyCode.LeftArrow, "left" }, { KeyCode.A, "left" }, { KeyCode.RightArrow, "right" }, { KeyCode.D, "right" },
        { KeyCode.UpArrow, "up" }, { KeyCode.W, "up" }, { KeyCode.DownArrow, "down" }, { KeyCode.S, "down" },
        { KeyCode.Space, "action" }, { KeyCode.Return, "action" }, { KeyCode.X, "extra" }, { KeyCode.LeftShift, "extra" },
    };

    public static readonly Dictionary<string, Vector2Int> Ways = new Dictionary<string, Vector2Int>
    {
        { "left", new Vector2Int(-1, 0) }, { "right", new Vector2Int(1, 0) }, { "up", new Vector2Int(0, -1) }, { "down", new Vector2Int(0, 1) },
    };

    public Design Design;
    public System.Random Chance;
    public Color Background, Surface, Hero, Foe, Prize, Text;
    public string HeroSprite, FoeSprite;
    public int Score, Lives = 3, Progress, Goal = 1;
    public float Safe;
    public Vector2 Pointer = new Vector2(480, 270);
    public Vector2? Tap;

    readonly HashSet<string> held = new HashSet<string>(), hit = new HashSet<string>();
    int index;
    string scene = "title";
    Rules rules;

    public Design.Level Level => Design.levels[index];
    public bool Playing => scene == "play";
    public bool Blinks => Safe > 0 && (int)(Safe * 10) % 2 == 1;

    public void Open(Design design)
    {
        Design = design;
        Background = Paint.Hex(design.look.background);
        Surface = Paint.Hex(design.look.surface);
        Hero = Paint.Hex(design.look.hero);
        Foe = Paint.Hex(design.look.foe);
        Prize = Paint.Hex(design.look.prize);
        Text = Paint.Hex(design.look.text);
        HeroSprite = design.protagonist.sprite;
        FoeSprite = design.others.Where(one => one.role == "foe").Select(one => one.sprite).DefaultIfEmpty("slime").First();
    }

    public bool Has(string mechanic)
    {
        return Design.mechanics.Any(one => one.id == mechanic);
    }

    public bool Held(string key)
    {
        return held.Contains(key);
    }

    public bool Hit(string key)
    {
        return hit.Contains(key);
    }

    public float Way(string low, string high)
    {
        return (Held(high) ? 1 : 0) - (Held(low) ? 1 : 0);
    }

    public float Random()
    {
        return (float)Chance.NextDouble();
    }

    public float Between(float low, float high)
    {
        return low + (high - low) * Random();
    }

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high)
    {
        return Chance.Next(low, high + 1);
    }

    void Begin()
    {
        Chance = new System.Random((int)((Design.seed * 1000 + index) % int.MaxValue));
        Progress = 0;
        Goal = Level.goal;
        Safe = 1.5f;
        scene = "play";
        rules = new Rules(this, Level);
    }

    public void Passed()
    {
        if (Playing)
        {
            Score += 100 * Level.number;
            scene = index == Design.levels.Length - 1 ? "won" : "passed";
        }
    }

    public void Gain(int points, int steps)
    {
        Score += points;
        Progress += steps;
        if (Progress >= Goal && !Rules.HasExit)
        {
            Passed();
        }
    }

    /// <summary>A life is lost, unless one was lost a moment ago; again starts the level anew.</summary>
    public bool Hurt(bool again = false, bool always = false)
    {
        if (!Playing || (Safe > 0 && !always))
        {
            return false;
        }
        Lives--;
        Safe = 1.5f;
        if (Lives <= 0)
        {
            scene = "over";
        }
        else if (again)
        {
            Begin();
        }
        return true;
    }

    void Confirm()
    {
        if (scene == "paused")
        {
            scene = "play";
            return;
        }
        if (scene == "passed")
        {
            index++;
        }
        else if (scene == "over" || scene == "won")
        {
            index = scene == "won" ? 0 : index;
            Score = 0;
            Lives = 3;
        }
        Begin();
    }

    void Update()
    {
        if (Design == null)
        {
            return;
        }
        if (Playing)
        {
            var seconds = Mathf.Min(0.05f, Time.deltaTime);
            Safe = Mathf.Max(0, Safe - seconds);
            rules.Update(seconds);
        }
        else if (Hit("action") || Tap != null)
        {
            Confirm();
        }
        hit.Clear();
        Tap = null;
    }

    void Take(Event input)
    {
        if (input.type == EventType.KeyDown && Keys.TryGetValue(input.keyCode, out var down))
        {
            if (held.Add(down))
            {
                hit.Add(down);
            }
        }
        else if (input.type == EventType.KeyUp && Keys.TryGetValue(input.keyCode, out var up))
        {
            held.Remove(up);
        }
        else if (input.type == EventType.KeyDown && input.keyCode == KeyCode.P && (scene == "play" || scene == "paused"))
        {
            scene = scene == "play" ? "paused" : "play";
        }
        else if (input.type == EventType.MouseDown)
        {
            Tap = Pointer = input.mousePosition;
        }
        else if (input.type == EventType.MouseDrag)
        {
            Pointer = input.mousePosition;
        }
    }

    void OnGUI()
    {
        if (Design == null)
        {
            return;
        }
        Paint.Begin();
        Take(Event.current);
        if (Event.current.type != EventType.Repaint)
        {
            return;
        }
        if (rules != null && scene != "title")
        {
            rules.Draw();
            Paint.Box(new Rect(0, 0, Width, Top), Surface);
            Paint.Words(Level.number + "  " + Level.name, new Rect(16, 0, 500, Top), Text);
            Paint.Words(Mathf.Min(Progress, Goal) + " / " + Goal + "     " + Score, new Rect(520, 0, 300, Top), Text, 20, TextAnchor.MiddleRight);
            for (var life = 0; life < Lives; life++)
            {
                Paint.Figure("heart", new Vector2(Width - 120 + life * 26, Top / 2), 10, Prize);
            }
        }
        if (scene != "play")
        {
            Card();
        }
    }

    void Card()
    {
        var title = Design.title;
        var text = Design.story.premise;
        if (scene == "passed")
        {
            var next = Design.levels[index + 1];
            var act = Design.story.acts.FirstOrDefault(one => one.firstLevel == next.number);
            title = Design.words.passed.Replace("{n}", Level.number.ToString());
            text = (act == null ? "" : act.title + ". " + act.summary + "\n") + next.name + ": " + next.objective;
        }
        else if (scene == "over" || scene == "paused")
        {
            title = scene == "over" ? Design.words.once : Design.words.paused;
            text = Level.objective;
        }
        else if (scene == "won")
        {
            title = Design.words.won;
            text = Design.story.acts.Last().summary;
        }
        Paint.Box(new Rect(120, 100, Width - 240, Height - 190), Surface);
        Paint.Words(title, new Rect(140, 120, Width - 280, 90), Prize, 36, TextAnchor.MiddleCenter);
        Paint.Words(text, new Rect(160, 210, Width - 320, 170), Text, 20, TextAnchor.UpperCenter);
        Paint.Words(Design.words.ready, new Rect(140, Height - 150, Width - 280, 40), Prize, 20, TextAnchor.MiddleCenter);
    }
}
