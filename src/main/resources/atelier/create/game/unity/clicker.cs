using System.Linq;
using UnityEngine;

/// <summary>Tap, earn, spend on more.</summary>
public sealed class Rules
{
    public const bool HasExit = false;
    static readonly string[] Offers = { "upgrade", "workers" };

    readonly Stage stage;
    readonly Design.Level level;
    readonly float[] price = { 12, 25 };
    readonly int[] owned = { 0, 0 };
    float money, earned, since = 9, bounce, goldenLeft, nextGolden = 8;
    int row;
    Vector2? golden;

    public Rules(Stage stage, Design.Level level)
    {
        this.stage = stage;
        this.level = level;
        stage.Goal = level.goal * 10;
    }

    int Each => 1 + owned[0];

    static Rect Box(int offer)
    {
        return new Rect(660, 124 + 110 * offer, 260, 84);
    }

    void Earn(float amount)
    {
        money += amount;
        earned += amount;
        stage.Gain(0, (int)earned - stage.Progress);
    }

    public void Update(float seconds)
    {
        since += seconds;
        bounce = Mathf.Max(0, bounce - seconds);
        if (owned[1] > 0)
        {
            Earn(owned[1] * seconds / level.speed);
        }
        if (stage.Tap != null)
        {
            var at = stage.Tap.Value;
            if (Box(0).Contains(at) || Box(1).Contains(at))
            {
                Buy(Box(0).Contains(at) ? 0 : 1);
            }
            else if (golden != null && Vector2.Distance(golden.Value, at) < 44)
            {
                golden = null;
                Earn(Each * 20);
            }
            else
            {
                Pay();
            }
        }
        if (stage.Hit("action"))
        {
            Pay();
        }
        if (stage.Hit("up"))
        {
            Buy(0);
        }
        if (stage.Hit("down"))
        {
            Buy(1);
        }
        nextGolden -= seconds;
        goldenLeft -= seconds;
        if (goldenLeft <= 0)
        {
            golden = null;
        }
        if (stage.Has("golden") && golden == null && nextGolden <= 0)
        {
            golden = new Vector2(stage.Between(80f, 560f), stage.Between(110f, 480f));
            goldenLeft = 4;
            nextGolden = 14;
        }
    }

    void Pay()
    {
        row = since < 0.6f ? row + 1 : 1;
        since = 0;
        bounce = 0.12f;
        var amount = Each;
        amount *= stage.Has("combo") && row >= 8 ? 2 : 1;
        amount *= stage.Has("critical") && stage.Random() < 0.05f ? 10 : 1;
        stage.Score++;
        Earn(amount);
    }

    void Buy(int offer)
    {
        if (money >= price[offer])
        {
            money -= price[offer];
            price[offer] *= 1.35f + 0.1f * level.density;
            owned[offer]++;
        }
    }

    public void Draw()
    {
        Paint.Figure(stage.HeroSprite, new Vector2(320, 300), 90 + 200 * bounce, stage.Hero);
        Paint.Words(((int)money).ToString(), new Rect(170, Stage.Top + 10, 300, 70), stage.Prize, 44, TextAnchor.MiddleCenter);
        for (var i = 0; i < Offers.Length; i++)
        {
            var offer = Offers[i];
            var named = stage.Design.mechanics.FirstOrDefault(one => one.id == offer);
            var box = Box(i);
            Paint.Box(box, stage.Surface);
            if (money >= price[i])
            {
                Paint.Frame(box, 3, stage.Prize);
            }
            Paint.Words((named == null ? offer : named.name) + "  x" + owned[i], new Rect(box.x + 16, box.y + 6, 230, 36), stage.Text);
            Paint.Words(Mathf.CeilToInt(price[i]).ToString(), new Rect(box.x + 16, box.y + 44, 230, 32), stage.Prize);
        }
        if (golden != null)
        {
            Paint.Figure("star", golden.Value, 30, stage.Prize);
        }
    }
}
