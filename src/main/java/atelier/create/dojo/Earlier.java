package atelier.create.dojo;

import atelier.create.Workbench;
import atelier.create.Workbench.Material;
import atelier.create.Workbench.Work;
import atelier.create.game.DesignJson;
import atelier.create.game.GameDesign;
import atelier.create.game.GameEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What lies on the bench of an earlier game: its design, or code of its own.
///
/// @param design    of a game that is to be changed
/// @param ownCode   whether its code is not ours, so that a change has to be written into it
/// @param sketches what a designer should see
/// @param document the `DESIGN.md`, empty where there is none
record Earlier(Optional<GameDesign> design, boolean ownCode, List<Material> sketches, String document) {
    /// In a `design.json`: the code beside it was written by a model.
    static final String WRITTEN = "codeWrittenBy";
    private static final Set<String> CODE = Set.of("html", "js", "py", "gd", "cs", "ts", "rs", "java", "c", "cpp", "go",
            "lua");
    private static final Pattern BY = Pattern.compile("\\*[^*]{1,300}\\*");
    /// Made anew from the design each time.
    private static final Set<String> DOCUMENTS = Set.of("DESIGN.md", "DEPLOY.md", "design.json", "levels.png");

    static Earlier on(Workbench bench) {
        var materials = new ArrayList<>(bench.materials());
        if (bench.work() != null) {
            materials.addAll(bench.work().texts());
        }
        var named = materials.stream().filter(one -> name(one).equals("design.json")).toList();
        // One that was sent along may be anything; the game's own is still there then.
        var file = named.stream().filter(one -> read(one.text()).isPresent()).findFirst()
                .or(() -> named.stream().findFirst());
        var design = file.flatMap(one -> read(one.text()));
        var code = materials.stream().filter(one -> CODE.contains(ending(one))).toList();
        boolean own = file.filter(one -> one.text().contains("\"" + WRITTEN + "\"")).isPresent()
                || (design.isEmpty() && !code.isEmpty());
        // Engine files would only fill a designer's prompt; those of ours are made anew from the design.
        var sketches = design.isPresent()
                ? file.stream().toList()
                : materials.stream().filter(one -> !CODE.contains(ending(one))).toList();
        var document = materials.stream().filter(one -> name(one).equals("DESIGN.md")).map(Material::text).findFirst()
                .orElse("");
        return new Earlier(design, own, sketches, document);
    }

    /// Whether it was made for another engine.
    boolean isForOtherThan(GameEngine engine) {
        return document.contains(DesignDocument.TABLE)
                && !document.contains(DesignDocument.TABLE + engine.label() + " |");
    }

    /// The line on who designed it.
    Optional<String> by() {
        return document.lines().limit(10).filter(line -> BY.matcher(line).matches()).findFirst()
                .map(line -> line.substring(1, line.length() - 1));
    }

    /// What a designer works with.
    Workbench designing(Workbench bench) {
        return new Workbench(bench.history(), sketches, null, bench.terms(), bench.seed(), bench.onText(),
                bench.cancellation(), bench.manner());
    }

    /// What a programmer works with: of our own game nothing, since its code is not to be changed.
    Workbench programming(Workbench bench) {
        var work = bench.work();
        var code = work == null || !ownCode
                ? null
                : new Work(work.request(), work.version(), work.files().stream()
                        .filter(file -> !DOCUMENTS.contains(file.name())).toList());
        var sent = ownCode ? bench.materials() : sketches;
        return new Workbench(bench.history(), sent, code, bench.terms(), bench.seed(), bench.onText(),
                bench.cancellation(), bench.manner());
    }

    private static Optional<GameDesign> read(String json) {
        try {
            return Optional.of(DesignJson.read(json));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String name(Material material) {
        return material.name().substring(material.name().lastIndexOf('/') + 1);
    }

    private static String ending(Material material) {
        return material.name().substring(material.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
