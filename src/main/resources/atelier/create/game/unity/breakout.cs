using System.Collections.Generic;
using System.Linq;
using UnityEngine;

/// <summary>Keep the ball in play and clear the bricks.</summary>
public sealed class Rules
{
    public const bool HasExit = false;

    sealed class Brick
    {
        public Rect Box;
        public int Hits;
    }

    sealed class Ball
    {
        public Vector2 At, Way;
    }

    sealed class Drop
    {
        public Vector2 At;
        public string Kind;
    }

    readonly Stage stage;
    readonly List<Brick> bricks = new List<Brick>();
    readonly List<Ball> balls = new List<Ball>();
    readonly List<Drop> drops = new List<Drop>();
    readonly float pace;
    float paddle = 480, seen = 480, wide;
    bool waiting;

    public Rules(Stage stage, Design.Level level)
    {
        this.stage = stage;
        pace = 300 * level.speed;
        stage.Goal = Mathf.Clamp(level.goal, 8, 60);
        for (var i = 0; i < stage.Goal; i++)
        {
            var tough = stage.Has("tough-bricks") && stage.Random() < level.density * 0.4f;
            bricks.Add(new Brick { Box = new Rect(i % 12 * 80 + 3, Stage.Top + 30 + i / 12 * 30, 74, 24), Hits = tough ? 2 : 1 });
        }
        Serve();
    }

    float PaddleWidth => wide > 0 ? 192 : 120;

    void Serve()
    {
        balls.Clear();
        balls.Add(new Ball { At = new Vector2(paddle, Stage.Height - 48), Way = new Vector2(0.35f, -0.94f) });
        waiting = true;
    }

    public void Update(float seconds)
    {
        paddle += stage.Way("left", "right") * 520 * seconds;
        if (stage.Pointer.x != seen)
        {
            seen = stage.Pointer.x;
            paddle = seen;
        }
        wide -= seconds;
        paddle = Mathf.Clamp(paddle, PaddleWidth / 2, Stage.Width - PaddleWidth / 2);
        if (waiting)
        {
            balls[0].At = new Vector2(paddle, Stage.Height - 48);
            waiting = !(stage.Hit("action") || stage.Hit("up") || stage.Tap != null);
            return;
        }
        var quick = stage.Has("speed-up") ? 0.25f * stage.Progress / stage.Goal : 0;
        foreach (var ball in balls.ToList())
        {
            Fly(ball, pace * (1 + quick) * seconds);
        }
        foreach (var drop in drops.ToList())
        {
            drop.At.y += 130 * seconds;
            var caught = drop.At.y > Stage.Height - 40 && Mathf.Abs(drop.At.x - paddle) < PaddleWidth / 2;
            if (caught || drop.At.y > Stage.Height)
            {
                drops.Remove(drop);
            }
            if (caught)
            {
                Take(drop.Kind);
            }
        }
        if (balls.Count == 0)
        {
            Serve();
            stage.Hurt(false, true);
        }
    }

    void Take(string kind)
    {
        if (kind == "multi-ball" && balls.Count > 0)
        {
            balls.Add(new Ball { At = balls[0].At, Way = new Vector2(-0.6f, -0.8f) });
            balls.Add(new Ball { At = balls[0].At, Way = new Vector2(0.6f, -0.8f) });
        }
        else
        {
            wide = 12;
        }
    }

    void Fly(Ball ball, float far)
    {
        var at = ball.At + ball.Way * far;
        var way = ball.Way;
        way.x = at.x < 8 ? Mathf.Abs(way.x) : at.x > Stage.Width - 8 ? -Mathf.Abs(way.x) : way.x;
        way.y = at.y < Stage.Top + 8 ? Mathf.Abs(way.y) : way.y;
        if (way.y > 0 && at.y >= Stage.Height - 48 && at.y <= Stage.Height - 20 && Mathf.Abs(at.x - paddle) < PaddleWidth / 2 + 8)
        {
            var side = Mathf.Clamp((at.x - paddle) / (PaddleWidth / 2) * 0.85f, -0.85f, 0.85f);
            way = new Vector2(side, -Mathf.Sqrt(1 - side * side));
        }
        var body = new Rect(at.x - 8, at.y - 8, 16, 16);
        var brick = bricks.Find(one => one.Box.Overlaps(body));
        if (brick != null)
        {
            var off = brick.Box.center - at;
            if (Mathf.Abs(off.x) / brick.Box.width < Mathf.Abs(off.y) / brick.Box.height)
            {
                way.y = -way.y;
            }
            else
            {
                way.x = -way.x;
            }
            Crack(brick);
        }
        ball.At = at;
        ball.Way = way;
        if (at.y > Stage.Height + 10)
        {
            balls.Remove(ball);
        }
    }

    void Crack(Brick brick)
    {
        brick.Hits--;
        if (brick.Hits > 0)
        {
            return;
        }
        bricks.Remove(brick);
        var kinds = new[] { "power-ups", "multi-ball" }.Where(stage.Has).ToList();
        if (kinds.Count > 0 && stage.Random() < 0.14f)
        {
            drops.Add(new Drop { At = brick.Box.center, Kind = kinds[stage.Between(0, kinds.Count - 1)] });
        }
        stage.Gain(10, 1);
    }

    public void Draw()
    {
        foreach (var brick in bricks)
        {
            Paint.Box(brick.Box, brick.Hits == 1 ? stage.Foe : Paint.Shade(stage.Foe, 0.6f));
        }
        Paint.Box(new Rect(paddle - PaddleWidth / 2, Stage.Height - 40, PaddleWidth, 16), stage.Hero);
        foreach (var drop in drops)
        {
            Paint.Figure(drop.Kind == "multi-ball" ? "star" : "gem", drop.At, 11, stage.Prize);
        }
        foreach (var ball in balls)
        {
            Paint.Circle(ball.At, 8, stage.Prize);
        }
    }
}
