using System.Collections;
using System.IO;
using UnityEngine;
using UnityEngine.Networking;

/// <summary>Builds the scene by code, whatever scene is open: a camera, and the stage once the design is read.</summary>
public sealed class Bootstrap : MonoBehaviour
{
    [RuntimeInitializeOnLoadMethod(RuntimeInitializeLoadType.AfterSceneLoad)]
    static void Begin()
    {
        new GameObject("Game").AddComponent<Bootstrap>();
    }

    IEnumerator Start()
    {
        var path = Path.Combine(Application.streamingAssetsPath, "design.json");
        string json;
        // In a browser and on Android the file lies behind an address.
        if (path.Contains("://"))
        {
            using (var request = UnityWebRequest.Get(path))
            {
                yield return request.SendWebRequest();
                json = request.downloadHandler.text;
            }
        }
        else
        {
            json = File.ReadAllText(path);
        }
        var design = JsonUtility.FromJson<Design>(json);
        var camera = Camera.main != null ? Camera.main : new GameObject("Camera").AddComponent<Camera>();
        camera.clearFlags = CameraClearFlags.SolidColor;
        camera.backgroundColor = Paint.Hex(design.look.background);
        gameObject.AddComponent<Stage>().Open(design);
    }
}
