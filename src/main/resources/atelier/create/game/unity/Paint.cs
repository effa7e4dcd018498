using System;
using UnityEngine;

/// <summary>Everything that is drawn, drawn by code, in a world of 960 by 540.</summary>
public static class Paint
{
    static Texture2D circle, triangle, star, gem, ring;
    static GUIStyle style;

    public static Color Hex(string text)
    {
        return ColorUtility.TryParseHtmlString(text, out var color) ? color : Color.magenta;
    }

    public static Color Shade(Color color, float share)
    {
        return new Color(Mathf.Min(1, color.r * share), Mathf.Min(1, color.g * share), Mathf.Min(1, color.b * share));
    }

    /// <summary>A texture of what lies inside, asked at points from -1 to 1, y upwards.</summary>
    static Texture2D Shape(Func<float, float, bool> inside)
    {
        const int size = 96;
        var texture = new Texture2D(size, size, TextureFormat.RGBA32, false);
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var on = inside((x + 0.5f) / size * 2 - 1, (y + 0.5f) / size * 2 - 1);
                texture.SetPixel(x, y, on ? Color.white : Color.clear);
            }
        }
        texture.Apply();
        return texture;
    }

    static bool Pointed(float x, float y, int points, float inner)
    {
        var angle = Mathf.Repeat(Mathf.Atan2(x, y) / (2 * Mathf.PI) * points, 2);
        var far = Mathf.Lerp(1, inner, angle < 1 ? angle : 2 - angle);
        return x * x + y * y < far * far;
    }

    /// <summary>To be called once an OnGUI.</summary>
    public static void Begin()
    {
        if (circle == null)
        {
            circle = Shape((x, y) => x * x + y * y < 1);
            ring = Shape((x, y) => x * x + y * y < 1 && x * x + y * y > 0.8f);
            triangle = Shape((x, y) => Mathf.Abs(x) < (1 - y) / 2);
            star = Shape((x, y) => Pointed(x, y, 10, 0.5f));
            gem = Shape((x, y) => Pointed(x, y, 6, 0.88f));
            style = new GUIStyle { wordWrap = true };
        }
        var scale = Mathf.Min(Screen.width / Stage.Width, Screen.height / Stage.Height);
        var shift = new Vector3((Screen.width - Stage.Width * scale) / 2, (Screen.height - Stage.Height * scale) / 2, 0);
        GUI.matrix = Matrix4x4.TRS(shift, Quaternion.identity, new Vector3(scale, scale, 1));
    }

    static void Put(Texture texture, Rect at, Color color)
    {
        GUI.color = color;
        GUI.DrawTexture(at, texture);
        GUI.color = Color.white;
    }

    public static void Box(Rect at, Color color)
    {
        Put(Texture2D.whiteTexture, at, color);
    }

    public static void Frame(Rect at, float width, Color color)
    {
        Box(new Rect(at.x, at.y, at.width, width), color);
        Box(new Rect(at.x, at.yMax - width, at.width, width), color);
        Box(new Rect(at.x, at.y, width, at.height), color);
        Box(new Rect(at.xMax - width, at.y, width, at.height), color);
    }

    static Rect Around(float x, float y, float r)
    {
        return new Rect(x - r, y - r, 2 * r, 2 * r);
    }

    public static void Circle(Vector2 at, float r, Color color)
    {
        Put(circle, Around(at.x, at.y, r), color);
    }

    public static void Ring(Vector2 at, float r, Color color)
    {
        Put(ring, Around(at.x, at.y, r), color);
    }

    public static void Words(string text, Rect at, Color color, int size = 20, TextAnchor anchor = TextAnchor.MiddleLeft)
    {
        style.fontSize = size;
        style.alignment = anchor;
        style.normal.textColor = color;
        GUI.Label(at, text, style);
    }

    /// <summary>A figure of about r around its middle.</summary>
    public static void Figure(string kind, Vector2 at, float r, Color color)
    {
        var dark = Shade(color, 0.45f);
        switch (kind)
        {
            case "heart":
                Circle(at + new Vector2(-r / 2, -r / 4), r * 0.55f, color);
                Circle(at + new Vector2(r / 2, -r / 4), r * 0.55f, color);
                Put(triangle, new Rect(at.x - r, at.y + r, 2 * r, -r), color);
                break;
            case "star":
                Put(star, Around(at.x, at.y, r), color);
                break;
            case "gem":
                Put(gem, Around(at.x, at.y, r), color);
                break;
            case "rocket":
            case "ship":
            case "tree":
                Put(triangle, Around(at.x, at.y, r), color);
                Circle(at + new Vector2(0, r / 3), r / 3, dark);
                break;
            case "car":
            case "tank":
            case "robot":
                Box(new Rect(at.x - r, at.y - r * 0.75f, 2 * r, r * 1.5f), color);
                var low = kind == "robot" ? -r * 0.25f : r * 0.75f;
                Circle(at + new Vector2(-r / 2, low), r / 4, dark);
                Circle(at + new Vector2(r / 2, low), r / 4, dark);
                break;
            default:
                Creature(kind, at, r, color);
                break;
        }
    }

    static bool Is(string kind, params string[] kinds)
    {
        return Array.IndexOf(kinds, kind) >= 0;
    }

    static void Creature(string kind, Vector2 at, float r, Color color)
    {
        foreach (var side in new[] { -1f, 1f })
        {
            if (Is(kind, "cat", "dog", "rabbit", "dragon", "fox", "mouse", "bear", "lion", "pig", "cow", "sheep", "horse", "unicorn", "elephant", "monkey", "dino", "bat", "owl"))
            {
                Put(triangle, new Rect(at.x + side * r * 0.6f - r * 0.35f, at.y - r * 1.5f, r * 0.7f, r * 1.2f), color);
            }
            if (Is(kind, "bee", "bug", "bird", "butterfly", "bat", "owl", "penguin", "spider", "crab", "turtle"))
            {
                Circle(at + new Vector2(side * r * 0.75f, -r / 2), r / 2, Shade(color, 1.4f));
            }
        }
        if (Is(kind, "knight", "wizard"))
        {
            Put(triangle, new Rect(at.x - r, at.y - r * 2, 2 * r, r * 1.7f), Shade(color, 0.45f));
        }
        Circle(at, r, color);
        if (Is(kind, "ball", "coin", "apple", "rock", "flower"))
        {
            return;
        }
        foreach (var side in new[] { -1f, 1f })
        {
            Circle(at + new Vector2(side * r * 0.4f, -r / 5), Mathf.Max(2, r / 3), Color.white);
            Circle(at + new Vector2(side * r * 0.4f, -r / 5), Mathf.Max(1, r / 6), new Color(0.08f, 0.08f, 0.12f));
        }
    }
}
