package atelier.create.code;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Languages by the ending of a file and by the words models put behind a fence.
final class Language {
    /// id; endings; other words for it; the name of a lone file.
    private static final String TABLE = """
            python;py pyw pyi;python3 py3;main.py
            javascript;js mjs cjs;node nodejs;main.js
            jsx;jsx;react;App.jsx
            typescript;ts mts cts;;main.ts
            tsx;tsx;;App.tsx
            java;java;;Main.java
            kotlin;kt kts;;Main.kt
            scala;scala sc;;Main.scala
            groovy;groovy gradle;;main.groovy
            c;c h;;main.c
            c++;cpp cc cxx hpp hh hxx ino;cplusplus arduino;main.cpp
            csharp;cs;c# dotnet;Program.cs
            fsharp;fs fsx;f#;Program.fs
            go;go;golang;main.go
            rust;rs;;main.rs
            swift;swift;;main.swift
            objective-c;m mm;objc objectivec;main.m
            php;php phtml;;index.php
            ruby;rb;;main.rb
            perl;pl pm;;main.pl
            lua;lua;;main.lua
            r;r rmd;;main.R
            julia;jl;;main.jl
            dart;dart;;main.dart
            elixir;ex exs;;main.ex
            erlang;erl hrl;;main.erl
            haskell;hs;;Main.hs
            clojure;clj cljs edn;;main.clj
            lisp;lisp lsp el;commonlisp elisp;main.lisp
            scheme;scm;;main.scm
            ocaml;ml mli;;main.ml
            zig;zig;;main.zig
            nim;nim;;main.nim
            crystal;cr;;main.cr
            pascal;pas;delphi;main.pas
            fortran;f90 f95 f03;;main.f90
            matlab;mat;octave;main.m
            assembly;asm s;nasm x86asm;main.asm
            gdscript;gd;godot;main.gd
            glsl;glsl vert frag wgsl hlsl shader;;shader.glsl
            html;html htm xhtml;html5;index.html
            css;css;;style.css
            scss;scss sass less;;style.scss
            vue;vue;;App.vue
            svelte;svelte;;App.svelte
            astro;astro;;index.astro
            sql;sql;postgresql mysql sqlite plsql;schema.sql
            graphql;graphql gql;;schema.graphql
            protobuf;proto;;schema.proto
            solidity;sol;;Main.sol
            json;json webmanifest;jsonc json5;data.json
            yaml;yaml yml;;config.yml
            toml;toml;;config.toml
            ini;ini cfg conf properties env;dotenv;config.ini
            xml;xml xsd xsl svg pom tscn tres csproj plist;;data.xml
            csv;csv tsv;;data.csv
            markdown;md mdx markdown rst;;README.md
            dockerfile;dockerfile;docker;Dockerfile
            makefile;mk makefile;make;Makefile
            cmake;cmake;;CMakeLists.txt
            terraform;tf tfvars hcl;;main.tf
            nginx;;nginxconf;nginx.conf
            vim;vim;viml;plugin.vim
            latex;tex bib;;main.tex
            batch;bat cmd;dosbatch;script.bat
            powershell;ps1 psm1;pwsh ps;script.ps1
            shell;sh bash zsh fish;shellscript;script.sh
            console;;shell-session sh-session terminal cmdline output stdout log logs plain plaintext txt ascii none tree bash-session;
            text;txt lock log;;
            diff;diff patch;;
            unity;unity;;
            mermaid;mmd;plantuml;
            """;
    private static final Set<String> SILENT = Set.of("shell", "batch", "powershell", "console", "text", "diff",
            "mermaid");
    private static final Map<String, String> BARE = Map.ofEntries(Map.entry("dockerfile", "dockerfile"),
            Map.entry("containerfile", "dockerfile"), Map.entry("makefile", "makefile"), Map.entry("gemfile", "ruby"),
            Map.entry("rakefile", "ruby"), Map.entry("procfile", "text"), Map.entry("license", "text"),
            Map.entry("jenkinsfile", "groovy"), Map.entry("vagrantfile", "ruby"), Map.entry("readme", "markdown"),
            Map.entry(".gitignore", "text"), Map.entry(".dockerignore", "text"), Map.entry(".env", "ini"),
            Map.entry(".editorconfig", "ini"), Map.entry(".gitattributes", "text"), Map.entry(".npmrc", "ini"),
            Map.entry(".prettierrc", "json"), Map.entry(".eslintrc", "json"), Map.entry(".babelrc", "json"),
            Map.entry("cmakelists.txt", "cmake"), Map.entry("go.mod", "text"), Map.entry("go.sum", "text"),
            Map.entry("py.typed", "text"), Map.entry("pipfile", "toml"), Map.entry(".env.example", "ini"),
            Map.entry(".python-version", "text"), Map.entry(".nvmrc", "text"), Map.entry("project.godot", "ini"));
    private static final Map<String, String> BY_ENDING = new HashMap<>();
    private static final Map<String, String> BY_WORD = new HashMap<>();
    private static final Map<String, String> LONE_NAME = new HashMap<>();

    static {
        for (var line : TABLE.lines().toList()) {
            var cells = line.split(";", -1);
            BY_WORD.put(cells[0], cells[0]);
            for (var ending : words(cells[1])) {
                BY_ENDING.putIfAbsent(ending, cells[0]);
                BY_WORD.putIfAbsent(ending, cells[0]);
            }
            for (var word : words(cells[2])) {
                BY_WORD.put(word, cells[0]);
            }
            LONE_NAME.put(cells[0], cells[3]);
        }
    }

    private Language() {}

    /// By the word behind a fence; null when it is not a language we know.
    static @Nullable String ofWord(String word) {
        return BY_WORD.get(word.toLowerCase(Locale.ROOT));
    }

    /// By the name of a file; null when neither ending nor name is known.
    static @Nullable String ofPath(String path) {
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        var bare = BARE.get(name);
        if (bare != null) {
            return bare;
        }
        int dot = name.lastIndexOf('.');
        return dot < 0 || dot == name.length() - 1 ? null : BY_ENDING.get(name.substring(dot + 1));
    }

    /// What a lone file in the language is called; empty for what is no file by itself.
    static String loneName(String language) {
        return LONE_NAME.getOrDefault(language, "");
    }

    /// Commands, outputs, diffs: blocks that are no files unless they are named.
    static boolean isSilent(String language) {
        return SILENT.contains(language);
    }

    static boolean isShell(String language) {
        return language.equals("shell") || language.equals("batch") || language.equals("powershell");
    }

    /// Whether a block marked `fence` may well be a file in `file`.
    static boolean fits(String fence, String file) {
        return fence.equals(file) || family(fence).equals(family(file)) || (fence.equals("text") && !isShell(file));
    }

    private static String family(String language) {
        return switch (language) {
            case "javascript", "jsx", "typescript", "tsx" -> "script";
            case "c", "c++", "objective-c" -> "c";
            case "html", "vue", "svelte", "astro", "php", "xml" -> "markup";
            case "css", "scss" -> "css";
            case "groovy", "kotlin" -> "jvm";
            case "ini", "toml", "text", "console" -> "plain";
            default -> language;
        };
    }

    private static String[] words(String cell) {
        return cell.isBlank() ? new String[0] : cell.strip().split(" ", -1);
    }
}
